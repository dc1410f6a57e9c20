package org.embargo.server;

import java.time.Duration;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Stops everything in order when the process is told to end, and makes that a success: a JVM left to itself ends with
 * 143 on SIGTERM. What does not stop in time is cut off, as a kill would; nothing is lost by that.
 */
final class OrderlyStop {
    private static final Logger LOGGER = LogManager.getLogger(OrderlyStop.class);
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private OrderlyStop() {}

    static void onTermination(Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> run(stop), "orderly-stop"));
    }

    private static void run(Runnable stop) {
        Thread watchdog = new Thread(OrderlyStop::cutOff, "impatience");
        watchdog.setDaemon(true);
        watchdog.start();
        try {
            stop.run();
        } catch (RuntimeException e) {
            LOGGER.error("the server did not stop cleanly", e);
        }
        halt();
    }

    private static void cutOff() {
        try {
            Thread.sleep(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOGGER.error("the server did not stop within {}, it is cut off", PATIENCE);
        halt();
    }

    private static void halt() {
        LogManager.shutdown();
        Runtime.getRuntime().halt(0);
    }
}
