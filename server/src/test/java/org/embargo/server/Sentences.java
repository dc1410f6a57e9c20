package org.embargo.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.embargo.process.words.Remark.Kind;

/** The sentences of {@code conf/letters/remarks.txt}, to be found in what members are told. */
final class Sentences {
    private static final Pattern TAG = Pattern.compile("\\{\\{([#^/]?)\\d}}");
    private static final String ALL = read();

    private Sentences() {}

    /** Finds the sentence of a kind, whatever values it names, in a text on one line. */
    static Pattern of(Kind kind) {
        return Pattern.compile(Pattern.compile("^" + kind + "(?:/\\S+)?: (.*)$", Pattern.MULTILINE)
                .matcher(ALL)
                .results()
                .map(sentence -> expression(sentence.group(1)))
                .collect(Collectors.joining("|")));
    }

    private static String expression(String sentence) {
        StringBuilder expression = new StringBuilder();
        Matcher tag = TAG.matcher(sentence);
        int from = 0;
        for (; tag.find(); from = tag.end()) {
            expression.append(Pattern.quote(sentence.substring(from, tag.start())));
            expression.append(
                    switch (tag.group(1)) {
                        case "#", "^" -> "(?:";
                        case "/" -> ")?";
                        default -> ".+?";
                    });
        }
        return expression.append(Pattern.quote(sentence.substring(from))).toString();
    }

    private static String read() {
        try {
            return Files.readString(ServerProcess.installation().resolve("conf/letters/remarks.txt"))
                    .replaceAll("\\n +", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
