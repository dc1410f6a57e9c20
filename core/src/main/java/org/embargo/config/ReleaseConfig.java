package org.embargo.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a desk's project keeps its code and makes its releases.
 *
 * @param releaseUrl        what the address of a release must begin with
 * @param repository        where patches are pushed; {@code file} or {@code ssh}
 * @param supportedReleases how many of the newest series are supported
 * @param releases          versions that are out
 * @param releaseHook       program called for each release, an absolute path
 * @param releaseWithin     from disclosure until releases are out
 * @param tagPattern        form of the tag of a release
 * @param tagReleaseUrl     address of a release, {@code *} for the version; where it is there, a tag says that one is out
 * @param series            what makes a series out of a version
 * @param patchAuthors      whether a commit's author is rather the patch's, where it names one
 */
public record ReleaseConfig(
        Optional<URI> releaseUrl,
        Optional<URI> repository,
        String mainBranch,
        int supportedReleases,
        List<String> releases,
        Optional<Path> releaseHook,
        Duration releaseWithin,
        Optional<String> tagPattern,
        Optional<String> tagReleaseUrl,
        String series,
        CommitAuthor commitAuthor,
        boolean patchAuthors,
        Optional<String> commitSigningKey) {

    public ReleaseConfig {
        Objects.requireNonNull(releaseUrl, "releaseUrl");
        Objects.requireNonNull(repository, "repository");
        Objects.requireNonNull(mainBranch, "mainBranch");
        releases = List.copyOf(releases);
        Objects.requireNonNull(releaseHook, "releaseHook");
        Objects.requireNonNull(releaseWithin, "releaseWithin");
        Objects.requireNonNull(tagPattern, "tagPattern");
        Objects.requireNonNull(tagReleaseUrl, "tagReleaseUrl");
        Objects.requireNonNull(series, "series");
        Objects.requireNonNull(commitAuthor, "commitAuthor");
        Objects.requireNonNull(commitSigningKey, "commitSigningKey");
    }
}
