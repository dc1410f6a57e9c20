package org.embargo.openpgp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One search for armored blocks in a text. One thread. */
final class ArmorSearch {

    private static final String CHARSET = "Charset:";
    private static final Pattern BASE64 = Pattern.compile("\\s*[A-Za-z0-9+/]{16,}={0,2}\\s*");
    private static final int MOST_HEADERS = 20;

    private record Line(int start, int end, String text) {}

    private final String text;
    private final List<ArmorBlock> blocks = new ArrayList<>();
    /** Of which no tail line comes any more: looking again from each head would take forever on a hostile text. */
    private final Set<ArmorBlock.Kind> tailless = EnumSet.noneOf(ArmorBlock.Kind.class);

    ArmorSearch(byte[] text) {
        // Latin-1 keeps every byte, so that positions in the string are positions in the bytes
        this.text = new String(text, StandardCharsets.ISO_8859_1);
    }

    List<ArmorBlock> blocks() {
        Optional<Line> line = lineAt(0);
        while (line.isPresent()) {
            Line head = line.get();
            int next = kindOf(head).flatMap(kind -> block(kind, head)).orElse(head.end() + 1);
            line = lineAt(next);
        }
        return List.copyOf(blocks);
    }

    private Optional<Line> lineAt(int start) {
        if (start >= text.length()) {
            return Optional.empty();
        }
        int found = text.indexOf('\n', start);
        int end = found < 0 ? text.length() : found;
        return Optional.of(new Line(start, end, text.substring(start, end)));
    }

    /** Some clients indent what they send; in signed text that would change the text. */
    private static Optional<ArmorBlock.Kind> kindOf(Line line) {
        String trailed = line.text().stripTrailing();
        if (!trailed.endsWith("-----")) {
            return Optional.empty();
        }
        for (ArmorBlock.Kind kind : ArmorBlock.Kind.values()) {
            String candidate = kind == ArmorBlock.Kind.SIGNED_MESSAGE ? trailed : trailed.stripLeading();
            if (candidate.equals(kind.head())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Adds the block that begins at {@code head}, and returns where to search on. */
    private Optional<Integer> block(ArmorBlock.Kind kind, Line head) {
        Optional<Line> tail = tail(kind, head);
        if (tail.isEmpty() && !looksArmored(kind, head)) {
            return Optional.empty();
        }
        int end = tail.map(line -> line.start() + line.text().stripTrailing().length())
                .orElse(text.length());
        blocks.add(new ArmorBlock(kind, head.start(), end, charset(head)));
        return Optional.of(end);
    }

    private Optional<Line> tail(ArmorBlock.Kind kind, Line head) {
        Optional<Line> line = tailless.contains(kind) ? Optional.empty() : lineAt(head.end() + 1);
        while (line.isPresent() && !line.get().text().strip().equals(kind.tail())) {
            line = lineAt(line.get().end() + 1);
        }
        if (line.isEmpty()) {
            tailless.add(kind);
        }
        return line;
    }

    /** Without a tail, the head line alone might be a mention: there must be something like armor after it. */
    private boolean looksArmored(ArmorBlock.Kind kind, Line head) {
        return kind != ArmorBlock.Kind.SIGNED_MESSAGE
                && after(head).stream().anyMatch(line -> BASE64.matcher(line).matches());
    }

    private Optional<String> charset(Line head) {
        return after(head).stream()
                .takeWhile(line -> !line.isBlank())
                .map(String::strip)
                .filter(line -> line.startsWith(CHARSET))
                .map(line -> line.substring(CHARSET.length()).strip())
                .findFirst();
    }

    private List<String> after(Line head) {
        List<String> lines = new ArrayList<>();
        Optional<Line> line = lineAt(head.end() + 1);
        while (line.isPresent() && lines.size() < MOST_HEADERS) {
            lines.add(line.get().text());
            line = lineAt(line.get().end() + 1);
        }
        return lines;
    }
}
