package org.embargo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.IntakeId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Which mails were taken in, and as what. The mails themselves are {@link IntakeFiles}. */
public final class MailArchive {
    private static final String SELECT = "SELECT intake_id, desk, case_id, kind, received FROM mails ";

    private final Handle handle;

    MailArchive(Handle handle) {
        this.handle = handle;
    }

    /**
     * Notes that this transaction takes the mail in.
     *
     * @return false where an earlier one has: then change nothing else
     */
    public boolean take(TakenMail mail) {
        if (find(mail.id()).isPresent()) {
            return false;
        }
        handle.createUpdate("INSERT INTO mails (intake_id, desk, case_id, kind, received)"
                        + " VALUES (:id, :desk, :case, :kind, :received)")
                .bind("id", mail.id().value())
                .bind("desk", mail.desk().value())
                .bind("case", mail.caseId().map(CaseId::toString))
                .bind("kind", mail.kind().name())
                .bind("received", mail.received().toEpochMilli())
                .execute();
        return true;
    }

    public Optional<TakenMail> find(IntakeId id) {
        return handle.createQuery(SELECT + "WHERE intake_id = :id")
                .bind("id", id.value())
                .map(MailArchive::mail)
                .findOne();
    }

    /** What was set aside at or after {@code since}, in order of arrival. */
    public List<TakenMail> setAsideSince(DeskName desk, Instant since) {
        return handle.createQuery(SELECT
                        + "WHERE desk = :desk AND kind = :kind AND received >= :since ORDER BY received, intake_id")
                .bind("desk", desk.value())
                .bind("kind", TakenMail.Kind.SET_ASIDE.name())
                .bind("since", since.toEpochMilli())
                .map(MailArchive::mail)
                .list();
    }

    /** How many mails of {@code kind} came at or after {@code since}. */
    public int countSince(DeskName desk, TakenMail.Kind kind, Instant since) {
        return handle.createQuery(
                        "SELECT COUNT(*) FROM mails WHERE desk = :desk AND kind = :kind AND received >= :since")
                .bind("desk", desk.value())
                .bind("kind", kind.name())
                .bind("since", since.toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    private static TakenMail mail(ResultSet row, StatementContext context) throws SQLException {
        return new TakenMail(
                new IntakeId(row.getString("intake_id")),
                new DeskName(row.getString("desk")),
                Optional.ofNullable(row.getString("case_id")).flatMap(CaseId::parse),
                TakenMail.Kind.valueOf(row.getString("kind")),
                Instant.ofEpochMilli(row.getLong("received")));
    }
}
