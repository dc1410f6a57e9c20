package org.embargo.letters;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.embargo.model.Case;
import org.embargo.model.Confidential;
import org.embargo.model.FinishedTexts;
import org.embargo.model.FinishedTexts.Gap;
import org.embargo.process.timetable.DueDisclosure;

/** The approved post with its gaps filled, in the forms that the preview named. */
final class FilledPost {

    private FilledPost() {}

    /** As it goes out at {@code now}. */
    static Confidential of(DueDisclosure due, Templates templates, Instant now) {
        Case current = due.current();
        FinishedTexts texts = due.texts();
        return FinishedTexts.filled(
                texts.post(),
                Map.of(
                        Gap.RELEASES, releases(current, templates),
                        Gap.TIMELINE, timeline(current, templates, now),
                        Gap.CREDIT,
                                texts.credit().of(current.dossier().credit()).text(),
                        Gap.HOUR, TimeText.moment(due.hour())));
    }

    private static String releases(Case current, Templates templates) {
        return current.posts().releases().stream()
                .map(release -> "  "
                        + templates.label(
                                "RELEASE_OUT",
                                release.version().text(),
                                release.url().text()))
                .collect(Collectors.joining("\n"));
    }

    private static String timeline(Case current, Templates templates, Instant now) {
        List<String> lines = new ArrayList<>();
        line(lines, templates, "reported", current.filed());
        line(lines, templates, "answered", current.answered());
        line(lines, templates, "notified", current.notices().listed());
        Optional<Instant> before =
                current.posts().decided().filter(at -> current.posts().isOut());
        line(lines, templates, "disclosed", before.or(() -> Optional.of(now)));
        if (before.isPresent()) {
            line(lines, templates, "updated", Optional.of(now));
        }
        return String.join("\n", lines);
    }

    private static void line(List<String> lines, Templates templates, String what, Optional<Instant> when) {
        when.ifPresent(at -> lines.add(templates.label(
                "TIMELINE", what, at.atOffset(ZoneOffset.UTC).toLocalDate().toString())));
    }
}
