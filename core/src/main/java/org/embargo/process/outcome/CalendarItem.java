package org.embargo.process.outcome;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Token;

/**
 * The hour of disclosure for somebody's calendar: date and case id, no more, since calendars travel to clouds.
 *
 * @param uid      the same for all that he gets of this case
 * @param sequence raised at each change
 * @param hour     where there is none, the item is cancelled
 */
public record CalendarItem(Token uid, int sequence, Optional<Instant> hour) {

    public CalendarItem {
        Objects.requireNonNull(uid, "uid");
        Objects.requireNonNull(hour, "hour");
    }
}
