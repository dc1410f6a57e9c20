package org.embargo.mail;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The header fields of one part, bounded, unfolded, not yet decoded. Names are compared without case. */
final class PartHeader {

    static final PartHeader EMPTY = new PartHeader(List.of());

    private final List<Field> fields;
    private final ParameterField contentType;
    private final ParameterField disposition;

    /**
     * @param name  in lower case
     * @param value on one line, without blanks at either end
     */
    record Field(String name, String value) {}

    PartHeader(List<Field> fields) {
        this.fields = List.copyOf(fields);
        this.contentType = ParameterField.parse(first("content-type").orElse("text/plain"));
        this.disposition = ParameterField.parse(first("content-disposition").orElse(""));
    }

    List<Field> fields() {
        return fields;
    }

    Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .findFirst();
    }

    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }

    /** Type and subtype in lower case; text/plain where they can't be read (RFC 2045 section 5.2). */
    String mediaType() {
        String type = contentType.value().toLowerCase(Locale.ROOT);
        return type.matches("[!-~&&[^/]]+/[!-~&&[^/]]+") ? type : "text/plain";
    }

    /** A parameter of Content-Type. */
    Optional<String> parameter(String name) {
        return contentType.parameter(name);
    }

    /** The charset named, unless this Java does not know it. */
    Optional<Charset> charset() {
        return parameter("charset").flatMap(Charsets::named);
    }

    boolean isMarkedAttachment() {
        return disposition.value().equalsIgnoreCase("attachment");
    }

    /** The file name as it stands there, not to be trusted. */
    Optional<String> fileName() {
        return disposition.parameter("filename").or(() -> parameter("name"));
    }
}
