package org.embargo.commands;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.Fingerprint;
import org.embargo.model.NearestWord;
import org.embargo.model.TextField;
import org.embargo.model.Urgency;
import org.embargo.process.requests.ApprovalRequest;
import org.embargo.process.requests.AskingRequest;
import org.embargo.process.requests.CourseRequest;
import org.embargo.process.requests.DisclosureHour;
import org.embargo.process.requests.DisclosureRequest;
import org.embargo.process.requests.GuestRequest;
import org.embargo.process.requests.ReporterRequest;
import org.embargo.process.requests.Request;
import org.embargo.process.standing.Clearance;
import org.embargo.process.words.Command;
import org.embargo.process.words.Refusal.Reason;

/** What stands behind a command and below it, read as what the command takes. One use. */
final class CommandForms {

    private final Command command;
    private final String arguments;
    private final List<String> text;

    CommandForms(Command command, String arguments, List<String> text) {
        this.command = command;
        this.arguments = arguments;
        this.text = text;
    }

    /** @throws MistakeException with what was probably meant */
    List<Request> read() throws MistakeException {
        return switch (command) {
            case HELP -> List.of(new AskingRequest.Help(helpAbout()));
            case CASES -> List.of(new AskingRequest.Cases(isAll()));
            case STATUS -> alone(new AskingRequest.Status());
            case NOTE -> List.of(new AskingRequest.Note(textWith(arguments)));
            case REPLY -> List.of(new ReporterRequest.Reply(wordsAfter(arguments), clearance(arguments)));
            case ACCEPT -> List.of(new ReporterRequest.Accept(wordsAfter(arguments), clearance(arguments)));
            case REJECT -> List.of(new ReporterRequest.Reject(wordsAfter(arguments), clearance(arguments)));
            case DUPLICATE ->
                List.of(new ReporterRequest.Duplicate(
                        caseId(firstWord()), wordsAfter(afterFirstWord()), clearance(afterFirstWord())));
            case JUNK -> junk();
            case OWNER -> List.of(new CourseRequest.Owner(address(needed())));
            case REPORTER -> List.of(reporter());
            case KEY -> List.of(key());
            case RECIPIENT -> List.of(new BookForms(command, arguments).recipient());
            case TITLE -> List.of(fields().title());
            case SEVERITY -> List.of(fields().severity());
            case CVE -> List.of(fields().cve());
            case CWE -> List.of(fields().cwe());
            case AFFECTS -> fields().affects();
            case FIXED -> List.of(fields().fixed());
            case DESCRIPTION -> List.of(FieldForms.text(TextField.DESCRIPTION, textWith(arguments)));
            case REMEDY -> List.of(FieldForms.text(TextField.REMEDY, textWith(arguments)));
            case WORKAROUND -> List.of(FieldForms.text(TextField.WORKAROUND, textWith(arguments)));
            case CREDIT -> List.of(fields().credit());
            case PATCH -> List.of(fields().patch());
            case DISCLOSE -> List.of(fields().disclose());
            case ADVANCE -> List.of(fields().advance());
            case INVITE -> List.of(new BookForms(command, arguments).invite());
            case UNINVITE -> List.of(new GuestRequest.Uninvite(address(needed())));
            case HOLD -> List.of(new CourseRequest.Hold(textWith(arguments)));
            case RESUME -> List.of(resume());
            case EXPLOITED -> List.of(new DisclosureRequest.Urgent(Urgency.EXPLOITED, textWith(arguments)));
            case LEAKED -> List.of(new DisclosureRequest.Urgent(Urgency.LEAKED, textWith(arguments)));
            case RELEASED -> List.of(released());
            case PUBLISH -> alone(new DisclosureRequest.Publish());
            case RETRY -> alone(new CourseRequest.Retry());
            case PREVIEW -> alone(new ApprovalRequest.Preview());
            case APPROVE -> List.of(new ApprovalRequest.Approve(digest()));
            case CLOSE -> List.of(new CourseRequest.Close(textWith(arguments)));
            case REOPEN -> alone(new CourseRequest.Reopen());
            case EXPORT -> alone(new AskingRequest.Export());
        };
    }

    private Optional<Command> helpAbout() throws MistakeException {
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        String word = arguments.startsWith("/") ? arguments : "/" + arguments;
        Optional<Command> about = Command.of(word);
        if (about.isEmpty()) {
            throw MistakeException.of(
                    Reason.UNKNOWN_COMMAND,
                    word,
                    NearestWord.of(word, Command.words()).orElse(""));
        }
        return about;
    }

    private boolean isAll() throws MistakeException {
        if (!arguments.isEmpty() && !arguments.equals("all")) {
            throw wrong(arguments, "all");
        }
        return !arguments.isEmpty();
    }

