package org.embargo.process.standing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.embargo.model.Case;
import org.embargo.model.ReleaseVersion;
import org.embargo.model.SeriesRule;
import org.embargo.model.VersionRange;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/**
 * Which releases a project supports, as far as its configuration knows them.
 *
 * @param releases   that are out
 * @param count      how many of the newest series are supported
 * @param series     what makes a series out of versions
 * @param mainBranch supported besides them
 */
public record SupportedReleases(List<ReleaseVersion> releases, int count, SeriesRule series, String mainBranch) {

    public SupportedReleases {
        releases = List.copyOf(releases);
        Objects.requireNonNull(series, "series");
        Objects.requireNonNull(mainBranch, "mainBranch");
    }

    /** The newest release of each supported series, newest first. */
    public List<ReleaseVersion> newest() {
        List<ReleaseVersion> newest = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        releases.stream()
                .sorted(Comparator.reverseOrder())
                .filter(release -> seen.add(release.series(series)))
                .limit(count)
                .forEach(newest::add);
        return newest;
    }

    /** What {@code range} hits: supported releases, the branch, and what is out of support. */
    public List<Remark> hitBy(VersionRange range) {
        List<Remark> remarks = new ArrayList<>();
        List<ReleaseVersion> supported = newest();
        if (supported.isEmpty()) {
            remarks.add(Remark.of(Kind.SUPPORT_UNKNOWN));
        } else {
            List<ReleaseVersion> hit =
                    supported.stream().filter(range::contains).toList();
            List<ReleaseVersion> missed =
                    supported.stream().filter(each -> !range.contains(each)).toList();
            remarks.add(
                    hit.isEmpty()
                            ? Remark.of(Kind.SUPPORTED_NOT_HIT, joined(missed))
                            : Remark.of(Kind.SUPPORTED_HIT, joined(hit), joined(missed)));
        }
        // a branch has no version: what has no end goes on in it
        remarks.add(Remark.of(range.to().isEmpty() ? Kind.BRANCH_HIT : Kind.BRANCH_NOT_KNOWN, mainBranch));
        List<ReleaseVersion> old = outOfSupport(range, supported);
        if (!old.isEmpty()) {
            remarks.add(Remark.of(Kind.OUT_OF_SUPPORT, joined(old)));
        }
        return remarks;
    }

    /** A branch that is affected as far as anybody knows, where others have patches and it has none. */
    public Optional<Remark> branchWithoutPatch(Case current) {
        boolean isHit = current.dossier().affected().stream()
                .flatMap(each -> VersionRange.parse(each.text()).stream())
                .anyMatch(range -> range.to().isEmpty());
        boolean isPatched = current.patches().branches().stream()
                .anyMatch(each -> each.branch().value().equals(mainBranch));
        return isHit && !isPatched && !current.patches().branches().isEmpty()
                ? Optional.of(Remark.of(Kind.MISSING_BRANCH_PATCH, mainBranch))
                : Optional.empty();
    }

    /** Affected versions that the range names or that are out, of series older than the supported ones. */
    private List<ReleaseVersion> outOfSupport(VersionRange range, List<ReleaseVersion> supported) {
        if (supported.isEmpty()) {
            return List.of();
        }
        Set<String> series =
                supported.stream().map(each -> each.series(this.series)).collect(Collectors.toSet());
        ReleaseVersion oldest = supported.get(supported.size() - 1);
        return Stream.concat(
                        Stream.of(range.from(), range.to())
                                .flatMap(bound -> bound.stream().map(VersionRange.Bound::version)),
                        releases.stream())
                .filter(range::contains)
                .filter(each -> each.compareTo(oldest) < 0 && !series.contains(each.series(this.series)))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static String joined(List<ReleaseVersion> versions) {
        return versions.stream().map(ReleaseVersion::text).collect(Collectors.joining(", "));
    }
}
