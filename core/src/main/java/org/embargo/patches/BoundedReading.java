package org.embargo.patches;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads what a program prints, on a thread of its own, up to a limit; what is beyond is dropped and remembered. */
final class BoundedReading {

    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final Thread thread;
    private volatile boolean overfull;

    BoundedReading(InputStream in, int limitBytes, Runnable whenFull) {
        thread = new Thread(() -> read(in, limitBytes, whenFull), "git-output");
        thread.setDaemon(true);
        thread.start();
    }

    private void read(InputStream in, int limitBytes, Runnable whenFull) {
        byte[] buffer = new byte[1 << 14];
        try (in) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (taken.size() + count > limitBytes) {
                    overfull = true;
                    whenFull.run();
                    return;
                }
                taken.write(buffer, 0, count);
            }
        } catch (IOException ended) {
            // the program was killed; its end says so
        }
    }

    /** Waits for the end; a child of the program that outlives it may hold the pipe, and is not waited for. */
    byte[] finish(long millis) throws InterruptedException {
        thread.join(millis);
        return taken.toByteArray();
    }

    boolean isOverfull() {
        return overfull;
    }
}
