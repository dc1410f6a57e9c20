package org.embargo.process.timetable;

import java.time.Duration;
import java.util.Objects;

/**
 * How long the clocks of a desk's cases run.
 *
 * @param acknowledgeWithin until a human answers a report
 * @param keepInTouch       from the last word to the reporter to the next
 * @param notices           those around the advance notices
 * @param disclosure        those around disclosure
 * @param patches           which steps there are for patches
 */
public record CaseClocks(
        Duration acknowledgeWithin,
        Duration keepInTouch,
        NoticeClocks notices,
        DisclosureClocks disclosure,
        PatchClocks patches) {

    public CaseClocks {
        Objects.requireNonNull(acknowledgeWithin, "acknowledgeWithin");
        Objects.requireNonNull(keepInTouch, "keepInTouch");
        Objects.requireNonNull(notices, "notices");
        Objects.requireNonNull(disclosure, "disclosure");
        Objects.requireNonNull(patches, "patches");
        if (acknowledgeWithin.toMillis() < 1 || keepInTouch.toMillis() < 1) {
            throw new IllegalArgumentException("clocks of " + acknowledgeWithin + " and " + keepInTouch);
        }
    }
}
