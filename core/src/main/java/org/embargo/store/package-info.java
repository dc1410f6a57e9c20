/**
 * What must survive a crash: sealed intake files, the journal, the outbox, the timetable. Start with
 * {@link org.embargo.store.Store}; what holds after a crash at each point stands in {@code docs/crash-table.md}.
 *
 * <p>Nothing confidential is written in clear, and every sealed value is bound to the row it belongs to.
 */
@NullMarked
package org.embargo.store;

import org.jspecify.annotations.NullMarked;
