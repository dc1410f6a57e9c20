package org.embargo.scheduler;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.desk.DueWork;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Runs {@link DueWork}: at the instant the next thing is due, at once when something new was planned, and every few
 * seconds whatever happens, so that nothing waits longer for want of a trigger.
 *
 * <p>The job never runs twice at a time in one process. Safe for use by many threads.
 */
public final class DueWorkScheduler implements AutoCloseable {

    private static final Logger LOGGER = LogManager.getLogger(DueWorkScheduler.class);
    private static final JobKey JOB = JobKey.jobKey("due-work");
    private static final TriggerKey SWEEP = TriggerKey.triggerKey("sweep");
    private static final TriggerKey NEXT = TriggerKey.triggerKey("next");

    private final Scheduler quartz;
    private final DueWork work;
    private final Clock clock;
    private final ExecutorService sweeps = Executors.newSingleThreadExecutor(DueWorkScheduler::daemon);

    private DueWorkScheduler(Scheduler quartz, DueWork work, Clock clock) {
        this.quartz = quartz;
        this.work = work;
        this.clock = clock;
    }

    /** Starts to run {@code work}, the first time at once, then at the latest every {@code sweep}. */
    public static DueWorkScheduler start(DueWork work, Clock clock, Duration sweep) throws SchedulerException {
        Objects.requireNonNull(work, "work");
        Scheduler quartz = new StdSchedulerFactory(settings()).getScheduler();
        DueWorkScheduler scheduler = new DueWorkScheduler(quartz, work, clock);
        quartz.setJobFactory((bundle, ignored) -> new DueWorkJob(work, scheduler::planNext));
        JobDetail job = JobBuilder.newJob(DueWorkJob.class)
                .withIdentity(JOB)
                .storeDurably()
                .build();
        quartz.addJob(job, false);
        work.onPlanned(scheduler::planNext);
        quartz.start();
        scheduler.sweeps.execute(() -> scheduler.sweepEvery(sweep));
        return scheduler;
    }

    /** Lets the run that is under way finish, and starts no other. */
    @Override
    public void close() throws SchedulerException {
        sweeps.shutdownNow();
        quartz.shutdown(true);
    }

    private static Thread daemon(Runnable runnable) {
        Thread thread = new Thread(runnable, "embargo-sweep");
        thread.setDaemon(true);
        return thread;
    }

    /** Until it is closed. A sleep goes by the monotonic clock. */
    private void sweepEvery(Duration pause) {
        try {
            while (true) {
                sweep();
                Thread.sleep(pause.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A trigger that repeats by itself would not fire until a clock that was moved back is where it was. */
    private void sweep() {
        try {
            wakeAt(SWEEP, clock.instant());
        } catch (SchedulerException | RuntimeException | Error e) {
            // this loop is what makes up for everything else that fails
            LOGGER.error("a sweep could not begin: {}", e.getClass().getSimpleName());
        }
    }

    /**
     * Puts the one trigger for the next due instant where it belongs; the sweep makes up for it where that fails. One at a
     * time: the older answer could replace the newer.
     */
    private synchronized void planNext() {
        try {
            wakeAt(NEXT, work.nextDue().orElse(Instant.MAX));
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz refused the trigger for the next due work", e);
        }
    }

    /** One at a time: two threads that both find no trigger would both make it. */
    private synchronized void wakeAt(TriggerKey key, Instant due) throws SchedulerException {
        if (quartz.isShutdown()) {
            return;
        }
        if (due.equals(Instant.MAX)) {
            quartz.unscheduleJob(key);
            return;
        }
        Instant start = due.isBefore(clock.instant()) ? clock.instant() : due;
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(key)
                .forJob(JOB)
                .startAt(Date.from(start))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
        if (quartz.rescheduleJob(key, trigger) == null) {
            quartz.scheduleJob(trigger);
        }
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", "embargo");
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.threadPool.threadCount", "2");
        settings.setProperty("org.quartz.threadPool.threadNamePrefix", "embargo-due");
        settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        settings.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        return settings;
    }
}
