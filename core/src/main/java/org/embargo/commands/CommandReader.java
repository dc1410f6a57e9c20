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
import org.embargo.process.requests.Ordered;
import org.embargo.process.words.Command;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Refusal.Reason;

/**
 * Reads the text of a member's mail (contract, section 7). Pure; no text makes it throw. One thread, one use.
 *
 * <p>It says what the text orders, not whether the mail may order anything.
 */
public final class CommandReader {

    static final int MOST_COMMANDS = 100;

    static final String END = "/end";
    static final String DRY_RUN = "/dry-run";

    private static final Pattern CASE_ID = Pattern.compile("\\b[A-Z][A-Z0-9]{1,15}-\\d{4}-[1-9]\\d{3,11}\\b");
    private static final Pattern ESCAPED = Pattern.compile(" +/.*");

    private final List<String> note = new ArrayList<>();
    private final List<CaseId> named = new ArrayList<>();
    private final List<CaseId> mentioned = new ArrayList<>();
    private final List<Address> addresses = new ArrayList<>();
    private final List<Ordered> requests = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final StrayText stray = new StrayText();
    private Optional<OpenCommand> open = Optional.empty();
    private boolean commandSeen;
    private boolean dryRun;
    private boolean belowSignature;
    /** A program that wraps what it quotes may put the end of a stranger's line on a line of its own. */
    private boolean belowQuotedMarker;

    private boolean touchesQuote;
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
        List<String> lines = List.of(text.split("\n", -1));
        Optional<Quotation> quotation = Quotation.in(lines);
        for (String each : lines.subList(0, quotation.map(Quotation::line).orElse(lines.size()))) {
            line++;
            if (Quotation.isQuoted(each)) {
                stray.quoteFollows();
                belowQuotedMarker |= Quotation.isQuotedMarker(each);
                touchesQuote = true;
            } else {
                touchesQuote &= !each.isEmpty();
                readUnquoted(each);
            }
        }
        quotation.ifPresent(this::requireClosed);
        finishOpen();
        if (quotation.isEmpty()) {
            stray.take().forEach(this::mistake);
        }
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
            if (touchesQuote && belowQuotedMarker) {
                mistake(line, Refusal.of(Reason.TOUCHES_QUOTE));
            }
            readCommand(text);
        } else {
            readText(unescaped(text));
        }
    }

    private void readCommand(String text) {
        stray.take().forEach(this::mistake);
        String[] words = text.strip().split("\\s+", 2);
        String word = words[0].toLowerCase(Locale.ROOT);
        String arguments = words.length > 1 ? words[1].strip() : "";
        if (word.equals(END) && arguments.isEmpty()) {
            if (open.isEmpty() || !open.get().close()) {
                mistake(line, Refusal.of(Reason.END_WITHOUT_TEXT));
            }
            return;
        }
        if (word.equals(DRY_RUN) && arguments.isEmpty()) {
            if (commandSeen) {
                mistake(line, Refusal.of(Reason.DRY_RUN_NOT_FIRST));
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
        if (command.isEmpty() && mistakes.size() < MOST_COMMANDS) {
            List<String> known = new ArrayList<>(Command.words());
            known.add(END);
            known.add(DRY_RUN);
            mistake(
                    line,
                    Refusal.of(
                            Reason.UNKNOWN_COMMAND,
                            word,
                            NearestWord.of(word, known).orElse("")));
        }
        // what follows an unknown command may be its text: one mistake is told, not one a line
        open = Optional.of(new OpenCommand(line, command, arguments));
    }

    private void readText(String text) {
        if (open.isPresent()) {
            if (!open.get().takes(text)) {
                stray.add(line, text);
            }
        } else if (commandSeen) {
            if (!text.isBlank()) {
                stray.add(line, text);
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
    private void requireClosed(Quotation quotation) {
        if (open.isPresent() && open.get().hasRunOn(quotation.marked())) {
            mistake(open.get().line(), Refusal.of(Reason.TEXT_NOT_CLOSED));
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
            mistake(ordered.line(), Refusal.of(Reason.TOO_MANY_COMMANDS, String.valueOf(MOST_COMMANDS)));
        } else {
            requests.add(ordered);
        }
    }

    /** More of them than commands are allowed help nobody. */
    private void mistake(int where, Refusal why) {
        mistake(new Mistake(where, why));
    }

    private void mistake(Mistake mistake) {
        if (mistakes.size() < MOST_COMMANDS) {
            mistakes.add(mistake);
        }
    }

    private static String unescaped(String text) {
        return text.startsWith("//") || ESCAPED.matcher(text).matches() ? text.substring(1) : text;
    }
}
