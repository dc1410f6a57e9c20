package org.embargo.store;

import java.util.List;
import java.util.Optional;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.DeskRole;
import org.embargo.model.IntakeId;
import org.embargo.model.MessageId;
import org.embargo.model.Token;

/**
 * Finds cases by what must not stand in a database in clear; only keyed hashes do, of a kind of their own each.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class LookUps {

    LookUps() {}

    public void rememberReporterToken(DeskName desk, Token token, CaseId id) {
        throw new UnsupportedOperationException("not yet");
    }

    public Optional<CaseId> byReporterToken(DeskName desk, Token token) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Notes that a mail from outside bears {@code messageId}. Letters are noted by {@link OutboxStore#enqueue}. */
    public void rememberMail(DeskName desk, MessageId messageId, CaseId id) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The cases of mails from outside that bear one of {@code messageIds}: a hint, since anyone can reuse an id. */
    public List<CaseId> byMails(DeskName desk, List<MessageId> messageIds) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The cases of the desk's own letters that bear one of {@code messageIds}. */
    public List<CaseId> byLetters(DeskName desk, List<MessageId> messageIds) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Notes the session key of an opened message; the same key in one case twice is noted once. */
    public void rememberSessionKey(DeskName desk, byte[] sessionKeyDigest, CaseId id) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The cases in which a message with this session key was opened. */
    public List<CaseId> bySessionKey(DeskName desk, byte[] sessionKeyDigest) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Which mail with this content was taken first at this address of the desk. */
    public Optional<IntakeId> firstWithContent(DeskName desk, DeskRole role, byte[] contentDigest) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Notes that {@code mail} is the first with its content at this address of the desk.
     *
     * @return whether it is; otherwise nothing was changed
     */
    public boolean takeContent(DeskName desk, DeskRole role, byte[] contentDigest, IntakeId mail) {
        throw new UnsupportedOperationException("not yet");
    }
}
