package org.embargo.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.process.requests.Ordered;
import org.embargo.process.words.Command;

/** A command whose end has not come. One thread. */
final class OpenCommand {

    private final int line;
    private final Optional<Command> command;
    private final String arguments;
    private final List<String> text = new ArrayList<>();
    private boolean closed;

    /** @param command empty for one that is unknown, whose text is passed over */
    OpenCommand(int line, Optional<Command> command, String arguments) {
        this.line = line;
        this.command = Objects.requireNonNull(command, "command");
        this.arguments = arguments;
    }

    int line() {
        return line;
    }

    Optional<Command> command() {
        return command;
    }

    /** Ends its text; says whether there may have been one. */
    boolean close() {
        boolean wasOpen = !closed;
        closed = true;
        return wasOpen && mayTakeText();
    }

    /** Adds a line to its text; false where it takes none and the line is not blank. */
    boolean takes(String more) {
        if (mayTakeText() && !closed) {
            text.add(more);
            return true;
        }
        return more.isBlank();
    }

    /**
     * Whether its text went on to where the reader stopped.
     *
     * @param atMarker that was the marker itself; otherwise words of others stood before it
     */
    boolean hasRunOn(boolean atMarker) {
        return command.isPresent()
                && command.get().takesText()
                && !closed
                && (!atMarker || text.stream().anyMatch(each -> !each.isBlank()));
    }

    List<Ordered> finish() throws MistakeException {
        return new CommandForms(command.orElseThrow(), arguments, text)
                .read().stream().map(request -> new Ordered(line, request)).toList();
    }

    private boolean mayTakeText() {
        return command.isEmpty() || command.get().takesText();
    }
}
