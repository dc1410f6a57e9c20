package org.embargo.mail;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;
import org.apache.james.mime4j.util.MimeParameterMapping;

/**
 * A field value with parameters, such as Content-Type (RFC 2045 section 5.1, RFC 2231).
 *
 * @param value      what stands before the first semicolon
 * @param parameters by name in lower case, decoded; of several with one name the first
 */
record ParameterField(String value, Map<String, String> parameters) {

    ParameterField {
        Objects.requireNonNull(value, "value");
        parameters = Map.copyOf(parameters);
    }

    static ParameterField parse(String field) {
        ByteSequence bytes = ContentUtil.encode(StandardCharsets.UTF_8, field);
        RawBody body = RawFieldParser.DEFAULT.parseRawBody(bytes, new ParserCursor(0, bytes.length()));
        return new ParameterField(
                Objects.requireNonNullElse(body.getValue(), "").trim(), parameters(body.getParams()));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    private static Map<String, String> parameters(List<NameValuePair> pairs) {
        Map<String, String> found = new HashMap<>();
        MimeParameterMapping extended = new MimeParameterMapping();
        for (NameValuePair pair : pairs) {
            String name = pair.getName().toLowerCase(Locale.ROOT);
            String value = Objects.requireNonNullElse(pair.getValue(), "");
            if (name.indexOf('*') < 0) {
                found.putIfAbsent(name, EncodedWords.decode(utf8(value)));
            } else {
                add(extended, name, value);
            }
        }
        extended.getParameters().forEach((name, value) -> {
            if (value != null && !value.isEmpty()) {
                found.put(name, value);
            }
        });
        return found;
    }

    /** A broken extended parameter is left out; the library throws whatever comes. */
    private static void add(MimeParameterMapping extended, String name, String value) {
        try {
            extended.addParameter(name, value);
        } catch (RuntimeException e) {
            // the plain parameter beside it, if any, stands
        }
    }

    /** The library gives each byte as a character. */
    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
