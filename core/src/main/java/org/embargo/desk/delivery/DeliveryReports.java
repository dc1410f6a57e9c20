package org.embargo.desk.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.desk.open.CaseCommit;
import org.embargo.desk.open.Desks;
import org.embargo.model.LetterId;
import org.embargo.model.Randomness;
import org.embargo.outbox.HeldCases;
import org.embargo.outbox.Letterhead;
import org.embargo.outbox.Retries;
import org.embargo.outbox.Troubles;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.words.Finding;
import org.embargo.store.ClaimedLetter;
import org.embargo.store.OutboxRow;
import org.embargo.store.OutboxState;
import org.embargo.store.StaleCaseException;
import org.embargo.store.Store;
import org.embargo.store.Transaction;

/** What becomes of letters, as the mail server and the outbox report it. Reports may come twice, and late. */
public final class DeliveryReports implements Troubles {

    private static final Logger LOGGER = LogManager.getLogger(DeliveryReports.class);
    private static final int MOST_DECISIONS = 20;

    /** Delivery time expired (RFC 3463 section 3.5). */
    private static final String GIVEN_UP = "4.4.7";

    private final Desks desks;
    private final Store store;
    private final Randomness randomness;
    private final Clock clock;

    public DeliveryReports(Desks desks, Randomness randomness, Clock clock) {
        this.desks = desks;
        this.store = desks.store();
        this.randomness = randomness;
        this.clock = clock;
    }

    public void delivered(LetterId letter) {
        deciding(tx -> tx.outbox()
                .find(letter)
                .map(OutboxRow::letter)
                .filter(found -> notices(tx, found).delivered(found))
                .isPresent());
    }

    public void bounced(LetterId letter, String status) {
        LOGGER.warn("letter {} was refused: {}", letter, status);
        deciding(tx -> {
            Optional<OutboxRow> row = tx.outbox().find(letter);
            row.ifPresent(found -> refused(tx, found, status));
            return row.isPresent();
        });
    }

    @Override
    public void callOff(ClaimedLetter claimed, String code) {
        deciding(tx -> notices(tx, claimed.letter()).calledOff(claimed, code));
    }

    @Override
    public void keepWaiting(ClaimedLetter claimed, String code, Instant again) {
        deciding(tx -> notices(tx, claimed.letter()).waits(claimed, code, again));
    }

    /** What left the team was tried once, so that it could be called back; the outbox goes on where that may help. */
    private void refused(Transaction tx, OutboxRow row, String status) {
        OutboxLetter letter = row.letter();
        boolean mayHelp = !status.startsWith("5") && row.state() != OutboxState.SENT && !isToTeam(letter);
        Optional<Duration> pause = mayHelp ? Retries.pauseAfter(row.attempts()) : Optional.empty();
        if (pause.isPresent()) {
            tx.outboxReports().returned(letter.id(), status, clock.instant().plus(pause.get()));
        } else {
            failedLetter(tx, letter).bounced(letter, mayHelp ? GIVEN_UP : status);
        }
    }

    /** A letter whose report is overdue: it goes again under its Message-ID, since never is worse than twice. */
    void unreported(Transaction tx, OutboxRow row) {
        OutboxLetter letter = row.letter();
        if (desks.find(letter.desk()).isEmpty()) {
            return;
        }
        if (Retries.pauseAfter(row.attempts()).isEmpty()) {
            failedLetter(tx, letter).bounced(letter, GIVEN_UP);
        } else if (tx.outboxReports().returned(letter.id(), UnreportedLetters.CODE, clock.instant())) {
            failedLetter(tx, letter).tell(letter, Finding.Kind.LETTER_UNREPORTED, UnreportedLetters.CODE);
        }
    }

    boolean isToTeam(OutboxLetter letter) {
        return Letterhead.isForTeam(letter.letter())
                && desks.find(letter.desk())
                        .filter(desk -> desk.config().isMember(letter.to()))
                        .isPresent();
    }

    @Override
    public void hold(ClaimedLetter claimed, String code) {
        deciding(tx -> {
            boolean held = tx.outboxClaims().hold(claimed, code);
            if (held && desks.find(claimed.letter().desk()).isPresent()) {
                Finding.Kind why =
                        code.equals(HeldCases.SHARED) ? Finding.Kind.LETTER_SHARED : Finding.Kind.LETTER_HELD;
                failedLetter(tx, claimed.letter()).tell(claimed.letter(), why, code);
            }
            return held;
        });
    }

    @Override
    public void holdSilently(ClaimedLetter claimed, String code) {
        store.inTransaction(tx -> tx.outboxClaims().hold(claimed, code));
    }

    @Override
    public void stuck(OutboxLetter letter, String code) {
        deciding(tx -> {
            failedLetter(tx, letter).tell(letter, Finding.Kind.LETTER_STUCK, code);
            return true;
        });
    }

    /** Decides anew when the case was changed meanwhile, as when many letters of one case are reported at once. */
    private void deciding(Predicate<Transaction> report) {
        for (int left = MOST_DECISIONS; ; left--) {
            try {
                store.inTransaction(report::test);
                return;
            } catch (StaleCaseException e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }

    private FailedLetter failedLetter(Transaction tx, OutboxLetter letter) {
        Instant now = clock.instant();
        return new FailedLetter(tx, commit(tx, letter, now), mailing(tx, letter, now), now);
    }

    private NoticeReports notices(Transaction tx, OutboxLetter letter) {
        Instant now = clock.instant();
        return new NoticeReports(tx, commit(tx, letter, now), mailing(tx, letter, now), now);
    }

    private CaseCommit commit(Transaction tx, OutboxLetter letter, Instant now) {
        return new CaseCommit(tx, desks.desk(tx, letter.desk()), now);
    }

    private Mailing mailing(Transaction tx, OutboxLetter letter, Instant now) {
        return new Mailing(desks.desk(tx, letter.desk()).roster(now), randomness, now);
    }
}
