/**
 * What the clock decides: reminders, advance notices, the day of disclosure. Start with {@link
 * org.embargo.process.course.DueNotices} and {@link org.embargo.process.course.Disclosure}.
 */
@NullMarked
package org.embargo.process.course;

import org.jspecify.annotations.NullMarked;
