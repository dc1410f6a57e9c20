package org.embargo.server;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mail with commands, signed and encrypted by a member.
 *
 * @param by    the first part of his address
 * @param about to whose address it goes, and what it names
 * @param text  where placeholders may stand for ids of cases and digests of previews
 * @param said  words of the transcript, on one line
 */
record Order(String by, OrderScene about, OrderFile file, String text, List<String> said) {
    private static final Pattern HEAD = Pattern.compile("(\\w+) on (\\w+)(?: with (\\w+))?");
    private static final Pattern COMMAND = Pattern.compile("(?m)^/([a-z-]+)");
    private static final String SAID = "-> ";

    Order {
        said = List.copyOf(said);
    }

    /** @param head {@code MEMBER on CASE with FILE} */
    static Order of(String head, String text, String... said) {
        Matcher read = HEAD.matcher(head.strip());
        if (!read.matches()) {
            throw new IllegalArgumentException(head);
        }
        OrderFile file = read.group(3) == null ? OrderFile.NONE : OrderFile.valueOf(read.group(3));
        return new Order(read.group(1), OrderScene.valueOf(read.group(2)), file, text, List.of(said));
    }

    /** From a block of lines: the head, the text, what is said. */
    static Order read(String block) {
        List<String> lines = block.strip().lines().toList();
        return of(
                lines.get(0),
                lines.stream().skip(1).filter(line -> !line.startsWith(SAID)).collect(joining("\n")),
                lines.stream()
                        .filter(line -> line.startsWith(SAID))
                        .map(line -> line.substring(SAID.length()))
                        .toArray(String[]::new));
    }

    /** The acts of a text in which all is obeyed, each with its orders. */
    static List<List<Order>> acts(String text) {
        return Arrays.stream(text.split("=== act\n", -1))
                .skip(1)
                .map(act -> Arrays.stream(act.strip().split("\n\n"))
                        .map(Order::read)
                        .toList())
                .toList();
    }

    /** The words of its commands, with their slash. */
    Stream<String> commands() {
        return COMMAND.matcher(text).results().map(found -> "/" + found.group(1));
    }

    /** As a preview is named whose digest is approved. */
    String name() {
        return by + " on " + about;
    }

    @Override
    public String toString() {
        return name() + ": " + text.replace("\n", "\\n");
    }
}
