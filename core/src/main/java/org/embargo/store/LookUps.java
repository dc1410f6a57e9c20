package org.embargo.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.DeskRole;
import org.embargo.model.IntakeId;
import org.embargo.model.MessageId;
import org.embargo.model.Token;
import org.jdbi.v3.core.Handle;

/**
 * Finds cases by what must not stand in a database in clear; only keyed hashes do, of a kind of their own each.
 */
public final class LookUps {
    private static final String REPORTER_TOKEN = "reporter-token";
    private static final String RECIPIENT_TOKEN = "recipient-token";
    private static final String GUEST_TOKEN = "guest-token";
    private static final String MAIL = "mail";
    private static final String LETTER = "letter";
    private static final String SESSION_KEY = "session-key";

    private final Handle handle;
    private final Sealer sealer;

    LookUps(Handle handle, Sealer sealer) {
        this.handle = handle;
        this.sealer = sealer;
    }

    public void rememberReporterToken(DeskName desk, Token token, CaseId id) {
        remember(REPORTER_TOKEN, hash(REPORTER_TOKEN, desk, token.value()), id);
    }

    public Optional<CaseId> byReporterToken(DeskName desk, Token token) {
        return cases(REPORTER_TOKEN, hash(REPORTER_TOKEN, desk, token.value())).stream()
                .findFirst();
    }

    public void rememberRecipientToken(DeskName desk, Token token, CaseId id) {
        remember(RECIPIENT_TOKEN, hash(RECIPIENT_TOKEN, desk, token.value()), id);
    }

    /** The case of the advance notice at whose address {@code token} stands. */
    public Optional<CaseId> byRecipientToken(DeskName desk, Token token) {
        return cases(RECIPIENT_TOKEN, hash(RECIPIENT_TOKEN, desk, token.value())).stream()
                .findFirst();
    }

    public void rememberGuestToken(DeskName desk, Token token, CaseId id) {
        remember(GUEST_TOKEN, hash(GUEST_TOKEN, desk, token.value()), id);
    }

    /** The case that a guest's token belongs or belonged to; whether he is still its guest stands in its journal. */
    public Optional<CaseId> byGuestToken(DeskName desk, Token token) {
        return cases(GUEST_TOKEN, hash(GUEST_TOKEN, desk, token.value())).stream()
                .findFirst();
    }

    /** Notes that a mail from outside bears {@code messageId}. Letters are noted by {@link OutboxStore#enqueue}. */
    public void rememberMail(DeskName desk, MessageId messageId, CaseId id) {
        remember(MAIL, hash(MAIL, desk, messageId.value()), id);
    }

    /** The cases of mails from outside that bear one of {@code messageIds}: a hint, since anyone can reuse an id. */
    public List<CaseId> byMails(DeskName desk, List<MessageId> messageIds) {
        return byMessageIds(MAIL, desk, messageIds);
    }

    /** The cases of the desk's own letters that bear one of {@code messageIds}. */
    public List<CaseId> byLetters(DeskName desk, List<MessageId> messageIds) {
        return byMessageIds(LETTER, desk, messageIds);
    }

    /** Notes the session key of an opened message; the same key in one case twice is noted once. */
    public void rememberSessionKey(DeskName desk, byte[] sessionKeyDigest, CaseId id) {
        remember(SESSION_KEY, sessionKeyHash(desk, sessionKeyDigest), id);
    }

    /** The cases in which a message with this session key was opened. */
    public List<CaseId> bySessionKey(DeskName desk, byte[] sessionKeyDigest) {
        return cases(SESSION_KEY, sessionKeyHash(desk, sessionKeyDigest));
    }

    /** Which mail with this content was taken first at this address of the desk. */
    public Optional<IntakeId> firstWithContent(DeskName desk, DeskRole role, byte[] contentDigest) {
        return handle.createQuery("SELECT intake_id FROM contents WHERE content_hash = :hash")
                .bind("hash", contentHash(desk, role, contentDigest))
                .map((row, context) -> new IntakeId(row.getString("intake_id")))
                .findOne();
    }

    /**
     * Notes that {@code mail} is the first with its content at this address of the desk.
     *
     * @return whether it is; otherwise nothing was changed
     */
    public boolean takeContent(DeskName desk, DeskRole role, byte[] contentDigest, IntakeId mail) {
        if (firstWithContent(desk, role, contentDigest).isPresent()) {
            return false;
        }
        handle.createUpdate("INSERT INTO contents (content_hash, intake_id) VALUES (:hash, :mail)")
                .bind("hash", contentHash(desk, role, contentDigest))
                .bind("mail", mail.value())
                .execute();
        return true;
    }

    void rememberLetter(DeskName desk, MessageId messageId, CaseId id) {
        remember(LETTER, hash(LETTER, desk, messageId.value()), id);
    }

    private List<CaseId> byMessageIds(String kind, DeskName desk, List<MessageId> messageIds) {
        Set<CaseId> found = new LinkedHashSet<>();
        for (MessageId each : messageIds) {
            found.addAll(cases(kind, hash(kind, desk, each.value())));
        }
        return List.copyOf(found);
    }

    private void remember(String kind, String hash, CaseId id) {
        if (!cases(kind, hash).contains(id)) {
            handle.createUpdate("INSERT INTO look_ups (kind, key_hash, case_id) VALUES (:kind, :hash, :case)")
                    .bind("kind", kind)
                    .bind("hash", hash)
                    .bind("case", id.toString())
                    .execute();
        }
    }

    private List<CaseId> cases(String kind, String hash) {
        return handle.createQuery(
                        "SELECT case_id FROM look_ups WHERE kind = :kind AND key_hash = :hash ORDER BY case_id")
                .bind("kind", kind)
                .bind("hash", hash)
                .map((row, context) -> CaseId.stored(row.getString("case_id")).orElseThrow())
                .list();
    }

    private String hash(String kind, DeskName desk, String value) {
        return sealer.lookUp(kind, new Fields().add(desk.value()).add(value));
    }

    private String sessionKeyHash(DeskName desk, byte[] digest) {
        return sealer.lookUp(SESSION_KEY, new Fields().add(desk.value()).add(digest));
    }

    private String contentHash(DeskName desk, DeskRole role, byte[] digest) {
        return sealer.lookUp(
                "content", new Fields().add(desk.value()).add(role.suffix()).add(digest));
    }
}
