package org.embargo.letters;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.embargo.model.Case;
import org.embargo.model.Confidential;
import org.embargo.model.DeskAddress;
import org.embargo.model.DeskRole;
import org.embargo.model.Posts;
import org.embargo.model.ReleaseVersion;
import org.embargo.model.Upstream;
import org.embargo.process.course.ReleasePost;
import org.embargo.process.standing.UpstreamStanding;

/** Words the post about releases of ours against what an upstream announced: nothing in it is the upstream's wording. */
final class ReleasePostText {

    private final AdvisoryDesk desk;
    private final Templates templates;

    ReleasePostText(AdvisoryDesk desk, Templates templates) {
        this.desk = desk;
        this.templates = templates;
    }

    ReleasePost of(Case current) {
        List<Posts.Release> ours = UpstreamStanding.toPost(current);
        Map<String, Object> values = new HashMap<>(ofDesk());
        values.put("case", current.id().toString());
        values.putAll(ofUpstream(current.upstream().orElseThrow()));
        values.put(
                "versions",
                list(ours.stream()
                        .map(release -> VisibleText.value(release.version().text()))
                        .toList()));
        values.put("several", Drafting.flag(ours.size() > 1));
        AdvisoryText text = new AdvisoryText(templates, values, Map.of("releases", where(ours)));
        String subject = templates.subject(LetterText.UPSTREAM_POST, values);
        return new ReleasePost(new Confidential(subject), text.word(LetterText.UPSTREAM_POST));
    }

    private Map<String, Object> ofDesk() {
        return Map.of(
                "project", VisibleText.value(desk.project()),
                "desk", desk.address().value(),
                "key-address",
                        DeskAddress.of(desk.address(), new DeskRole.Key()).value(),
                "fingerprint", desk.key().spaced());
    }

    private static Map<String, Object> ofUpstream(Upstream upstream) {
        return Map.of(
                "upstream", VisibleText.value(upstream.name()),
                "upstream-versions",
                        list(upstream.releases().stream()
                                .map(ReleaseVersion::text)
                                .toList()),
                "upstream-several", Drafting.flag(upstream.releases().size() > 1),
                "security", Drafting.flag(upstream.kind() == Upstream.Kind.SECURITY),
                "bug-fix", Drafting.flag(upstream.kind() == Upstream.Kind.BUG_FIX),
                "severity",
                        upstream.severity()
                                .map(word -> word.toLowerCase(Locale.ROOT))
                                .orElse(""));
    }

    /** A line for each, with its address. */
    private String where(List<Posts.Release> ours) {
        return ours.stream()
                .map(release -> "  "
                        + templates.label(
                                "RELEASE_OUT",
                                release.version().text(),
                                release.url().text()))
                .collect(Collectors.joining("\n"));
    }

    private static String list(List<String> versions) {
        int last = versions.size() - 1;
        return last < 1
                ? String.join("", versions)
                : String.join(", ", versions.subList(0, last)) + " and " + versions.get(last);
    }
}
