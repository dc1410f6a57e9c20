package org.embargo.desk.steps;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.embargo.desk.open.DueStep;
import org.embargo.desk.open.OpenDesk;
import org.embargo.desk.open.Step;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.process.outcome.ClockLetter;
import org.embargo.process.outcome.DigestCase;
import org.embargo.process.outcome.DigestMails;
import org.embargo.store.JournalDamageException;
import org.embargo.store.JournalEnd;
import org.embargo.store.MailArchive;
import org.embargo.store.TakenMail;
import org.embargo.store.TimetableKey;
import org.embargo.store.TimetableRow;
import org.embargo.store.Transaction;

/** The digest of open cases. One that was missed is sent once at start, and says so. */
final class DigestStep implements Step {

    private static final String KIND = "digest";
    private static final Duration WEEK = Duration.ofDays(7);
    /** What is left out of the list is counted. */
    private static final int MOST_CASES = 200;

    /** Plans the next digest by the desk's configuration; one that was missed stays. */
    static void plan(Transaction tx, OpenDesk desk, Instant now) {
        TimetableKey key = TimetableKey.of(desk.config().name(), KIND);
        Instant next = desk.config().clocks().digest().after(now);
        Optional<Instant> planned = tx.timetable().find(key).map(TimetableRow::planned);
        boolean missed = planned.filter(moment -> !moment.isAfter(now)).isPresent();
        if (!missed && planned.filter(next::equals).isEmpty()) {
            tx.timetable().schedule(key, next);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(DueStep due) {
        Transaction tx = due.tx();
        DeskName desk = due.row().key().desk();
        List<CaseId> open = tx.cases().open(desk);
        List<DigestCase> cases =
                open.stream().limit(MOST_CASES).map(id -> shown(due, id)).toList();
        JournalEnd end = tx.journal().end(desk);
        DeskLetters.toTeam(
                due,
                new ClockLetter.Digest(
                        due.row().planned(),
                        due.now(),
                        cases,
                        open.size() - cases.size(),
                        mails(tx.mails(), desk, due.row().planned().minus(WEEK)),
                        end.number(),
                        end.mac()));
        plan(tx, due.desk(), due.now());
    }

    /** One damaged case keeps back no digest. */
    private static DigestCase shown(DueStep due, CaseId id) {
        try {
            return DigestCase.of(
                    due.tx().journal().find(id).orElseThrow(), due.desk().clocks());
        } catch (JournalDamageException e) {
            return DigestCase.damaged(id);
        }
    }

    private static DigestMails mails(MailArchive mails, DeskName desk, Instant since) {
        return new DigestMails(
                since,
                mails.countSince(desk, TakenMail.Kind.REPORT, since),
                mails.countSince(desk, TakenMail.Kind.FOLLOW_UP, since)
                        + mails.countSince(desk, TakenMail.Kind.MEMBER_MAIL, since),
                mails.countSince(desk, TakenMail.Kind.KEY_REQUEST, since),
                mails.countSince(desk, TakenMail.Kind.BOUNCE, since)
                        + mails.countSince(desk, TakenMail.Kind.LIST_MAIL, since)
                        + mails.countSince(desk, TakenMail.Kind.ANNOUNCEMENT, since)
                        + mails.countSince(desk, TakenMail.Kind.DUPLICATE, since),
                mails.setAsideSince(desk, since).stream()
                        .map(mail -> new DigestMails.SetAside(mail.received(), mail.caseId()))
                        .toList());
    }
}
