package org.embargo.process.timetable;

import java.time.Duration;
import java.util.Objects;

/**
 * How long the clocks around disclosure run, and what they wait for.
 *
 * @param advanceNotice       from notices to disclosure, where the case has no distance of its own
 * @param timeSensitiveNotice from notices to disclosure of what is exploited already
 * @param lastCall            before disclosure, to the team
 * @param releaseWithin       from the hour until the releases are out
 * @param postConfirmWithin   from the post until it came back from its lists
 * @param approvals           how many members must approve; 1 or more
 */
public record DisclosureClocks(
        Duration advanceNotice,
        Duration timeSensitiveNotice,
        Duration lastCall,
        Duration releaseWithin,
        Duration postConfirmWithin,
        int approvals) {

    public DisclosureClocks {
        Objects.requireNonNull(advanceNotice, "advanceNotice");
        Objects.requireNonNull(timeSensitiveNotice, "timeSensitiveNotice");
        Objects.requireNonNull(lastCall, "lastCall");
        Objects.requireNonNull(releaseWithin, "releaseWithin");
        Objects.requireNonNull(postConfirmWithin, "postConfirmWithin");
        if (approvals < 1) {
            throw new IllegalArgumentException("approvals must be at least 1");
        }
    }
}
