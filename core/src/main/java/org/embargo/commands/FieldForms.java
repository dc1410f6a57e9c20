package org.embargo.commands;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.embargo.model.Confidential;
import org.embargo.model.Credit;
import org.embargo.model.CveId;
import org.embargo.model.CweId;
import org.embargo.model.DurationText;
import org.embargo.model.Lead;
import org.embargo.model.NearestWord;
import org.embargo.model.OneLine;
import org.embargo.model.RefName;
import org.embargo.model.ReleaseVersion;
import org.embargo.model.Severity;
import org.embargo.model.TextField;
import org.embargo.model.VersionRange;
import org.embargo.process.requests.DisclosureHour;
import org.embargo.process.requests.FieldRequest;
import org.embargo.process.requests.PatchRequest;
import org.embargo.process.requests.Request;
import org.embargo.process.requests.ScheduleRequest;
import org.embargo.process.words.Command;
import org.embargo.process.words.Refusal.Reason;

/** The values of fields and dates, read and checked. One command. */
final class FieldForms {

    static final int LONGEST_TEXT = 100_000;

    private static final String NONE = "none";
    private static final String ALLOW = "allow";
    private static final int MOST_VALUES = 100;

    private final Command command;
    private final String arguments;

    /** @param arguments what stands behind the command; not empty */
    FieldForms(Command command, String arguments) {
        this.command = command;
        this.arguments = arguments;
    }

    Request title() throws MistakeException {
        Optional<OneLine.Flaw> flaw = OneLine.flawOfTitle(arguments);
        if (flaw.isPresent()) {
            throw MistakeException.of(Reason.TITLE_WRONG, flaw.get().word(), String.valueOf(OneLine.LONGEST_TITLE));
        }
        return new FieldRequest.SetText(TextField.TITLE, new Confidential(arguments));
    }

    /** @param words of a field that may have many lines */
    static Request text(TextField field, Confidential words) throws MistakeException {
        if (words.text().length() > LONGEST_TEXT) {
            throw MistakeException.of(Reason.TEXT_TOO_LONG, String.valueOf(LONGEST_TEXT));
        }
        if (OneLine.deceives(words.text())) {
            throw MistakeException.of(Reason.TEXT_DECEIVES);
        }
        return new FieldRequest.SetText(field, words);
    }

    Request severity() throws MistakeException {
        Optional<Severity> word = SeverityText.word(arguments);
        if (word.isPresent()) {
            return new FieldRequest.Severity(word.get());
        }
        if (SeverityText.looksLikeVector(arguments)) {
            return new FieldRequest.Severity(SeverityText.vector(arguments)
                    .orElseThrow(() -> MistakeException.of(Reason.VECTOR_WRONG, arguments)));
        }
        // the word of CVSS for it
        throw wrong(
                arguments,
                arguments.equals("medium")
                        ? "moderate"
                        : NearestWord.of(arguments, SeverityText.words()).orElse(""));
    }

    Request cve() throws MistakeException {
        return new FieldRequest.Cve(ids(CveId::parse));
    }

    Request cwe() throws MistakeException {
        return new FieldRequest.Cwe(ids(CweId::parse));
    }

    /** Versions that stand one by one are a range each. */
    List<Request> affects() throws MistakeException {
        if (arguments.equals(NONE)) {
            return List.of(new FieldRequest.Affects(Optional.empty()));
        }
        List<String> parts = Arrays.asList(arguments.split(",", -1));
        boolean single = parts.stream()
                .allMatch(part ->
                        VersionRange.parse(part).filter(VersionRange::isSingle).isPresent());
        List<Request> requests = new ArrayList<>();
        for (String part : single ? parts : List.of(arguments)) {
            VersionRange range =
                    VersionRange.parse(part).orElseThrow(() -> MistakeException.of(Reason.RANGE_WRONG, arguments));
            requests.add(new FieldRequest.Affects(Optional.of(range)));
        }
        return requests;
    }

    Request fixed() throws MistakeException {
        return new FieldRequest.Fixed(ids(ReleaseVersion::parse));
    }

    Request credit() throws MistakeException {
        if (arguments.equalsIgnoreCase("anonymous")) {
            return new FieldRequest.SetCredit(Credit.Naming.ANONYMOUS);
        }
        Optional<OneLine.Flaw> flaw = OneLine.flawOfName(arguments);
        if (flaw.isPresent()) {
            throw MistakeException.of(Reason.NAME_WRONG, flaw.get().word(), String.valueOf(OneLine.LONGEST_NAME));
        }
        return new FieldRequest.SetCredit(Credit.Naming.of(arguments));
    }

    Request patch() throws MistakeException {
        String[] words = arguments.split("\\s+", -1);
        if (arguments.equals(NONE)) {
            return new FieldRequest.NoPatch();
        }
        if (words.length > 2 && words[1].equals(ALLOW)) {
            return new PatchRequest.Allow(
                    branch(words[0]), new Confidential(arguments.split("\\s+", 3)[2]));
        }
        List<RefName> branches = new ArrayList<>();
        for (String word : words) {
            branches.add(branch(word));
        }
        return new PatchRequest.Give(branches);
    }

    /** Words of the command are no branches: whoever writes them means something else. */
    private RefName branch(String word) throws MistakeException {
        Optional<RefName> branch = RefName.parse(word);
        if (branch.isEmpty() || word.equals(NONE) || word.equals(ALLOW)) {
            throw wrong(word, "");
        }
        return branch.get();
    }

    Request disclose() throws MistakeException {
        if (arguments.equals(NONE)) {
            return new ScheduleRequest.Disclose(Optional.empty());
        }
        Optional<DisclosureHour> hour = HourText.read(arguments);
        if (hour.isEmpty()) {
            throw wrong(arguments, "");
        }
        return new ScheduleRequest.Disclose(hour);
    }

    Request advance() throws MistakeException {
        return switch (arguments) {
            case "now" -> new ScheduleRequest.Advance(Lead.AT_ONCE);
            case NONE -> new ScheduleRequest.Advance(Lead.NO_NOTICE);
            case "usual" -> new ScheduleRequest.Advance(Lead.USUAL);
            default -> new ScheduleRequest.Advance(Lead.of(distance()));
        };
    }

    private Duration distance() throws MistakeException {
        return DurationText.parse(arguments)
                .filter(duration -> !duration.isZero())
                .orElseThrow(() -> wrong(arguments, ""));
    }

    private <T> List<T> ids(Function<String, Optional<T>> form) throws MistakeException {
        if (arguments.equals(NONE)) {
            return List.of();
        }
        List<T> ids = new ArrayList<>();
        for (String word : arguments.split("[\\s,]+", -1)) {
            T id = form.apply(word).orElseThrow(() -> wrong(word, ""));
            if (!ids.contains(id)) {
                ids.add(id);
            }
        }
        if (ids.size() > MOST_VALUES) {
            throw MistakeException.of(Reason.TOO_MANY_VALUES, String.valueOf(MOST_VALUES));
        }
        return ids;
    }

    private MistakeException wrong(String read, String meant) {
        return MistakeException.of(Reason.ARGUMENT_WRONG, read, command.form(), meant);
    }
}
