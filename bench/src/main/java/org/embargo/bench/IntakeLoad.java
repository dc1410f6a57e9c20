package org.embargo.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Sends plain reports to a running server on this machine and says how fast they were taken, and when the first letter
 * for each of the cases had left.
 *
 * <p>The desk should have {@code receipt-delay = 0s}, and limits beyond the number of mails, so that each report causes a
 * receipt. Bounded: it gives up after five minutes.
 */
public final class IntakeLoad {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private IntakeLoad() {}

    /** Arguments: port of the server, port to be its relay, the desk's address, mails, connections. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 5) {
            throw new IllegalArgumentException("expected: SMTP-PORT RELAY-PORT ADDRESS MAILS CONNECTIONS");
        }
        int mails = Integer.parseInt(arguments[3]);
        int connections = Integer.parseInt(arguments[4]);
        try (CountingRelay relay = new CountingRelay(Integer.parseInt(arguments[1]))) {
            Reports reports =
                    new Reports(Integer.parseInt(arguments[0]), arguments[2], Long.toString(System.nanoTime(), 36));
            measure(System.out, reports, relay, mails, connections);
        }
    }

    private static void measure(PrintStream out, Reports reports, CountingRelay relay, int mails, int connections)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        send(reports, mails / connections, connections);
        report(out, "taken with 250", mails, System.nanoTime() - start);
        long deadline = start + LONGEST.toNanos();
        while (relay.letters() < mails && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        report(out, "letters at the relay", relay.letters(), System.nanoTime() - start);
    }

    private static void send(Reports reports, int each, int connections) throws IOException, InterruptedException {
        ExecutorService senders = Executors.newFixedThreadPool(connections);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int connection = i;
                running.add(senders.submit(() -> {
                    reports.send(connection, each);
                    return connection;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a connection failed", e.getCause());
        } finally {
            senders.shutdownNow();
        }
    }

    private static void report(PrintStream out, String what, int count, long nanos) {
        double seconds = nanos / 1e9;
        out.printf("%s: %d in %.1f s, %.0f a second%n", what, count, seconds, count / seconds);
    }
}
