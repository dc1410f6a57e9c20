package org.embargo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.Randomness;
import org.embargo.model.Token;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;

/**
 * What is to come and when. Claim in one transaction; then do the step's effect and {@link #done} in another: where
 * {@code done} says no, roll back by throwing, for somebody else has the step.
 */
public final class TimetableStore {
    /** A step of the desk as a whole has an empty case id: part of the primary key, it can't be absent. */
    private static final String OF_THE_DESK = "";

    private static final String SELECT =
            "SELECT desk, case_id, kind, planned, due, attempts, last_error FROM timetable ";
    private static final String KEY = " WHERE desk = :desk AND case_id = :case AND kind = :kind";
    private static final String OURS = KEY + " AND claim = :claim";

    private final Handle handle;
    private final Randomness randomness = Randomness.secure();

    TimetableStore(Handle handle) {
        this.handle = handle;
    }

    /** Sets when a step is due, whether it was there or not; a claim on it is lost. */
    public void schedule(TimetableKey key, Instant due) {
        int moved = keyed(
                        handle.createUpdate("UPDATE timetable SET planned = :due, due = :due, claim = NULL,"
                                + " lease_ends = NULL, attempts = 0, last_error = NULL" + KEY),
                        key)
                .bind("due", due.toEpochMilli())
                .execute();
        if (moved == 0) {
            keyed(
                            handle.createUpdate("INSERT INTO timetable (desk, case_id, kind, planned, due, attempts)"
                                    + " VALUES (:desk, :case, :kind, :due, :due, 0)"),
                            key)
                    .bind("due", due.toEpochMilli())
                    .execute();
        }
    }

    /** Strikes a step off; a claim on it is lost. */
    public void cancel(TimetableKey key) {
        keyed(handle.createUpdate("DELETE FROM timetable" + KEY), key).execute();
    }

    /**
     * Takes steps that are due, the longest due first. Leases that have ended are released first, and those that end later
     * than any taken now: they were taken before the clock was moved back.
     */
    public List<ClaimedStep> claimDue(Instant now, int limit, Duration lease) {
        List<TimetableRow> candidates = handle.createQuery(SELECT
                        + "WHERE due <= :now AND (claim IS NULL OR lease_ends <= :now OR lease_ends > :never)"
                        + " ORDER BY due, desk, case_id, kind FETCH FIRST :limit ROWS ONLY")
                .bind("now", now.toEpochMilli())
                .bind("never", Due.latestLeaseEnd(now, lease).toEpochMilli())
                .bind("limit", limit)
                .map(TimetableStore::row)
                .list();
        List<ClaimedStep> claimed = new ArrayList<>();
        for (TimetableRow row : candidates) {
            Token claim = randomness.token();
            if (claim(row.key(), claim, now, lease)) {
                find(row.key()).ifPresent(current -> claimed.add(new ClaimedStep(current, claim)));
            }
        }
        return claimed;
    }

    /** Strikes off a step that is done in this transaction; false where the claim was lost. */
    public boolean done(ClaimedStep step) {
        return ours("DELETE FROM timetable", step).execute() == 1;
    }

    /** Keeps the claim on a step that takes its time; false where it was lost. */
    public boolean renew(ClaimedStep step, Instant now, Duration lease) {
        return ours("UPDATE timetable SET lease_ends = :ends", step)
                        .bind("ends", now.plus(lease).toEpochMilli())
                        .execute()
                == 1;
    }

    /** The step failed and is tried again at {@code due}; false where the claim was lost. */
    public boolean failed(ClaimedStep step, String errorCode, Instant due) {
        return ours("UPDATE timetable SET due = :due, claim = NULL, lease_ends = NULL," + " last_error = :error", step)
                        .bind("due", due.toEpochMilli())
                        .bind("error", errorCode)
                        .execute()
                == 1;
    }

