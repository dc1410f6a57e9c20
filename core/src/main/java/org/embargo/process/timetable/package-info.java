/** When what is due, from the case alone. Start with {@link org.embargo.process.timetable.TimetablePlanner}. */
@NullMarked
package org.embargo.process.timetable;

import org.jspecify.annotations.NullMarked;
