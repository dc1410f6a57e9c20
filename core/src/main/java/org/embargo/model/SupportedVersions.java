package org.embargo.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which versions a project supports: its main branch, and the most recent series of its releases, each by its newest
 * version.
 *
 * @param rule     what counts as one release
 * @param releases the newest version of each supported series, newest first
 */
public record SupportedVersions(String mainBranch, SeriesRule rule, List<ReleaseVersion> releases) {

    public SupportedVersions {
        Objects.requireNonNull(mainBranch, "mainBranch");
        Objects.requireNonNull(rule, "rule");
        releases = List.copyOf(releases);
    }

    /**
     * The {@code count} most recent series of {@code known}. Alphas, betas and candidates are no releases.
     *
     * @param known from the configuration, from what members reported, from tags; in any order, repeated or not
     */
    public static SupportedVersions of(
            String mainBranch, SeriesRule rule, int count, Collection<ReleaseVersion> known) {
        Map<String, ReleaseVersion> newest = new LinkedHashMap<>();
        known.stream()
                .filter(version -> !version.isPreRelease())
                .sorted(Comparator.reverseOrder())
                .distinct()
                .forEach(version -> newest.putIfAbsent(version.series(rule), version));
        return new SupportedVersions(
                mainBranch, rule, newest.values().stream().limit(count).toList());
    }

    /** The supported series, newest first. */
    public List<String> series() {
        return releases.stream().map(version -> version.series(rule)).toList();
    }

    /** Whether {@code version} is of a supported series, or newer than all of them. */
    public boolean supports(ReleaseVersion version) {
        return series().contains(version.series(rule))
                || releases.stream().allMatch(each -> version.compareTo(each) > 0);
    }
}
