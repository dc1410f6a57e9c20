package org.embargo.letters;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.process.outcome.MemberLetter;
import org.embargo.process.words.Remark;

/**
 * The part of a transcript that shows a preview. It stands below the marker: a program that quotes without marks must
 * not send back the line that approves, nor anything that stands in the texts. One thread, one letter.
 */
final class PreviewDrafting {

    private static final String WORD = "/approve";
    private static final Pattern APPROVAL = Pattern.compile("(?i)\\s*" + WORD + "\\b.*");
    private static final Pattern MARKER = Pattern.compile("(?i).*: write above this line.*");
    private static final List<String> TEXTS =
            List.of("plan", "title", "notice", "date-notice", "date-notice-bare", "post");

    private final Templates templates;
    private final Drafting drafting;

    PreviewDrafting(Templates templates, Drafting drafting) {
        this.templates = templates;
        this.drafting = drafting;
    }

    /** The newest preview in {@code transcript}, ready to stand below its marker; empty where there is none. */
    Optional<String> below(MemberLetter.Transcript transcript) {
        return transcript.caseId().flatMap(id -> transcript.lines().stream()
                .flatMap(line -> line.remarks().stream())
                .filter(PreviewDrafting::isOne)
                .reduce((earlier, later) -> later)
                .map(remark -> word(id, remark, transcript.result() == MemberLetter.Transcript.Result.DRY_RUN)));
    }

    /** Whether {@code remark} is no sentence but a preview. */
    static boolean isOne(Remark remark) {
        return remark.kind() == Remark.Kind.PREVIEW;
    }

    private String word(CaseId id, Remark remark, boolean dryRun) {
        List<String> given = remark.values().stream().map(Confidential::text).toList();
        Map<String, Object> values = drafting.common();
        values.put("case", id.toString());
        values.put("dry-run", Drafting.flag(dryRun));
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            texts.put(TEXTS.get(i), given.get(i + 1).stripTrailing());
        }
        String shown = new AdvisoryText(templates, values, texts)
                .word(LetterText.PREVIEW)
                .text();
        String approval =
                dryRun ? "" : "\n" + templates.label("APPROVE_BY") + "\n\n" + WORD + " " + given.get(0) + "\n";
        return harmless(shown) + approval;
    }

    /** {@code text} without a line that could be taken for the one that approves, or for a marker. */
    String harmless(String text) {
        return text.lines()
                .map(line ->
                        APPROVAL.matcher(line).matches() || MARKER.matcher(line).matches()
                                ? templates.label("AS_TEXT", line.strip())
                                : line)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
