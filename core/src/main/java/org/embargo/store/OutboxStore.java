package org.embargo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.LetterId;
import org.embargo.model.Token;
import org.embargo.process.outcome.OutboxLetter;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Letters on their way out: never zero times, never early; twice is possible and recognisable by the Message-ID. How they
 * get on is the matter of {@link OutboxClaims}, {@link OutboxReports} and {@link WaitingLetters}.
 */
public final class OutboxStore {
    private static final String SELECT = "SELECT letter_id, letter, state, due, attempts, last_error FROM outbox ";

    private final Handle handle;
    private final Sealer sealer;

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
}
