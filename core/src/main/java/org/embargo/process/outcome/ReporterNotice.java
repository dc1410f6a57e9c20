package org.embargo.process.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.embargo.model.Case;
import org.embargo.model.Confidential;
import org.embargo.model.FinishedTexts;
import org.embargo.model.Notices;

/**
 * What the reporter is told of the date; nothing where he can't be written to, and nothing by itself where the same
 * ciphertext lies in another case: one of the two may have stolen it to learn just this.
 */
public final class ReporterNotice {

    private final Case current;
    private final Mailing mailing;

    public ReporterNotice(Case current, Mailing mailing) {
        this.current = current;
        this.mailing = mailing;
    }

    /** Where he was told alone before the private list, and nothing in it is new, he is not told again. */
    public List<OutboxLetter> unlessHeHasIt(
            FinishedTexts approved, Optional<Instant> hour, CalendarItem calendar, Instant leaves) {
        Optional<Notices.Dated> before = current.notices().dated();
        return before.equals(Optional.of(new Notices.Dated(hour, text(approved), credit(approved))))
                ? List.of()
                : decide(approved, hour, before.isPresent() ? current.notices().updates() + 1 : 0, calendar, leaves);
    }

    /** Without his certificate it is the form that tells no details. */
    private Confidential text(FinishedTexts approved) {
        return current.reporterCertificate().isPresent() ? approved.dateNotice() : approved.bareDateNotice();
    }

    private Confidential credit(FinishedTexts approved) {
        return approved.credit().of(current.dossier().credit());
    }

    public List<OutboxLetter> decide(
            FinishedTexts approved, Optional<Instant> hour, int update, CalendarItem calendar, Instant leaves) {
        return toReporter(
                new NoticeLetter.DateNotice(
                        current.id(),
                        text(approved),
                        credit(approved),
                        approved.digest(),
                        hour,
                        update,
                        calendar,
                        current.reporterToken(),
                        current.reporterCertificate()),
                leaves);
    }

    public List<OutboxLetter> moved(Optional<Instant> hour, CalendarItem calendar) {
        return toReporter(
                new NoticeLetter.DateMovedForReporter(
                        current.id(),
                        current.notices().hour(),
                        hour,
                        current.schedule().urgency(),
                        calendar,
                        current.reporterToken(),
                        current.reporterCertificate()),
                mailing.now());
    }

    /** Where he may be a thief the outbox holds it, says so, and lets it go when a member is sure. */
    private List<OutboxLetter> toReporter(Letter letter, Instant leaves) {
        return current
                .reporter()
                .map(to -> mailing.toOne(Optional.of(current.id()), letter, to, leaves, current.lastReporterMail()))
                .stream()
                .toList();
    }
}
