package org.embargo.store;

import java.time.Instant;
import java.util.List;
import org.embargo.model.LetterId;
import org.jdbi.v3.core.Handle;

/**
 * What the mail server's queue has, and what it reports of it. Error codes are short words of ours, at most 60 characters,
 * without content.
 */
public final class OutboxReports {
    private final Handle handle;

    OutboxReports(Handle handle) {
        this.handle = handle;
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

    /** Notes for what the mail server has had since later than {@code now} that it has it since {@code now}. */
    public int handedOverBy(Instant now) {
        return handle.createUpdate("UPDATE outbox SET changed = :now WHERE state = 'HANDED_OVER' AND changed > :now")
                .bind("now", now.toEpochMilli())
                .execute();
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
}