    /** Makes due now what was put off with {@code errorCode}. */
    public int bringForward(DeskName desk, String errorCode, Instant now) {
        return handle.createUpdate("UPDATE timetable SET due = :now WHERE desk = :desk AND claim IS NULL"
                        + " AND last_error = :error AND due > :now")
                .bind("desk", desk.value())
                .bind("error", errorCode)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** Makes due now what has failed and was put off; what runs at this moment stays. */
    public int retryFailed(CaseId id, Instant now) {
        return handle.createUpdate("UPDATE timetable SET due = :now WHERE case_id = :case AND claim IS NULL"
                        + " AND last_error IS NOT NULL AND due > :now")
                .bind("case", id.toString())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /**
     * The clock was moved back to {@code now}: what was put off by the wrong time, and steps of {@code kinds}, which always
     * come soon, need not wait for it. Nothing comes before it was planned; what runs at this moment stays.
     */
    public int clockMovedBack(List<String> kinds, Instant now) {
        return handle.createUpdate("UPDATE timetable SET due ="
                        + " CASE WHEN planned > :now AND kind NOT IN (<kinds>) THEN planned ELSE :now END"
                        + " WHERE claim IS NULL AND due > :now AND (last_error IS NOT NULL OR kind IN (<kinds>))")
                .bindList("kinds", kinds)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    public Optional<TimetableRow> find(TimetableKey key) {
        return keyed(handle.createQuery(SELECT + KEY), key)
                .map(TimetableStore::row)
                .findOne();
    }

    /** The steps of a case that are to come, in order. */
    public List<TimetableRow> of(CaseId id) {
        return handle.createQuery(SELECT + "WHERE case_id = :case ORDER BY due, kind")
                .bind("case", id.toString())
                .map(TimetableStore::row)
                .list();
    }

    /** The cases of a desk that have a step of {@code kind} to come, the next due first. */
    public List<CaseId> cases(DeskName desk, String kind) {
        return handle.createQuery("SELECT case_id FROM timetable WHERE desk = :desk AND kind = :kind"
                        + " AND case_id <> '' ORDER BY due, case_id")
                .bind("desk", desk.value())
                .bind("kind", kind)
                .map((row, context) -> CaseId.stored(row.getString("case_id")).orElseThrow())
                .list();
    }

    /** When the next step is due or the next lease ends. */
    public Optional<Instant> nextDue() {
        return Due.earliest(
                handle,
                "SELECT due FROM timetable WHERE due >= 0 AND claim IS NULL ORDER BY due FETCH FIRST 1 ROWS ONLY",
                "SELECT lease_ends FROM timetable WHERE lease_ends >= 0 ORDER BY lease_ends"
                        + " FETCH FIRST 1 ROWS ONLY");
    }

    /** Gives up every claim: right only where no other process can hold one. */
    int releaseAll() {
        return handle.execute("UPDATE timetable SET claim = NULL, lease_ends = NULL WHERE claim IS NOT NULL");
    }

    private boolean claim(TimetableKey key, Token claim, Instant now, Duration lease) {
        return keyed(
                                handle.createUpdate(
                                        "UPDATE timetable SET claim = :claim, lease_ends = :ends,"
                                                + " attempts = attempts + 1" + KEY
                                                + " AND due <= :now AND (claim IS NULL OR lease_ends <= :now OR lease_ends > :never)"),
                                key)
                        .bind("claim", claim.value())
                        .bind("ends", now.plus(lease).toEpochMilli())
                        .bind("never", Due.latestLeaseEnd(now, lease).toEpochMilli())
                        .bind("now", now.toEpochMilli())
                        .execute()
                == 1;
    }

    private Update ours(String change, ClaimedStep step) {
        return keyed(handle.createUpdate(change + OURS), step.row().key())
                .bind("claim", step.claim().value());
    }

    private static <S extends SqlStatement<S>> S keyed(S statement, TimetableKey key) {
        return statement
                .bind("desk", key.desk().value())
                .bind("case", key.caseId().map(CaseId::toString).orElse(OF_THE_DESK))
                .bind("kind", key.kind());
    }

    private static TimetableRow row(ResultSet row, StatementContext context) throws SQLException {
        TimetableKey key = new TimetableKey(
                new DeskName(row.getString("desk")), CaseId.stored(row.getString("case_id")), row.getString("kind"));
        return new TimetableRow(
                key,
                Instant.ofEpochMilli(row.getLong("planned")),
                Instant.ofEpochMilli(row.getLong("due")),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("last_error")));
    }
}
