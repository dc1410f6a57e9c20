package org.embargo.process.standing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Refusal.Reason;

/** An hour as a clock on the wall shows it, which may not exist or exist twice. */
public record LocalHour(LocalDateTime hour, ZoneId zone) {

    public LocalHour {
        Objects.requireNonNull(hour, "hour");
        Objects.requireNonNull(zone, "zone");
    }

    /** The moment that it is; empty where it is none or two. */
    public Optional<Instant> moment() {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(hour);
        return offsets.size() == 1 ? Optional.of(hour.toInstant(offsets.get(0))) : Optional.empty();
    }

    /** Why it is no moment. */
    public Refusal objection() {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(hour);
        String written = hour.toLocalDate() + " " + hour.toLocalTime();
        return offsets.isEmpty()
                ? Refusal.of(Reason.HOUR_SKIPPED, written, zone.getId())
                : Refusal.of(
                        Reason.HOUR_TWICE,
                        written,
                        zone.getId(),
                        hour.toInstant(offsets.get(0)).toString(),
                        hour.toInstant(offsets.get(1)).toString());
    }
}
