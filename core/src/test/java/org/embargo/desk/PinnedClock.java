package org.embargo.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands until it is moved, or goes a step at each look. */
final class PinnedClock extends Clock {

    private volatile Instant now;
    private volatile Duration step = Duration.ZERO;

    PinnedClock(Instant now) {
        this.now = now;
    }

    synchronized void move(Duration by) {
        now = now.plus(by);
    }

    /** Lets each look see a later time, so that what is done in order shows it. */
    void go(Duration stepAtEachLook) {
        step = stepAtEachLook;
    }

    @Override
    public synchronized Instant instant() {
        now = now.plus(step);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("UTC alone");
    }
}
