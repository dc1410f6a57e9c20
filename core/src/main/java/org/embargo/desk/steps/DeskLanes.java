package org.embargo.desk.steps;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.embargo.model.DeskName;

/**
 * One thread for each desk that has something to ask outside: a repository that hangs delays what its own desk asks, one
 * after the other, and nothing else. Safe for use by many threads.
 */
public final class DeskLanes implements OutsideWork {

    private static final long IDLE_SECONDS = 10;
    /** Of the half minute in which the server must have stopped. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Map<DeskName, ThreadPoolExecutor> lanes = new HashMap<>();
    private boolean closed;

    @Override
    public synchronized void start(DeskName desk, Runnable work) {
        if (!closed) {
            lanes.computeIfAbsent(desk, DeskLanes::open).execute(work);
        }
    }

    private static ThreadPoolExecutor open(DeskName desk) {
        ThreadPoolExecutor lane = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> thread(desk, work));
        lane.allowCoreThreadTimeOut(true);
        return lane;
    }

    private static Thread thread(DeskName desk, Runnable work) {
        Thread thread = new Thread(work, "embargo-outside-" + desk);
        thread.setDaemon(true);
        return thread;
    }

    /** What waits for git or for a program after a while is interrupted, which ends that program as well. */
    @Override
    public void close() {
        List<ExecutorService> open = shut();
        long end = System.nanoTime() + GRACE.toNanos();
        open.forEach(lane -> await(lane, end - System.nanoTime()));
        open.forEach(ExecutorService::shutdownNow);
        open.forEach(lane -> await(lane, GRACE.toNanos()));
    }

    private synchronized List<ExecutorService> shut() {
        closed = true;
        lanes.values().forEach(lane -> {
            lane.shutdown();
            lane.getQueue().clear();
        });
        return new ArrayList<>(lanes.values());
    }

    private static void await(ExecutorService lane, long nanos) {
        try {
            lane.awaitTermination(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
