/**
 * What members and team mails are told, as data: the names of commands, what a transcript says ({@link
 * org.embargo.process.words.Remark}), what the desk has found ({@link org.embargo.process.words.Finding}). No sentences: those are
 * templates.
 */
@NullMarked
package org.embargo.process.words;

import org.jspecify.annotations.NullMarked;
