/**
 * What the clock does: each kind of row in the timetable is a {@link org.embargo.desk.open.Step}. Start with {@link
 * org.embargo.desk.steps.Steps} and {@link org.embargo.desk.steps.TimetableRunner}.
 */
@NullMarked
package org.embargo.desk.steps;

import org.jspecify.annotations.NullMarked;
