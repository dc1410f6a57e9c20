package org.embargo.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.model.Address;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.NearestWord;
import org.embargo.process.Command;
import org.embargo.process.Ordered;
import org.embargo.process.Remark;
import org.embargo.process.Remark.Kind;

/**
 * Reads the text of a member's mail (contract, section 7). Pure; no text makes it throw. One thread, one use.
 *
 * <p>It says what the text orders, not whether the mail may order anything.
 */
public final class CommandReader {

    static final int MOST_COMMANDS = 100;

    static final String END = "/end";
    static final String DRY_RUN = "/dry-run";

    /** Wherever it stands in a line that is not quoted: programs put their own marks before what they quote. */
    private static final Pattern MARKER =
            Pattern.compile("(?:[A-Z][A-Z0-9]{1,15}-\\d{4}-\\d{4,12}|\\S+@[\\w.-]+): write above this line");

    private static final Pattern CASE_ID = Pattern.compile("\\b[A-Z][A-Z0-9]{1,15}-\\d{4}-[1-9]\\d{3,11}\\b");
    private static final Pattern ESCAPED = Pattern.compile(" +/.*");

    private final List<String> note = new ArrayList<>();
    private final List<CaseId> named = new ArrayList<>();
    private final List<CaseId> mentioned = new ArrayList<>();
    private final List<Address> addresses = new ArrayList<>();
    private final List<Ordered> requests = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private Optional<OpenCommand> open = Optional.empty();
    private boolean commandSeen;
    private boolean dryRun;
    private boolean belowSignature;
    private int line;

    private CommandReader() {}

    /**
     * Reads a text.
     *
     * @param text of the one part that is signed, lines ending in LF
     */
    public static CommandMail read(String text) {
        return new CommandReader().readAll(text);
    }

    private CommandMail readAll(String text) {
        String[] lines = text.split("\n", -1);
        for (String each : lines) {
            line++;
            if (each.startsWith(">")) {
                continue;
            }
            if (MARKER.matcher(each).find()) {
                requireClosed();
                break;
            }
            readUnquoted(each);
        }
        finishOpen();
        return new CommandMail(
                dryRun,
                new Confidential(CommandText.trimmed(note)),
                named,
                mentioned,
                addresses,
                mistakes.isEmpty() ? requests : List.of(),
                mistakes);
    }

    private void readUnquoted(String text) {
        // cleartext signatures lose the blank of "-- "
        if (text.equals("-- ") || text.equals("--")) {
            belowSignature = true;
        }
        if (belowSignature) {
            return;
        }
        if (text.startsWith("/") && !text.startsWith("//")) {
            readCommand(text);
        } else {
            readText(unescaped(text));
        }
    }

    private void readCommand(String text) {
        String[] words = text.strip().split("\\s+", 2);
        String word = words[0].toLowerCase(Locale.ROOT);
        String arguments = words.length > 1 ? words[1].strip() : "";
        if (word.equals(END) && arguments.isEmpty()) {
            if (open.isEmpty() || !open.get().close()) {
                mistake(line, Remark.of(Kind.END_WITHOUT_TEXT));
            }
            return;
        }
        if (word.equals(DRY_RUN) && arguments.isEmpty()) {
            if (commandSeen) {
                mistake(line, Remark.of(Kind.DRY_RUN_NOT_FIRST));
            }
            dryRun = true;
            commandSeen = true;
            return;
        }
        begin(word, arguments);
    }

    private void begin(String word, String arguments) {
        finishOpen();
        commandSeen = true;
        Optional<Command> command = Command.of(word);
        if (command.isEmpty()) {
            List<String> known = new ArrayList<>(Command.words());
            known.add(END);
            known.add(DRY_RUN);
            mistake(
                    line,
                    Remark.of(
                            Kind.UNKNOWN_COMMAND,
                            word,
                            NearestWord.of(word, known).orElse("")));
        }
        // what follows an unknown command may be its text: one mistake is told, not one a line
        open = Optional.of(new OpenCommand(line, command, arguments));
    }

    private void readText(String text) {
        if (open.isPresent()) {
            if (!open.get().takes(text)) {
                mistake(line, Remark.of(Kind.STRAY_TEXT, text));
            }
        } else if (commandSeen) {
            if (!text.isBlank()) {
                mistake(line, Remark.of(Kind.STRAY_TEXT, text));
            }
        } else if (!names(text.strip())) {
            note.add(text);
            Matcher ids = CASE_ID.matcher(text);
            while (ids.find()) {
                CaseId.parse(ids.group()).ifPresent(mentioned::add);
            }
        }
    }

    private boolean names(String text) {
        Optional<CaseId> id = CaseId.parse(text);
        Optional<Address> address = Address.parse(text);
        id.ifPresent(named::add);
        address.ifPresent(addresses::add);
        return id.isPresent() || address.isPresent();
    }

    /** Programs that quote without marks would send on what they quote. */
    private void requireClosed() {
        if (open.isPresent() && open.get().hasRunOn()) {
            mistake(open.get().line(), Remark.of(Kind.TEXT_NOT_CLOSED));
        }
    }

    private void finishOpen() {
        if (open.isPresent() && open.get().command().isPresent()) {
            try {
                for (Ordered each : open.get().finish()) {
                    add(each);
                }
            } catch (MistakeException e) {
                mistake(open.get().line(), e.why());
            }
        }
        open = Optional.empty();
    }

    private void add(Ordered ordered) {
        if (requests.size() == MOST_COMMANDS) {
            mistake(ordered.line(), Remark.of(Kind.TOO_MANY_COMMANDS, String.valueOf(MOST_COMMANDS)));
        } else {
            requests.add(ordered);
        }
    }

    /** More of them than commands are allowed help nobody. */
    private void mistake(int where, Remark why) {
        if (mistakes.size() < MOST_COMMANDS) {
            mistakes.add(new Mistake(where, why));
        }
    }

    private static String unescaped(String text) {
        return text.startsWith("//") || ESCAPED.matcher(text).matches() ? text.substring(1) : text;
    }
}
