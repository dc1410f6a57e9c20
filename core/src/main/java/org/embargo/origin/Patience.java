package org.embargo.origin;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * How long to wait for name servers. Each mail waits in a thread that others need: whoever sends many mails in the name
 * of a domain whose servers never answer would keep all other reports back. So once much waiting was for slow answers of
 * late, it is short, and what has not answered by then counts as not checked; what waits no more comes back by itself.
 * Safe for use by many threads.
 */
final class Patience {

    /** For all that is asked about one mail. */
    static final Duration USUAL = Duration.ofSeconds(3);

    /** A recursive server that has the answer at hand gives it much sooner. */
    static final Duration SHORT = Duration.ofMillis(300);

    /** Of all mails together, at once. */
    private static final Duration BUDGET = Duration.ofSeconds(30);

    /** What is given back in a second, in parts of it. */
    private static final double REGAINED = 0.5;

    private final LongSupplier ticks;
    private final double mostNanos;
    private double spentNanos;
    private long lastTick;

    Patience() {
        this(BUDGET, System::nanoTime);
    }

    Patience(Duration budget, LongSupplier ticks) {
        this.ticks = Objects.requireNonNull(ticks, "ticks");
        this.mostNanos = budget.toNanos();
        this.lastTick = ticks.getAsLong();
    }

    /** For the next mail. */
    synchronized Duration next() {
        regain();
        return spentNanos < mostNanos ? USUAL : SHORT;
    }

    /** One mail has waited so long; waits that are short by themselves cost nothing. */
    synchronized void spent(long nanos) {
        regain();
        if (nanos >= SHORT.toNanos()) {
            spentNanos = Math.min(2 * mostNanos, spentNanos + nanos);
        }
    }

    private void regain() {
        long now = ticks.getAsLong();
        spentNanos = Math.max(0, spentNanos - REGAINED * (now - lastTick));
        lastTick = now;
    }
}
