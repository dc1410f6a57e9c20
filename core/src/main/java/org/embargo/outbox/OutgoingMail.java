package org.embargo.outbox;

import java.util.Objects;
import java.util.Optional;
import org.embargo.content.Content;
import org.embargo.model.Address;
import org.embargo.model.LetterId;

/**
 * A letter as it goes over the wire: worded, signed, and encrypted where it must be.
 *
 * @param envelopeSender where bounces come; empty for the null sender
 * @param once           tried once by the mail server, which reports back; otherwise the server retries by itself
 */
public record OutgoingMail(
        LetterId id, Optional<Address> envelopeSender, Address recipient, Content message, boolean once) {

    public OutgoingMail {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(envelopeSender, "envelopeSender");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(message, "message");
    }
}
