/**
 * What a decision ends in: events, and letters as data with their readers. Start with {@link
 * org.embargo.process.outcome.Outcome} and {@link org.embargo.process.outcome.Letter}.
 */
@NullMarked
package org.embargo.process.outcome;

import org.jspecify.annotations.NullMarked;
