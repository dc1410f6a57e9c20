package org.embargo.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.model.CaseId;
import org.embargo.model.LetterId;
import org.jdbi.v3.core.Handle;

/**
 * Letters that wait for their time, or for a person: what lets them go sooner, or keeps them. Error codes are short words
 * of ours, at most 60 characters, without content.
 */
public final class WaitingLetters {
    private static final Logger LOGGER = LogManager.getLogger(WaitingLetters.class);

    private final Handle handle;
    private final OutboxStore outbox;

    WaitingLetters(Handle handle, OutboxStore outbox) {
        this.handle = handle;
        this.outbox = outbox;
    }

    /** As {@link OutboxClaims#hold}, for a letter that waits; nothing happens where it is on its way already. */
    public boolean withhold(LetterId id, String errorCode) {
        return handle.createUpdate("UPDATE outbox SET state = 'HELD', last_error = :error"
                                + " WHERE letter_id = :id AND state = 'PENDING'")
                        .bind("id", id.value())
                        .bind("error", errorCode)
                        .execute()
                == 1;
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

    /** Brings forward a letter that waits; nothing happens where it does not, or is due sooner. */
    public boolean bringForward(LetterId id, Instant due) {
        return handle.createUpdate("UPDATE outbox SET due = :due WHERE letter_id = :id AND state = 'PENDING'"
                                + " AND due > :due")
                        .bind("id", id.value())
                        .bind("due", due.toEpochMilli())
                        .execute()
                == 1;
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

    private Optional<OutboxRow> readable(String id) {
        try {
            return outbox.find(new LetterId(id));
        } catch (StoreException e) {
            LOGGER.error("letter {} can't be read and keeps its time: {}", id, e.getMessage());
            return Optional.empty();
        }
    }
}
