package org.embargo.server.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has to be stopped and removed, last made first: at the end, or when the demo is interrupted. Safe for use by many
 * threads.
 */
final class Cleaning implements AutoCloseable {
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private boolean done;

    static Cleaning alsoAtInterrupt() {
        Cleaning cleaning = new Cleaning();
        Runtime.getRuntime().addShutdownHook(new Thread(cleaning::close, "demo-cleaning"));
        return cleaning;
    }

    /** Plans a step; what is made after the cleaning goes at once. */
    synchronized void later(Runnable step) {
        if (done) {
            step.run();
        } else {
            steps.push(step);
        }
    }

    synchronized boolean isDone() {
        return done;
    }

    @Override
    public synchronized void close() {
        done = true;
        while (!steps.isEmpty()) {
            steps.pop().run();
        }
    }
}
