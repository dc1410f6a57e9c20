package org.embargo.process.requests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.Confidential;
import org.embargo.model.DisclosureEvent;
import org.embargo.model.Posts;
import org.embargo.model.ReleaseVersion;
import org.embargo.model.Upstream;
import org.embargo.model.UpstreamEvent;
import org.embargo.process.words.Refusal.Reason;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/** Decides on what members command in a case about an upstream, where that differs from other cases. */
final class UpstreamDecision {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final Case current;
    private final Upstream upstream;
    private final Circumstances at;

    UpstreamDecision(Case current, Upstream upstream, Circumstances at) {
        this.current = current;
        this.upstream = upstream;
        this.at = at;
    }

    /** From now on our own release is due. A member may say what is announced, where the desk could not read it. */
    Decision accept(Confidential text) {
        Optional<Upstream> read = text.isBlank() ? Optional.of(upstream) : read(text.text());
        if (read.isEmpty()) {
            return Decision.refused(Reason.UPSTREAM_NOT_READ);
        }
        if (upstream.isFollowed() && read.get().equals(upstream)) {
            return Decision.refused(Reason.IS_SO_ALREADY);
        }
        Upstream followed = read.get().followedFrom(at.now());
        List<Remark> remarks = new ArrayList<>();
        remarks.add(Remark.of(Kind.RELEASE_DUE, followed.due().orElseThrow().toString()));
        if (!followed.isNamed()) {
            remarks.add(Remark.of(Kind.MISSING_UPSTREAM));
        }
        return new Decision.Done(List.of(new UpstreamEvent.AnnouncementAccepted(followed)), List.of(), remarks);
    }

    /** {@code openssl 3.4.1, 3.3.3}; nothing else may stand there. */
    private Optional<Upstream> read(String text) {
        List<String> words = Arrays.stream(text.strip().split("[\\s,]+")).toList();
        String name = words.get(0).toLowerCase(Locale.ROOT);
        List<ReleaseVersion> versions = words.stream()
                .skip(1)
                .flatMap(word -> ReleaseVersion.parse(word).stream())
                .toList();
        boolean isRead = NAME.matcher(name).matches() && !versions.isEmpty() && versions.size() == words.size() - 1;
        return isRead ? Optional.of(upstream.readAs(name, versions)) : Optional.empty();
    }

    /** Records a release of ours, whatever its version; its post goes at once, without approval, unless it is held. */
    Decision released(Confidential version, Confidential url) {
        if (!upstream.isFollowed()) {
            return Decision.refused(Reason.UPSTREAM_NOT_ACCEPTED);
        }
        if (!upstream.isNamed()) {
            return Decision.refused(Reason.UPSTREAM_UNNAMED);
        }
        if (ReleaseVersion.parse(version.text()).isEmpty()) {
            return Decision.refused(Reason.NO_RELEASE_VERSION, version.text());
        }
        if (upstream.posted().contains(version)) {
            return Decision.refused(Reason.RELEASE_POSTED_ALREADY, version.text());
        }
        CaseEvent issued = new DisclosureEvent.ReleaseIssued(new Posts.Release(version, url, at.now()));
        return Decision.changed(issued, Remark.of(posts(), at.holds().all() ? "all" : ""));
    }

    private Kind posts() {
        return at.holds().keepBack(current) ? Kind.POST_WAITS_WHILE_HELD : Kind.POSTS_NOW;
    }
}
