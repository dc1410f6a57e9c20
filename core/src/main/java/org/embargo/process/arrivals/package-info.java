/**
 * What follows from mail that holds no commands: reports, answers, announcements, failures of letters. Start with {@link
 * org.embargo.process.arrivals.ReportDecision}.
 */
@NullMarked
package org.embargo.process.arrivals;

import org.jspecify.annotations.NullMarked;
