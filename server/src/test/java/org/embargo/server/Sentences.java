package org.embargo.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.process.words.Refusal.Reason;

/** The sentences of {@code conf/letters}, to be found in what members are told, in a text on one line. */
final class Sentences {
    private static final Pattern TAG = Pattern.compile("\\{\\{([#^/]?)\\d}}");
    private static final String REFUSALS = read("refusals.txt");
    private static final String FINDINGS = read("findings.txt");

    private Sentences() {}

    /** Finds the sentence of a refusal, whatever values it names. */
    static Pattern of(Reason reason) {
        return named(reason + "(?:/\\S+)?", REFUSALS);
    }

    /** Finds the sentence of a finding, by its name in the file. */
    static Pattern ofFinding(String name) {
        return named(Pattern.quote(name), FINDINGS);
    }

    private static Pattern named(String name, String sentences) {
        return Pattern.compile(Pattern.compile("^" + name + ": (.*)$", Pattern.MULTILINE)
                .matcher(sentences)
                .results()
                .map(sentence -> expression(sentence.group(1)))
                .reduce((one, other) -> one + "|" + other)
                .orElseThrow(() -> new IllegalArgumentException(name)));
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

    private static String read(String file) {
        try {
            return Files.readString(
                            ServerProcess.installation().resolve("conf/letters").resolve(file))
                    .replaceAll("\\n +", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
