package org.embargo.desk.delivery;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.embargo.desk.open.Desks;
import org.embargo.desk.open.FinishedOnce;
import org.embargo.desk.open.OpenDesk;
import org.embargo.desk.open.PrivateList;
import org.embargo.desk.steps.TimetableRunner;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.outbox.LastLook;
import org.embargo.process.course.NoticeStanding;
import org.embargo.process.course.NoticeStanding.Objection;
import org.embargo.process.outcome.NoticeLetter;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.PostLetter;
import org.embargo.store.Transaction;

/** Asks case, book and approval, as their journals have them now, whether a notice, a date or a post may still go. One thread. */
public final class NoticeLook implements LastLook {

    private final Desks desks;
    private final Clock clock;
    private final FinishedOnce finished = new FinishedOnce();

    public NoticeLook(Desks desks, Clock clock) {
        this.desks = desks;
        this.clock = clock;
    }

    @Override
    public Verdict at(OutboxLetter letter) {
        return letter.caseId()
                .map(id -> desks.store().reading(tx -> at(tx, id, letter)))
                .orElse(Verdict.GOES);
    }

    private Verdict at(Transaction tx, CaseId id, OutboxLetter letter) {
        if (desks.isCut(letter.desk())) {
            return Verdict.waits(TimetableRunner.JOURNAL_CUT);
        }
        OpenDesk desk = desks.desk(tx, letter.desk());
        Case current = tx.journal().find(id).orElseThrow();
        NoticeStanding standing = new NoticeStanding(
                current, PrivateList.of(tx, desk.desk()).book(), finished.approvedNow(desk, current));
        return objection(standing, letter, desk).map(NoticeLook::verdict).orElse(Verdict.GOES);
    }

    private Optional<Objection> objection(NoticeStanding standing, OutboxLetter letter, OpenDesk desk) {
        if (letter.letter() instanceof PostLetter.OfPost post) {
            return standing.objection(post, letter.to());
        }
        return letter.letter() instanceof NoticeLetter notice
                ? standing.objection(notice, letter.to(), desk.clocks().notices(), clock.instant())
                : standing.objection();
    }

    private static Verdict verdict(Objection objection) {
        return objection == Objection.NOT_APPROVED || objection == Objection.CLOCK_DOUBTED
                ? Verdict.waits(code(objection))
                : Verdict.calledOff(code(objection));
    }

    static String code(Objection objection) {
        return objection.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
