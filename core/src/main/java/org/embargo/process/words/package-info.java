/**
 * What members and team mails are told, as data: the names of commands, what a transcript says of what was done ({@link
 * org.embargo.process.words.Remark}) and of why something was not ({@link org.embargo.process.words.Refusal}), what the desk has
 * found ({@link org.embargo.process.words.Finding}). No sentences: those are templates.
 */
@NullMarked
package org.embargo.process.words;

import org.jspecify.annotations.NullMarked;
