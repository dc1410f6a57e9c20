package org.embargo.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.content.Content;

/**
 * A MIME part (RFC 2045).
 *
 * @param parts   of a multipart, in order; empty for any other
 * @param content decoded from its transfer encoding; empty for a multipart
 * @param raw     header and content byte by byte, where the part stands directly in a multipart/signed
 */
record Part(PartHeader header, List<Part> parts, Content content, Optional<Content> raw) {

    static final Part EMPTY = new Part(PartHeader.EMPTY, List.of(), Content.of(new byte[0]), Optional.empty());

    Part {
        Objects.requireNonNull(header, "header");
        parts = List.copyOf(parts);
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(raw, "raw");
    }

    String mediaType() {
        return header.mediaType();
    }

    boolean is(String mediaType) {
        return header.mediaType().equals(mediaType);
    }

    boolean isMultipart() {
        return !parts.isEmpty();
    }

    /** Text that is shown rather than handed on as a file. */
    boolean isShown(String mediaType) {
        return is(mediaType) && !isMultipart() && !header.isMarkedAttachment();
    }

    /** With a type, where it has none of its own. */
    Part as(String mediaType) {
        List<PartHeader.Field> fields = new ArrayList<>(header.fields());
        fields.add(new PartHeader.Field("content-type", mediaType));
        return new Part(new PartHeader(fields), parts, content, raw);
    }

    Part withRaw(Content bytes) {
        return new Part(header, parts, content, Optional.of(bytes));
    }
}
