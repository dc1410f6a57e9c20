package org.embargo.process;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What a desk's configuration says of dates and versions.
 *
 * @param advanceNotice  its distance between advance notice and disclosure
 * @param disclosureTime the hour where a member names a day alone
 * @param zone           in which that hour is
 */
public record DeskRules(Duration advanceNotice, LocalTime disclosureTime, ZoneId zone, SupportedReleases supported) {

    public DeskRules {
        Objects.requireNonNull(advanceNotice, "advanceNotice");
        Objects.requireNonNull(disclosureTime, "disclosureTime");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(supported, "supported");
    }
}
