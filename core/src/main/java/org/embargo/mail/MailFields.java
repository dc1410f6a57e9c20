package org.embargo.mail;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.Confidential;
import org.embargo.model.MessageId;

/**
 * The header fields that Embargo looks at, decoded and bounded.
 *
 * @param from          each mailbox of the From field or fields; unusable ones left out
 * @param fromIsSingle  whether there is exactly one From field with exactly one mailbox, usable or not
 * @param recipients    addresses of To and Cc
 * @param subject       decoded (RFC 2047), on one line; blank where there is none
 * @param date          the Date field; empty where it is missing or can't be read
 * @param messageId     empty where missing or malformed
 * @param inReplyTo     ids of In-Reply-To, in order
 * @param references    ids of References, in order
 * @param autoSubmitted keyword of Auto-Submitted in lower case without parameters; empty where there is none (RFC 3834)
 * @param listId        what stands between the angle brackets of List-Id (RFC 2919), in lower case
 * @param isBulk        whether a List-* field or a Precedence of bulk, junk or list stands there
 */
public record MailFields(
        List<Mailbox> from,
        boolean fromIsSingle,
        List<Address> recipients,
        Confidential subject,
        Optional<Instant> date,
        Optional<MessageId> messageId,
        List<MessageId> inReplyTo,
        List<MessageId> references,
        Optional<String> autoSubmitted,
        Optional<String> listId,
        boolean isBulk) {

    public MailFields {
        from = List.copyOf(from);
        recipients = List.copyOf(recipients);
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(messageId, "messageId");
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
        Objects.requireNonNull(autoSubmitted, "autoSubmitted");
        Objects.requireNonNull(listId, "listId");
    }

    /** The one author, where there is exactly one with a usable address. */
    public Optional<Mailbox> author() {
        return fromIsSingle && from.size() == 1 ? Optional.of(from.get(0)) : Optional.empty();
    }
}
