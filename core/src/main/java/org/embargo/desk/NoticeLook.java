package org.embargo.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.embargo.model.Case;
import org.embargo.outbox.LastLook;
import org.embargo.process.NoticeLetter;
import org.embargo.process.NoticeStanding;
import org.embargo.process.NoticeStanding.Objection;
import org.embargo.process.OutboxLetter;
import org.embargo.store.Transaction;

/** Asks case, book and approval, as their journals have them now, whether a letter ahead of disclosure may still go. */
final class NoticeLook implements LastLook {

    private final Desks desks;
    private final Clock clock;

    NoticeLook(Desks desks, Clock clock) {
        this.desks = desks;
        this.clock = clock;
    }

    @Override
    public Verdict at(OutboxLetter letter) {
        return letter.letter() instanceof NoticeLetter notice
                ? desks.store().reading(tx -> at(tx, letter, notice))
                : Verdict.GOES;
    }

    private Verdict at(Transaction tx, OutboxLetter letter, NoticeLetter notice) {
        OpenDesk desk = desks.desk(letter.desk());
        Case current = tx.journal().find(notice.caseId()).orElseThrow();
        Instant now = clock.instant();
        NoticeStanding standing =
                new NoticeStanding(current, PrivateList.of(tx, desk.desk()).book(), desk.approvedNow(current));
        Optional<Objection> objection =
                standing.objection(notice, letter.to(), desk.clocks().notices(), now);
        return objection.map(NoticeLook::verdict).orElse(Verdict.GOES);
    }

    private static Verdict verdict(Objection objection) {
        return objection == Objection.NOT_APPROVED
                ? Verdict.waits(code(objection))
                : Verdict.calledOff(code(objection));
    }

    static String code(Objection objection) {
        return objection.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
