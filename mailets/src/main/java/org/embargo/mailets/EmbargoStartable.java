package org.embargo.mailets;

import java.time.Clock;
import java.time.Duration;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import org.apache.james.utils.UserDefinedStartable;
import org.embargo.desk.Embargo;
import org.embargo.scheduler.DueWorkScheduler;
import org.jspecify.annotations.Nullable;
import org.quartz.SchedulerException;

/**
 * Starts what comes due by itself, once James's door is open; James closes it before anything it works with.
 */
public final class EmbargoStartable implements UserDefinedStartable {
    private static final Duration SWEEP = Duration.ofSeconds(3);

    private final Embargo embargo;
    private final Clock clock;

    @Nullable
    private volatile DueWorkScheduler scheduler;

    @Inject
    public EmbargoStartable(Embargo embargo, Clock clock) {
        this.embargo = embargo;
        this.clock = clock;
    }

    @Override
    public void start() {
        try {
            scheduler = DueWorkScheduler.start(embargo, clock, SWEEP);
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz does not start", e);
        }
        // the embedded server ends its ready line with it; it shares no class with the plugin
        System.setProperty("embargo.summary", embargo.summary());
    }

    @PreDestroy
    void stop() throws SchedulerException {
        DueWorkScheduler running = scheduler;
        if (running != null) {
            running.close();
        }
    }
}
