package org.embargo.process.requests;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import org.embargo.process.standing.SupportedReleases;
import org.embargo.process.timetable.DisclosureClocks;

/**
 * What a desk's configuration says of dates and versions.
 *
 * @param advanceNotice  its distance between advance notice and disclosure
 * @param disclosureTime the hour where a member names a day alone
 * @param zone           in which that hour is
 * @param clocks         those around disclosure
 * @param releaseUrl     what the address of a release must begin with; blank where anything will do
 * @param clockTolerance how far a time that a member confirms may be from the server's
 */
public record DeskRules(
        Duration advanceNotice,
        LocalTime disclosureTime,
        ZoneId zone,
        SupportedReleases supported,
        DisclosureClocks clocks,
        String releaseUrl,
        Duration clockTolerance) {

    public DeskRules {
        Objects.requireNonNull(advanceNotice, "advanceNotice");
        Objects.requireNonNull(disclosureTime, "disclosureTime");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(supported, "supported");
        Objects.requireNonNull(clocks, "clocks");
        Objects.requireNonNull(releaseUrl, "releaseUrl");
        Objects.requireNonNull(clockTolerance, "clockTolerance");
    }
}
