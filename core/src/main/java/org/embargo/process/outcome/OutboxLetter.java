package org.embargo.process.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.LetterId;
import org.embargo.model.MessageId;
import org.embargo.model.Token;

/**
 * A letter to one reader, decided and not yet worded: what the outbox keeps.
 *
 * @param composition the same for letters that are worded and signed once for several readers
 * @param messageId   chosen with the decision, so that a letter sent twice is recognised
 * @param bounceToken stands in its envelope sender
 * @param due         not before this instant
 * @param inReplyTo   the mail it answers
 * @param references  the thread, oldest first
 */
public record OutboxLetter(
        LetterId id,
        DeskName desk,
        Optional<CaseId> caseId,
        Token composition,
        Address to,
        MessageId messageId,
        Token bounceToken,
        Instant due,
        Optional<MessageId> inReplyTo,
        List<MessageId> references,
        Letter letter) {

    public OutboxLetter {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(desk, "desk");
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(composition, "composition");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(bounceToken, "bounceToken");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(inReplyTo, "inReplyTo");
        references = List.copyOf(references);
        Objects.requireNonNull(letter, "letter");
    }
}