    private List<Request> alone(Request request) throws MistakeException {
        if (!arguments.isEmpty()) {
            throw wrong(arguments, "");
        }
        return List.of(request);
    }

    private List<Request> junk() throws MistakeException {
        List<Request> cases = new ArrayList<>();
        for (String each : needed().split("\\s+", -1)) {
            cases.add(new CourseRequest.Junk(caseId(each)));
        }
        return cases;
    }

    private Request resume() throws MistakeException {
        if (arguments.isEmpty()) {
            return new CourseRequest.Resume();
        }
        if (!firstWord().equals("clock")) {
            throw wrong(firstWord(), "clock");
        }
        Optional<DisclosureHour> time = HourText.read(afterFirstWord());
        if (time.isEmpty()) {
            throw wrong(arguments, "");
        }
        return new DisclosureRequest.ConfirmClock(time.get());
    }

    private Request released() throws MistakeException {
        String version = firstWord();
        String url = afterFirstWord();
        if (url.isEmpty()) {
            throw MistakeException.of(Reason.ARGUMENT_MISSING, command.form());
        }
        if (url.split("\\s+", -1).length > 1) {
            throw wrong(url, "");
        }
        return new DisclosureRequest.Released(new Confidential(version), new Confidential(url));
    }

    private Request reporter() throws MistakeException {
        Address address = address(firstWord());
        String rest = afterFirstWord();
        if (!rest.isEmpty() && !rest.equals("sure")) {
            throw wrong(rest, "sure");
        }
        return new ReporterRequest.Reporter(address, !rest.isEmpty());
    }

    private Request key() throws MistakeException {
        return firstWord().equalsIgnoreCase("reporter")
                ? new ReporterRequest.ReporterKey(fingerprint())
                : new BookForms(command, arguments).key();
    }

    private Optional<Fingerprint> fingerprint() throws MistakeException {
        String hex = afterFirstWord();
        if (hex.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Fingerprint(hex));
        } catch (IllegalArgumentException notOne) {
            throw wrong(hex, "");
        }
    }

    private String digest() throws MistakeException {
        String digest = needed().toLowerCase(Locale.ROOT);
        if (!ApprovalRequest.isDigest(digest)) {
            throw wrong(arguments, "");
        }
        return digest;
    }

    private CaseId caseId(String word) throws MistakeException {
        return CaseId.parse(word).orElseThrow(() -> wrong(word, ""));
    }

    private Address address(String word) throws MistakeException {
        String bare = word.startsWith("<") && word.endsWith(">") ? word.substring(1, word.length() - 1) : word;
        return Address.parse(bare).orElseThrow(() -> wrong(word, ""));
    }

    private FieldForms fields() throws MistakeException {
        return new FieldForms(command, needed());
    }

    private String needed() throws MistakeException {
        if (arguments.isEmpty()) {
            throw MistakeException.of(Reason.ARGUMENT_MISSING, command.form());
        }
        return arguments;
    }

    private String firstWord() throws MistakeException {
        return needed().split("\\s+", 2)[0];
    }

    private String afterFirstWord() {
        String[] words = arguments.split("\\s+", 2);
        return words.length > 1 ? words[1] : "";
    }

    /**
     * Words of clearance count where nothing else stands on the line. Where more follows, nobody knows whether they are the
     * beginning of the text: it is refused, so that nothing goes in clear by accident, and no word of ours to the reporter.
     */
    private static Clearance clearance(String words) throws MistakeException {
        Optional<Clearance> alone = Clearance.parse(words);
        String first = words.split("\\s+", 2)[0];
        if (alone.isEmpty() && Clearance.parse(first).isPresent()) {
            throw MistakeException.of(Reason.CLEARANCE_OR_TEXT, first);
        }
        return alone.orElse(Clearance.NONE);
    }

    private Confidential wordsAfter(String words) throws MistakeException {
        return textWith(Clearance.parse(words).isPresent() ? "" : words);
    }

    /** The text with its first line, which stands behind the command. */
    private Confidential textWith(String first) throws MistakeException {
        List<String> lines = new ArrayList<>(first.isEmpty() ? List.of() : Arrays.asList(first));
        lines.addAll(text);
        String all = CommandText.trimmed(lines);
        if (command.needsText() && all.isBlank()) {
            throw MistakeException.of(Reason.TEXT_MISSING, command.form());
        }
        return new Confidential(all);
    }

    private MistakeException wrong(String read, String meant) {
        return MistakeException.of(Reason.ARGUMENT_WRONG, read, command.form(), meant);
    }
}
