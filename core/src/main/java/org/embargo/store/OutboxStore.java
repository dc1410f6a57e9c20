package org.embargo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.LetterId;
import org.embargo.model.Randomness;
import org.embargo.model.Token;
import org.embargo.process.outcome.OutboxLetter;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/**
 * Letters on their way out: never zero times, never early; twice is possible and recognisable by the Message-ID.
 *
 * <p>A mark that names a claim has an effect only while the claim is held and says whether it had one. Error codes are
 * short words of ours, at most 60 characters, without content.
 */
public final class OutboxStore {
    private static final Logger LOGGER = LogManager.getLogger(OutboxStore.class);
    private static final String OURS = " WHERE letter_id = :id AND state = 'CLAIMED' AND claim = :claim";
    private static final String SELECT = "SELECT letter_id, letter, state, due, attempts, last_error FROM outbox ";

    private final Handle handle;
    private final Sealer sealer;
    private final Randomness randomness = Randomness.secure();

    OutboxStore(Handle handle, Sealer sealer) {
        this.handle = handle;
        this.sealer = sealer;
    }

    /** Puts a letter in, due when it says; its Message-ID is known to {@link LookUps#byLetters} from this commit on. */
    public void enqueue(OutboxLetter letter) {
        handle.createUpdate("INSERT INTO outbox (letter_id, desk, case_id, composition, bounce_hash, state, due,"
                        + " attempts, changed, letter) VALUES (:id, :desk, :case, :composition, :bounce, 'PENDING', :due,"
                        + " 0, :due, :letter)")
                .bind("id", letter.id().value())
                .bind("desk", letter.desk().value())
                .bind("case", letter.caseId().map(CaseId::toString))
                .bind("composition", letter.composition().value())
                .bind("bounce", bounceHash(letter.desk(), letter.bounceToken()))
                .bind("due", letter.due().toEpochMilli())
                .bind("letter", sealer.seal(place(letter.id().value()), StoredJson.write(letter)))
                .execute();
        letter.caseId()
                .ifPresent(id -> new LookUps(handle, sealer).rememberLetter(letter.desk(), letter.messageId(), id));
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

    /** Puts off the end of the lease while a long hand-over goes on. */
    public boolean extendLease(ClaimedLetter claimed, Instant until) {
        return ours("UPDATE outbox SET lease_ends = :until", claimed)
                        .bind("until", until.toEpochMilli())
                        .execute()
                == 1;
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

    /** As {@link #hold}, for a letter that waits; nothing happens where it is on its way already. */
    public boolean withhold(LetterId id, String errorCode) {
        return handle.createUpdate("UPDATE outbox SET state = 'HELD', last_error = :error"
                                + " WHERE letter_id = :id AND state = 'PENDING'")
                        .bind("id", id.value())
                        .bind("error", errorCode)
                        .execute()
                == 1;
    }

    /** The relay took it, as the mail server reports; says whether that is news. */
    public boolean sent(LetterId id, Instant now) {
        return handle.createUpdate("UPDATE outbox SET state = 'SENT', claim = NULL, lease_ends = NULL, changed = :now"
                                + " WHERE letter_id = :id AND state IN ('PENDING', 'CLAIMED', 'HANDED_OVER')")
                        .bind("id", id.value())
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    /** It came back or was refused for good; says whether that is news, so that it is told once. */
    public boolean bounced(LetterId id, String errorCode, Instant now) {
        return handle.createUpdate("UPDATE outbox SET state = 'BOUNCED', claim = NULL, lease_ends = NULL,"
                                + " last_error = :error, changed = :now WHERE letter_id = :id AND state <> 'BOUNCED'")
                        .bind("id", id.value())
                        .bind("error", errorCode)
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    /** Puts a letter that the mail server gave up, or that was held, back; never one that was sent or is claimed. */
    public boolean putBack(LetterId id, String errorCode, Instant due) {
        return handle.createUpdate("UPDATE outbox SET state = 'PENDING', due = :due, last_error = :error"
                                + " WHERE letter_id = :id AND state IN ('HANDED_OVER', 'HELD')")
                        .bind("id", id.value())
                        .bind("error", errorCode)
                        .bind("due", due.toEpochMilli())
                        .execute()
                == 1;
    }

    /**
     * Puts a letter back that the mail server tried in vain; its report may come before the hand-over was marked. Says
     * whether that is news.
     */
    public boolean returned(LetterId id, String errorCode, Instant due) {
        return handle.createUpdate("UPDATE outbox SET state = 'PENDING', claim = NULL, lease_ends = NULL, due = :due,"
                                + " last_error = :error WHERE letter_id = :id AND state IN ('CLAIMED', 'HANDED_OVER')")
                        .bind("id", id.value())
                        .bind("error", errorCode)
                        .bind("due", due.toEpochMilli())
                        .execute()
                == 1;
    }

    /** Letters that the mail server's queue has had since before {@code then}, the longest first. */
    public List<LetterId> handedOverBefore(Instant then, int limit) {
        return handle.createQuery("SELECT letter_id FROM outbox WHERE state = 'HANDED_OVER' AND changed < :then"
                        + " ORDER BY changed, letter_id FETCH FIRST :limit ROWS ONLY")
                .bind("then", then.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> new LetterId(row.getString("letter_id")))
                .list();
    }

    /** Makes due now what was put off with {@code errorCode}, whichever case it is of. */
    public int bringForward(String errorCode, Instant now) {
        return handle.createUpdate("UPDATE outbox SET due = :now WHERE state = 'PENDING' AND last_error = :error"
                        + " AND due > :now")
                .bind("error", errorCode)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** As {@link #bringForward(String, Instant)}, of one case. */
    public int bringForward(CaseId id, String errorCode, Instant now) {
        return handle.createUpdate("UPDATE outbox SET due = :now WHERE case_id = :case AND state = 'PENDING'"
                        + " AND last_error = :error AND due > :now")
                .bind("case", id.toString())
                .bind("error", errorCode)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** Makes due now what failed of a case, held or put off for any reason but {@code errorCode}. */
    public int retryFailed(CaseId id, String errorCode, Instant now) {
        return handle.createUpdate("UPDATE outbox SET state = 'PENDING', due = :now WHERE case_id = :case"
                        + " AND (state = 'HELD' OR (state = 'PENDING' AND due > :now))"
                        + " AND last_error IS NOT NULL AND last_error <> :error")
                .bind("case", id.toString())
                .bind("error", errorCode)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** The letters that wait for a time after {@code now}; one that can't be read is left out. */
    public List<OutboxRow> waitingBeyond(Instant now) {
        return handle
                .createQuery("SELECT letter_id FROM outbox WHERE state = 'PENDING' AND due > :now"
                        + " ORDER BY due, letter_id")
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .list()
                .stream()
                .flatMap(id -> readable(id).stream())
                .toList();
    }

    /** Brings forward a letter that waits; nothing happens where it does not, or is due sooner. */
    public boolean bringForward(LetterId id, Instant due) {
        return handle.createUpdate("UPDATE outbox SET due = :due WHERE letter_id = :id AND state = 'PENDING'"
                                + " AND due > :due")
                        .bind("id", id.value())
                        .bind("due", due.toEpochMilli())
                        .execute()
                == 1;
    }

    /** Notes for what the mail server has had since later than {@code now} that it has it since {@code now}. */
    public int handedOverBy(Instant now) {
        return handle.createUpdate("UPDATE outbox SET changed = :now WHERE state = 'HANDED_OVER' AND changed > :now")
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private Optional<OutboxRow> readable(String id) {
        try {
            return find(new LetterId(id));
        } catch (StoreException e) {
            LOGGER.error("letter {} can't be read and keeps its time: {}", id, e.getMessage());
            return Optional.empty();
        }
    }

    /** Puts back what was held for one of these reasons, all due at {@code now}; says how many. */
    public int putBackHeld(List<String> errorCodes, Instant now) {
        return handle.createUpdate("UPDATE outbox SET state = 'PENDING', due = :now"
                        + " WHERE state = 'HELD' AND last_error IN (<codes>)")
                .bindList("codes", errorCodes)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** As {@link #putBackHeld(List, Instant)}, of one case. */
    public int putBackHeld(CaseId id, String errorCode, Instant now) {
        return handle.createUpdate("UPDATE outbox SET state = 'PENDING', due = :now WHERE case_id = :case"
                        + " AND state = 'HELD' AND last_error = :error")
                .bind("case", id.toString())
                .bind("error", errorCode)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    public Optional<OutboxRow> find(LetterId id) {
        return handle.createQuery(SELECT + "WHERE letter_id = :id")
                .bind("id", id.value())
                .map(this::row)
                .findOne();
    }

    /** The letter whose envelope sender bears {@code token}. */
    public Optional<OutboxRow> byBounceToken(DeskName desk, Token token) {
        return handle.createQuery(SELECT + "WHERE bounce_hash = :bounce")
                .bind("bounce", bounceHash(desk, token))
                .map(this::row)
                .findOne();
    }

    /** The letters of a case, in the order in which they are due. */
    public List<OutboxRow> of(CaseId id) {
        return handle.createQuery(SELECT + "WHERE case_id = :case ORDER BY due, letter_id")
                .bind("case", id.toString())
                .map(this::row)
                .list();
    }

    /** How many letters are in {@code state}. */
    public int count(OutboxState state) {
        return handle.createQuery("SELECT COUNT(*) FROM outbox WHERE state = :state")
                .bind("state", state.name())
                .mapTo(Integer.class)
                .one();
    }

    /** When the next letter is due or the next lease ends. */
    public Optional<Instant> nextDue() {
        return Due.earliest(
                handle,
                "SELECT due FROM outbox WHERE state = 'PENDING' ORDER BY due FETCH FIRST 1 ROWS ONLY",
                "SELECT MIN(lease_ends) FROM outbox WHERE state = 'CLAIMED'");
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
            return find(new LetterId(id)).map(row -> new ClaimedLetter(row.letter(), claim, row.attempts()));
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

    private OutboxRow row(ResultSet row, StatementContext context) throws SQLException {
        byte[] clear = sealer.open(place(row.getString("letter_id")), row.getBytes("letter"));
        return new OutboxRow(
                StoredJson.read(clear, OutboxLetter.class),
                OutboxState.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("due")),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("last_error")));
    }

    private String bounceHash(DeskName desk, Token token) {
        return sealer.lookUp("bounce", new Fields().add(desk.value()).add(token.value()));
    }

    private static Place place(String letterId) {
        return new Place("outbox", letterId, "letter");
    }

    private record Candidate(String id, String composition) {}
}
