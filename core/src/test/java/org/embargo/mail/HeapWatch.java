package org.embargo.mail;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Collects garbage over and over and notes the most that survives. */
public final class HeapWatch {

    private final AtomicBoolean running = new AtomicBoolean(true);
    private final AtomicLong most = new AtomicLong();
    private final long idle;
    private final Thread thread;

    public HeapWatch() {
        this.idle = live();
        this.most.set(idle);
        this.thread = new Thread(this::watch, "heap watch");
        thread.start();
    }

    /** Ends the watch. */
    public long growthBytes() throws InterruptedException {
        running.set(false);
        thread.join();
        return most.get() - idle;
    }

    private void watch() {
        while (running.get()) {
            most.accumulateAndGet(live(), Math::max);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
