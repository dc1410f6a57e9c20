package org.embargo.mail;

import java.util.Objects;
import org.embargo.content.Content;
import org.embargo.model.IntakeId;

/**
 * A mail as it came: bytes, envelope and nothing read yet.
 *
 * @param content the message as it crossed the wire, after dot-unstuffing, trace fields of our server included
 */
public record RawMail(IntakeId id, Envelope envelope, Content content) {

    public RawMail {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(envelope, "envelope");
        Objects.requireNonNull(content, "content");
    }
}
