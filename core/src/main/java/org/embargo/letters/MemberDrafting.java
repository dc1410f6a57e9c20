package org.embargo.letters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.embargo.content.Content;
import org.embargo.model.Address;
import org.embargo.process.outcome.MemberLetter;
import org.embargo.process.words.Remark;

/** Puts the words to letters to one member: what became of his commands, mostly. One thread, one letter. */
final class MemberDrafting {

    private static final int MOST_ON_ONE_LINE = 4;
    /** A value of a sentence is cut where it is longer. */
    private static final int LONGEST_ON_ONE_LINE = 180;

    private static final Set<Remark.Kind> LISTED = EnumSet.of(
            Remark.Kind.CASE_LINE,
            Remark.Kind.CASE_LINE_UPSTREAM,
            Remark.Kind.RECIPIENT_LINE,
            Remark.Kind.FORMER_RECIPIENT_LINE);

    /** Before each line of a text that is shown in full. */
    private static final String SHOWN = "| ";

    /** A marker is made of more. */
    private static final Pattern DASHES = Pattern.compile("-{3,}");

    private final Templates templates;
    private final Drafting drafting;

    MemberDrafting(Templates templates, Drafting drafting) {
        this.templates = templates;
        this.drafting = drafting;
    }

    /** Without the archive, where one should go along. */
    Draft draft(MemberLetter letter) {
        if (letter instanceof MemberLetter.Transcript transcript) {
            return transcript(transcript, List.of());
        }
        if (letter instanceof MemberLetter.News) {
            return news();
        }
        throw new IllegalArgumentException("no words for a " + letter.getClass().getSimpleName());
    }

    /** @throws IllegalArgumentException for a letter that takes no archive along */
    Draft draft(MemberLetter letter, Content archive) {
        if (letter instanceof MemberLetter.Transcript transcript
                && transcript.exported().isPresent()) {
            String name =
                    MemberLetter.Transcript.archiveName(transcript.exported().get());
            return transcript(transcript, List.of(Part.file(name, archive)));
        }
        throw new IllegalArgumentException("a " + letter.getClass().getSimpleName() + " takes no archive along");
    }

    /** It tells nothing: the member can't be written to in secret. */
    private Draft news() {
        Wording wording = templates.word(LetterText.NEWS, drafting.common());
        return new Draft(
                wording.subject(),
                Drafting.NOTHING,
                Draft.GENERATED,
                Optional.empty(),
                false,
                false,
                List.of(Part.text(wording.body())));
    }

    /** @param archive of the case; where it should go along and does not, it was too large */
    private Draft transcript(MemberLetter.Transcript transcript, List<Part> archive) {
        Wording wording = templates.word(LetterText.TRANSCRIPT, values(transcript, !archive.isEmpty()));
        List<Part> parts = new ArrayList<>(List.of(Part.text(text(transcript, wording.body()))));
        parts.addAll(archive);
        return new Draft(
                transcript
                        .caseId()
                        .map(id -> Drafting.tagged(id, wording.subject()))
                        .orElse(wording.subject()),
                transcript.caseId().map(id -> "[" + id + "]").orElse(Drafting.NOTHING),
                Draft.REPLIED,
                transcript.caseId().map(drafting::caseAddress),
                false,
                true,
                parts);
    }

    private Map<String, Object> values(MemberLetter.Transcript transcript, boolean archived) {
        Map<String, Object> values = drafting.common();
        values.put("case", transcript.caseId().map(Object::toString).orElse(""));
        values.put(
                "case-address",
                transcript
                        .caseId()
                        .map(drafting::caseAddress)
                        .map(Address::value)
                        .orElse(""));
        for (MemberLetter.Transcript.Result each : MemberLetter.Transcript.Result.values()) {
            String flag = each.name().toLowerCase(Locale.ROOT).replace('_', '-');
            values.put(flag, Drafting.flag(transcript.result() == each));
        }
        values.put("lines", lines(transcript, archived));
        values.put(
                "standing",
                Drafting.items(
                        "remark",
                        transcript.standing().stream().map(templates::sentence).toList()));
        values.put(
                "steps",
                Drafting.items(
                        "step",
                        transcript.steps().stream()
                                .map(step -> step(step.kind(), step.due(), transcript.at()))
                                .toList()));
        return values;
    }

