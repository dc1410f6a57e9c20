package org.embargo.commands;

import java.util.List;
import java.util.stream.Collectors;
import org.embargo.process.requests.Request;

/** Commands as text, such that {@link CommandReader} reads the same out of it. */
public final class CommandText {

    private CommandText() {}

    /** All of them, each text closed; lines end in LF. */
    public static String print(List<Request> requests) {
        return requests.stream().map(CommandText::print).collect(Collectors.joining());
    }

    private static String print(Request request) {
        String head = (request.command().word() + " " + request.arguments()).strip() + "\n";
        if (request.text().isBlank()) {
            return head;
        }
        String lines =
                request.text().text().lines().map(CommandText::escaped).collect(Collectors.joining("\n", "", "\n"));
        return head + lines + CommandReader.END + "\n";
    }

    /** What looks like a command, or like one that was escaped. */
    private static String escaped(String line) {
        if (line.startsWith("/")) {
            return "/" + line;
        }
        return line.startsWith(" ") && line.stripLeading().startsWith("/") ? " " + line : line;
    }

    /** Lines as one text, without blank lines at its ends. */
    static String trimmed(List<String> lines) {
        int first = 0;
        int end = lines.size();
        while (first < end && lines.get(first).isBlank()) {
            first++;
        }
        while (end > first && lines.get(end - 1).isBlank()) {
            end--;
        }
        return lines.subList(first, end).stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }
}
