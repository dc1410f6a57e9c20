package org.embargo.process.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.embargo.process.requests.Request;
import org.embargo.process.standing.StateTable;

/**
 * What a member may order by mail (contract, section 7).
 *
 * <p>Which of them is allowed in which state stands in {@link StateTable}, what each does in {@link Request}, how it is
 * told to members in {@code conf/letters/help.txt}.
 */
public enum Command {
    HELP("[COMMAND]", Text.NONE, false),
    CASES("[all]", Text.NONE, false),
    STATUS("", Text.NONE, true),
    NOTE("TEXT", Text.NEEDED, true),
    REPLY("[clear] [sure] TEXT", Text.NEEDED, true),
    ACCEPT("[clear] [sure] [TEXT]", Text.ALLOWED, true),
    REJECT("[clear] [sure] TEXT", Text.NEEDED, true),
    DUPLICATE("CASE [clear] [sure] [TEXT]", Text.ALLOWED, true),
    JUNK("CASE ...", Text.NONE, false),
    OWNER("ADDRESS", Text.NONE, true),
    REPORTER("ADDRESS [sure]", Text.NONE, true),
    KEY("reporter [FINGERPRINT], member ADDRESS, recipient ADDRESS", Text.NONE, true),
    RECIPIENT("add NAME <ADDRESS>, remove ADDRESS [now], pause ADDRESS, resume ADDRESS, list", Text.NONE, false),
    TITLE("TITLE", Text.NONE, true),
    SEVERITY("LEVEL or VECTOR", Text.NONE, true),
    CVE("CVE ... or none", Text.NONE, true),
    CWE("CWE ... or none", Text.NONE, true),
    AFFECTS("RANGE or none", Text.NONE, true),
    FIXED("VERSION, ... or none", Text.NONE, true),
    DESCRIPTION("TEXT", Text.NEEDED, true),
    REMEDY("TEXT", Text.NEEDED, true),
    WORKAROUND("TEXT", Text.NEEDED, true),
    CREDIT("NAME or anonymous", Text.NONE, true),
    PATCH("BRANCH ..., BRANCH allow PATH or none", Text.NONE, true),
    DISCLOSE("TIME or none", Text.NONE, true),
    ADVANCE("DURATION, now, none or usual", Text.NONE, true),
    PREVIEW("", Text.NONE, true),
    APPROVE("DIGEST", Text.NONE, true),
    INVITE("NAME <ADDRESS>", Text.NONE, true),
    UNINVITE("ADDRESS", Text.NONE, true),
    HOLD("[TEXT]", Text.ALLOWED, true),
    RESUME("[clock TIME]", Text.NONE, true),
    EXPLOITED("[TEXT]", Text.ALLOWED, true),
    LEAKED("[TEXT]", Text.ALLOWED, true),
    RELEASED("VERSION URL", Text.NONE, true),
    PUBLISH("", Text.NONE, true),
    RETRY("", Text.NONE, true),
    CLOSE("[TEXT]", Text.ALLOWED, true),
    REOPEN("", Text.NONE, true),
    EXPORT("", Text.NONE, true);

    private final String arguments;
    private final Text text;
    private final boolean aboutCase;

    Command(String arguments, Text text, boolean aboutCase) {
        this.arguments = arguments;
        this.text = text;
        this.aboutCase = aboutCase;
    }

    /** The command that {@code word} is, with its slash, whatever its case. */
    public static Optional<Command> of(String word) {
        return Arrays.stream(values())
                .filter(command -> command.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Command::word).toList();
    }

    /** As it stands at the start of a line, {@code /accept}. */
    public String word() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }

    /** The word with what may follow it. */
    public String form() {
        return (word() + " " + arguments).strip();
    }

    /** Whether the lines after it are its text. */
    public boolean takesText() {
        return text != Text.NONE;
    }

    public boolean needsText() {
        return text == Text.NEEDED;
    }

    /** Whether it acts on the case that the mail names; otherwise naming the desk will do. */
    public boolean isAboutCase() {
        return aboutCase;
    }

    /** Whether it acts in a signed mail that came in clear: it tells nothing, and stopping must always be possible. */
    public boolean actsInClear() {
        return this == HOLD || this == HELP;
    }

    private enum Text {
        NONE,
        ALLOWED,
        NEEDED
    }
}
