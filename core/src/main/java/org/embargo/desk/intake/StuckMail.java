package org.embargo.desk.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.desk.open.Desks;
import org.embargo.desk.open.OpenDesk;
import org.embargo.model.IntakeId;
import org.embargo.model.Randomness;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.words.Finding;
import org.embargo.store.Transaction;

/**
 * Tells the teams of a mail that can't be taken in. Whose it is can't be read any more, or not safely, so each desk of
 * the server hears of it; the id says nothing about the mail but when it came. One thread.
 */
public final class StuckMail {

    private static final Logger LOGGER = LogManager.getLogger(StuckMail.class);

    /** Some twenty minutes of trying. */
    static final int TOLD_AFTER = 8;

    private final Desks desks;
    private final Randomness randomness;
    private final Clock clock;
    private final Set<IntakeId> toldDamaged = new HashSet<>();

    public StuckMail(Desks desks, Randomness randomness, Clock clock) {
        this.desks = desks;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** @param quarantined all damaged mails; each is told once, and again after a restart, until a person has acted */
    void damaged(List<IntakeId> quarantined) {
        for (IntakeId id : quarantined) {
            if (toldDamaged.add(id)) {
                tell(Finding.of(Finding.Kind.MAIL_DAMAGED, id.value()));
            }
        }
    }

    /** @param attempts how often it has failed by now; it is told once */
    void failed(IntakeId id, int attempts, Throwable cause) {
        if (attempts == TOLD_AFTER) {
            String code = cause.getClass().getSimpleName();
            tell(Finding.of(Finding.Kind.MAIL_STUCK, id.value(), String.valueOf(attempts), code));
        }
    }

    private void tell(Finding finding) {
        try {
            desks.store().inTransaction(tx -> {
                desks.all()
                        .forEach(
                                desk -> enqueue(tx, desks.desk(tx, desk.config().name()), finding));
                return true;
            });
        } catch (RuntimeException e) {
            // the mail itself stays where it is; the log is what is left to tell it
            LOGGER.error(
                    "nobody could be told of a stuck mail: {}", e.getClass().getSimpleName());
        }
    }

    private void enqueue(Transaction tx, OpenDesk desk, Finding finding) {
        Instant now = clock.instant();
        Mailing mailing = new Mailing(desk.roster(now), randomness, now);
        Letter letter = new TeamLetter.DeskProblem(List.of(finding));
        mailing.toTeam(Optional.empty(), letter, mailing.newMessageId(), Optional.empty(), member -> true)
                .forEach(tx.outbox()::enqueue);
    }
}
