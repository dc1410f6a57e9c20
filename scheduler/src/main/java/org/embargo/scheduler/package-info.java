/**
 * Quartz side: wakes due work at its instant and sweeps every few seconds. Quartz holds no truth; what is due stands in
 * the database. Start with {@link org.embargo.scheduler.DueWorkScheduler}.
 */
@NullMarked
package org.embargo.scheduler;

import org.jspecify.annotations.NullMarked;
