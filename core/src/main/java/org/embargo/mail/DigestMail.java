package org.embargo.mail;

import java.util.Objects;
import org.embargo.model.Confidential;

/**
 * One mail of a digest (RFC 2046 section 5.1.5). Nothing proves it but what proves the digest.
 *
 * @param text of its first part in plain text; blank where there is none
 */
public record DigestMail(MailFields fields, Confidential text) {

    public DigestMail {
        Objects.requireNonNull(fields, "fields");
        Objects.requireNonNull(text, "text");
    }
}
