package org.embargo.scheduler;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.desk.DueWork;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** One run of everything that is due. What fails stays due, and is tried again at the next sweep. */
@DisallowConcurrentExecution
final class DueWorkJob implements Job {

    private static final Logger LOGGER = LogManager.getLogger(DueWorkJob.class);

    private final DueWork work;
    private final Runnable planNext;

    DueWorkJob(DueWork work, Runnable planNext) {
        this.work = work;
        this.planNext = planNext;
    }

    @Override
    public void execute(JobExecutionContext context) {
        try {
            work.runDue();
            planNext.run();
        } catch (RuntimeException e) {
            // The edge of the thread: the sweep must go on. Our exceptions hold no content; foreign ones may.
            LOGGER.error(
                    "due work failed and will be tried again: {}", e.getClass().getSimpleName());
            LOGGER.debug("due work failed at {}", (Object) e.getStackTrace());
        }
    }
}
