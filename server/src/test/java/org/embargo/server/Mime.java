package org.embargo.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail, or a part of one, read by the book and by nothing of ours, so that the bytes under a signature stay what they
 * are.
 *
 * @param raw header and body, CRLF, a character for each byte
 */
public record Mime(String raw) {
    private static final Pattern SOFT_BREAK = Pattern.compile("=\r\n");
    private static final Pattern QUOTED = Pattern.compile("=([0-9A-F]{2})");

    /** Any line ends. */
    public static Mime of(String text) {
        return new Mime(text.replace("\r\n", "\n").replace("\n", "\r\n"));
    }

    public static Mime of(Relay.Received received) {
        return new Mime(received.message());
    }

    /** All values of the fields with this name, unfolded. */
    public List<String> fields(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return header().replaceAll("\r\n([ \t])", "$1")
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .toList();
    }

    /** The value of a field that stands there once; empty where it does not stand there. */
    public String field(String name) {
        List<String> values = fields(name);
        if (values.size() > 1) {
            throw new AssertionError(name + " stands there more than once: " + values);
        }
        return values.isEmpty() ? "" : values.get(0);
    }

    /** Of Content-Type. */
    public Optional<String> parameter(String name) {
        Matcher matcher = Pattern.compile(";\\s*" + name + "=(?:\"([^\"]*)\"|([^;\\s]*))", Pattern.CASE_INSENSITIVE)
                .matcher(field("Content-Type"));
        return matcher.find()
                ? Optional.of(matcher.group(1) == null ? matcher.group(2) : matcher.group(1))
                : Optional.empty();
    }

    public String type() {
        return field("Content-Type").replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    public String header() {
        return raw.substring(0, bodyStart());
    }

    /** As it stands, encoded. */
    public String body() {
        return raw.substring(bodyStart()).replaceFirst("^\r\n", "");
    }

    private int bodyStart() {
        if (raw.startsWith("\r\n")) {
            return 0;
        }
        int end = raw.indexOf("\r\n\r\n");
        return end < 0 ? raw.length() : end + 2;
    }

    public List<Mime> parts() {
        String delimiter = "\r\n--" + parameter("boundary").orElseThrow();
        String body = "\r\n" + body();
        List<Mime> parts = new ArrayList<>();
        int at = body.indexOf(delimiter);
        for (int next = body.indexOf(delimiter, at + 1); next > 0; next = body.indexOf(delimiter, at + 1)) {
            int start = body.indexOf("\r\n", at + delimiter.length()) + 2;
            parts.add(new Mime(body.substring(start, next)));
            at = next;
        }
        return parts;
    }

    /** This one, or the first of this type in it. */
    public Mime first(String type) {
        if (type().equals(type)) {
            return this;
        }
        return parts().stream()
                .filter(part -> part.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type + " in:\n" + raw));
    }

    /** The body without its transfer encoding. */
    public String content() {
        return switch (field("Content-Transfer-Encoding").toLowerCase(Locale.ROOT)) {
            case "base64" -> new String(Base64.getMimeDecoder().decode(body()), StandardCharsets.ISO_8859_1);
            case "quoted-printable" ->
                QUOTED.matcher(SOFT_BREAK.matcher(body()).replaceAll(""))
                        .replaceAll(match ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
            default -> body();
        };
    }

    /** The body of a text in UTF-8. */
    public String text() {
        return new String(content().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
