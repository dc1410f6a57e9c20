package org.embargo.process.standing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseState;
import org.embargo.model.Confidential;
import org.embargo.model.Posts;
import org.embargo.model.ReleaseVersion;
import org.embargo.model.Upstream;
import org.embargo.process.words.Finding;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/** How a case about an upstream stands, as sentences. */
public final class UpstreamStanding {

    private UpstreamStanding() {}

    /** What the upstream announced; empty where nothing of it could be read. */
    public static Optional<Finding> announced(Upstream upstream) {
        return upstream.isNamed()
                ? Optional.of(Finding.of(
                        Finding.Kind.UPSTREAM_ANNOUNCES,
                        told(upstream),
                        upstream.name(),
                        releases(upstream),
                        upstream.severity().orElse("")))
                : Optional.empty();
    }

    /** At the end of every transcript of such a case; nothing of any other. */
    public static List<Remark> brief(Case current, Instant now) {
        List<Remark> remarks = new ArrayList<>();
        current.upstream().ifPresent(upstream -> {
            remarks.add(
                    upstream.isNamed()
                            ? Remark.of(
                                    Kind.STANDS_UPSTREAM,
                                    told(upstream),
                                    upstream.name(),
                                    releases(upstream),
                                    upstream.severity().orElse(""))
                            : Remark.of(Kind.STANDS_UPSTREAM_UNREAD));
            upstream.posted().forEach(version -> remarks.add(Remark.of(Kind.STANDS_POSTED, version.text())));
            if (current.state() == CaseState.ANNOUNCED) {
                remarks.add(wanted(upstream, now));
            }
        });
        return remarks;
    }

    private static Remark wanted(Upstream upstream, Instant now) {
        return upstream.due()
                .map(due -> Remark.of(Kind.MISSING_RELEASE, due.toString(), late(due, now)))
                .orElseGet(() -> Remark.of(Kind.MISSING_ACCEPTANCE));
    }

    /** The case in one line of a list while our own release is wanted; empty for any other. */
    public static Optional<Remark> line(Case each, Instant now) {
        return each.upstream()
                .filter(upstream -> each.state() == CaseState.ANNOUNCED)
                .flatMap(Upstream::due)
                .map(due -> Remark.of(
                        Kind.CASE_LINE_UPSTREAM,
                        each.id().toString(),
                        due.toString(),
                        late(due, now),
                        each.owner().map(Address::value).orElse(""),
                        each.held() ? "held" : ""));
    }

    /** Releases of ours that are out and have not been posted. */
    public static List<Posts.Release> toPost(Case current) {
        List<Confidential> posted = current.upstream().map(Upstream::posted).orElse(List.of());
        return current.posts().releases().stream()
                .filter(release -> !posted.contains(release.version()))
                .toList();
    }

    static String releases(Upstream upstream) {
        return upstream.releases().stream().map(ReleaseVersion::text).collect(Collectors.joining(", "));
    }

    /** What nobody has proven or accepted is not told as if it were so. */
    private static String told(Upstream upstream) {
        return (upstream.isFollowed() ? upstream.kind() : Upstream.Kind.UNCLEAR).name();
    }

    private static String late(Instant due, Instant now) {
        return now.isAfter(due) ? "late" : "";
    }
}
