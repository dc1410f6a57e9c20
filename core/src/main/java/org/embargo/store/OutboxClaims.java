package org.embargo.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.model.LetterId;
import org.embargo.model.Randomness;
import org.embargo.model.Token;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Letters that one runner has for a while, and how it gets rid of them.
 *
 * <p>A mark that names a claim has an effect only while the claim is held and says whether it had one. Error codes are
 * short words of ours, at most 60 characters, without content.
 */
public final class OutboxClaims {
    private static final Logger LOGGER = LogManager.getLogger(OutboxClaims.class);
    private static final String OURS = " WHERE letter_id = :id AND state = 'CLAIMED' AND claim = :claim";

    private final Handle handle;
    private final OutboxStore outbox;
    private final Randomness randomness = Randomness.secure();

    OutboxClaims(Handle handle, OutboxStore outbox) {
        this.handle = handle;
        this.outbox = outbox;
    }

    /**
     * Takes letters that are due, the longest due first. Letters of one composition that are due come together, so that
     * there may be more than {@code limit}. Leases that have ended are released first. A letter whose seal does not hold
     * is put on hold and stops no other.
     */
    public List<ClaimedLetter> claimDue(Instant now, int limit, Duration lease) {
        releaseEnded(now, lease);
        List<ClaimedLetter> claimed = new ArrayList<>();
        for (String id : candidates(now, limit)) {
            Token claim = randomness.token();
            if (claim(id, claim, now, now.plus(lease))) {
                opened(id, claim).ifPresent(claimed::add);
            }
        }
        return claimed;
    }

    /** The mail server's queue has it. A report that came faster stands. */
    public boolean handedOver(ClaimedLetter claimed, Instant now) {
        return ours("UPDATE outbox SET state = 'HANDED_OVER', claim = NULL, lease_ends = NULL, changed = :now", claimed)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    /** It failed and is tried again at {@code due}. */
    public boolean failed(ClaimedLetter claimed, String errorCode, Instant due) {
        return ours(
                                "UPDATE outbox SET state = 'PENDING', claim = NULL, lease_ends = NULL, due = :due,"
                                        + " last_error = :error",
                                claimed)
                        .bind("due", due.toEpochMilli())
                        .bind("error", errorCode)
                        .execute()
                == 1;
    }

    /** As {@link #failed}, where nothing was tried: it must wait, and the claim does not count. */
    public boolean waits(ClaimedLetter claimed, String code, Instant due) {
        return ours(
                                "UPDATE outbox SET state = 'PENDING', claim = NULL, lease_ends = NULL, due = :due,"
                                        + " attempts = attempts - 1, last_error = :error",
                                claimed)
                        .bind("due", due.toEpochMilli())
                        .bind("error", code)
                        .execute()
                == 1;
    }

    /** A person must act before it can go. */
    public boolean hold(ClaimedLetter claimed, String errorCode) {
        return ours(
                                "UPDATE outbox SET state = 'HELD', claim = NULL, lease_ends = NULL,"
                                        + " last_error = :error",
                                claimed)
                        .bind("error", errorCode)
                        .execute()
                == 1;
    }

    /** It must not go any more, and never will. */
    public boolean callOff(ClaimedLetter claimed, String errorCode) {
        return ours(
                                "UPDATE outbox SET state = 'CALLED_OFF', claim = NULL, lease_ends = NULL,"
                                        + " last_error = :error",
                                claimed)
                        .bind("error", errorCode)
                        .execute()
                == 1;
    }

    /** Gives up every claim: right only where no other process can hold one. */
    int releaseAll() {
        return handle.execute(
                "UPDATE outbox SET state = 'PENDING', claim = NULL, lease_ends = NULL" + " WHERE state = 'CLAIMED'");
    }

    /** A lease that ends later than any taken now was taken before the clock was moved back. */
    private void releaseEnded(Instant now, Duration lease) {
        handle.createUpdate("UPDATE outbox SET state = 'PENDING', claim = NULL, lease_ends = NULL"
                        + " WHERE state = 'CLAIMED' AND (lease_ends <= :now OR lease_ends > :never)")
                .bind("now", now.toEpochMilli())
                .bind("never", Due.latestLeaseEnd(now, lease).toEpochMilli())
                .execute();
    }

    /** Ids of what is due; where the limit would cut a composition in two, all of it. */
    private List<String> candidates(Instant now, int limit) {
        List<Candidate> due = handle.createQuery("SELECT letter_id, composition FROM outbox"
                        + " WHERE state = 'PENDING' AND due <= :now ORDER BY due, composition, letter_id"
                        + " FETCH FIRST :limit ROWS ONLY")
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> new Candidate(row.getString("letter_id"), row.getString("composition")))
                .list();
        List<String> ids = new ArrayList<>(due.stream().map(Candidate::id).toList());
        if (due.size() == limit) {
            rest(due.get(limit - 1).composition(), now).stream()
                    .filter(id -> !ids.contains(id))
                    .forEach(ids::add);
        }
        return ids;
    }

    private List<String> rest(String composition, Instant now) {
        return handle.createQuery("SELECT letter_id FROM outbox WHERE composition = :composition"
                        + " AND state = 'PENDING' AND due <= :now ORDER BY letter_id")
                .bind("composition", composition)
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .list();
    }

    private boolean claim(String id, Token claim, Instant now, Instant leaseEnds) {
        return handle.createUpdate("UPDATE outbox SET state = 'CLAIMED', claim = :claim, lease_ends = :ends,"
                                + " attempts = attempts + 1, changed = :now"
                                + " WHERE letter_id = :id AND state = 'PENDING' AND due <= :now")
                        .bind("id", id)
                        .bind("claim", claim.value())
                        .bind("ends", leaseEnds.toEpochMilli())
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    private Optional<ClaimedLetter> opened(String id, Token claim) {
        try {
            return outbox.find(new LetterId(id)).map(row -> new ClaimedLetter(row.letter(), claim, row.attempts()));
        } catch (StoreException e) {
            LOGGER.error("letter {} can't be read and is held: {}", id, e.getMessage());
            handle.createUpdate("UPDATE outbox SET state = 'HELD', claim = NULL, lease_ends = NULL,"
                            + " last_error = 'unreadable' WHERE letter_id = :id")
                    .bind("id", id)
                    .execute();
            return Optional.empty();
        }
    }

    private Update ours(String update, ClaimedLetter claimed) {
        return handle.createUpdate(update + OURS)
                .bind("id", claimed.letter().id().value())
                .bind("claim", claimed.claim().value());
    }

    private record Candidate(String id, String composition) {}
}
