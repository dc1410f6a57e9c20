package org.embargo.letters;

import static org.embargo.letters.SampleLetters.CASE;
import static org.embargo.letters.SampleLetters.NOW;
import static org.embargo.letters.SampleLetters.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.embargo.model.Confidential;
import org.embargo.model.Fingerprint;
import org.embargo.model.Urgency;
import org.embargo.process.outcome.CalendarItem;
import org.embargo.process.outcome.NoticeLetter;

/** Letters ahead of disclosure, for tests: always the same. */
final class SampleNotices {

    static final Instant HOUR = NOW.plus(Duration.ofDays(7));

    private SampleNotices() {}

    static NoticeLetter.AdvanceNotice advanceNotice(String text, int update) {
        return new NoticeLetter.AdvanceNotice(
                CASE,
                token('n'),
                new Confidential("Overflow in the parser"),
                new Confidential(text),
                "digest",
                List.of(),
                Optional.of(HOUR),
                update,
                calendar(Optional.of(HOUR)));
    }

    static NoticeLetter.DateMoved dateMoved(Optional<Instant> hour) {
        return new NoticeLetter.DateMoved(CASE, token('n'), Optional.of(HOUR), hour, urgency(hour), calendar(hour));
    }

    static NoticeLetter.ConfirmationRequest confirmationRequest() {
        return new NoticeLetter.ConfirmationRequest(CASE, token('n'), Optional.of(HOUR));
    }

    static NoticeLetter.DateNotice dateNotice(Optional<Fingerprint> encryptTo) {
        return new NoticeLetter.DateNotice(
                CASE,
                new Confidential("the date, as approved\n"),
                new Confidential("Robin"),
                "digest",
                Optional.of(HOUR),
                0,
                calendar(Optional.of(HOUR)),
                Optional.of(token('r')),
                encryptTo);
    }

    static NoticeLetter.DateMovedForReporter dateMovedForReporter(Optional<Fingerprint> encryptTo) {
        Optional<Instant> hour = Optional.of(NOW.plus(Duration.ofDays(2)));
        return new NoticeLetter.DateMovedForReporter(
                CASE, Optional.of(HOUR), hour, Urgency.EXPLOITED, calendar(hour), Optional.of(token('r')), encryptTo);
    }

    private static Urgency urgency(Optional<Instant> hour) {
        return hour.isPresent() ? Urgency.EXPLOITED : Urgency.NONE;
    }

    private static CalendarItem calendar(Optional<Instant> hour) {
        return new CalendarItem(token('u'), 1, hour);
    }
}
