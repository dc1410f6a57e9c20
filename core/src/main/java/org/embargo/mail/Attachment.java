package org.embargo.mail;

import java.util.Objects;
import org.embargo.content.Content;
import org.embargo.model.Confidential;

/**
 * A part of a mail that is a file.
 *
 * @param name      last segment of the name given, without control characters; blank where there is none
 * @param mediaType type and subtype in lower case
 * @param content   decoded, after decryption
 * @param encrypted whether it lay inside an encryption that was opened
 * @param marked    whether it was marked as attachment (Content-Disposition), rather than taken for one
 */
public record Attachment(Confidential name, String mediaType, Content content, boolean encrypted, boolean marked) {

    public Attachment {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(content, "content");
    }
}