    /** What was done, the marker, and below it the preview that was asked for. */
    private String text(MemberLetter.Transcript transcript, String done) {
        PreviewDrafting previews = new PreviewDrafting(templates, drafting);
        String marker = transcript
                .caseId()
                .map(id -> "\n" + new Marker(id).line() + "\n")
                .orElse("");
        String preview = previews.below(transcript).map(text -> "\n" + text).orElse("");
        return previews.harmless(done) + marker + preview;
    }

    /** One line a command; what has more to say says it in a list below. */
    private List<Map<String, String>> lines(MemberLetter.Transcript transcript, boolean archived) {
        List<Map<String, String>> lines = new ArrayList<>();
        for (MemberLetter.Transcript.Line each : transcript.lines()) {
            Stream<String> said = each.remarks().stream()
                    .filter(remark -> !PreviewDrafting.isOne(remark))
                    .map(remark -> told(remark, archived))
                    .flatMap(remark -> sentences(remark, transcript.at()));
            List<String> sentences = Stream.concat(each.refusal().map(templates::sentence).stream(), said)
                    .toList();
            boolean list = sentences.size() > MOST_ON_ONE_LINE
                    || each.remarks().stream()
                                    .filter(MemberDrafting::isOneOfMany)
                                    .count()
                            > 1
                    || String.join(" ", sentences).length() > LONGEST_ON_ONE_LINE
                    || sentences.stream().anyMatch(sentence -> sentence.startsWith(SHOWN));
            lines.add(Map.of("line", "- " + head(each, list ? "" : String.join(" ", sentences))));
            if (list) {
                sentences.forEach(sentence ->
                        lines.add(Map.of("line", sentence.startsWith(SHOWN) ? "    " + sentence : "  - " + sentence)));
            }
        }
        return lines;
    }

    private static Remark told(Remark remark, boolean archived) {
        return remark.kind() == Remark.Kind.EXPORTED && !archived ? Remark.of(Remark.Kind.EXPORT_TOO_LARGE) : remark;
    }

    /** What is looked for in a list stands on a line of its own there, however short. */
    private static boolean isOneOfMany(Remark remark) {
        return LISTED.contains(remark.kind());
    }

    private String step(String kind, Instant due, Instant now) {
        return templates.label("STEP", kind, due.toString(), TimeText.distance(due, now));
    }

    /** A case with what comes next in it. */
    private String caseLine(Remark remark, Instant now) {
        String kind = remark.values().get(5).text();
        String due = remark.values().get(6).text();
        return templates.label(
                "CASE_WITH_STEP",
                templates.sentence(remark),
                due.isEmpty() ? templates.label("NO_STEP") : step(kind, Instant.parse(due), now));
    }

    /** One, and below it the lines of a text that is shown in full, which may not look like ours. */
    private Stream<String> sentences(Remark remark, Instant now) {
        if (remark.kind() == Remark.Kind.CASE_LINE) {
            return Stream.of(caseLine(remark, now));
        }
        String sentence = templates.sentence(remark);
        return remark.kind() == Remark.Kind.FIELD_FULL_TEXT
                ? Stream.concat(
                        Stream.of(sentence),
                        VisibleText.lines(remark.values().get(1).text())
                                .lines()
                                .map(line -> SHOWN + DASHES.matcher(line).replaceAll("--")))
                : Stream.of(sentence);
    }

    private String head(MemberLetter.Transcript.Line line, String said) {
        if (line.number() == 0) {
            return templates.label("WHOLE_MAIL", said);
        }
        return line.command().isBlank()
                ? templates.label("MISTAKE", String.valueOf(line.number()), said)
                : templates.label(
                        "COMMAND", String.valueOf(line.number()), line.command().text(), said);
    }
}
