package org.embargo.patches;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.embargo.model.Confidential;

/**
 * Something in a patch that needs a member's word of permission, since it may run or redirect something: a link, a
 * submodule, a file that steers git or the build server, a changed mode.
 */
public record UnusualContent(Kind kind, Confidential path) {

    /** What it is. */
    public enum Kind {
        LINK,
        SUBMODULE,
        GIT_FILE,
        CI_FILE,
        MODE_CHANGE
    }

    private static final int LINK_MODE = 0120000;
    private static final int SUBMODULE_MODE = 0160000;

    /** Whole paths, and names that count in every folder. */
    private static final List<Pattern> CI_FILES = Stream.of(
                    "[.]circleci/.*",
                    "[.]buildkite/.*",
                    "[.]ci/.*",
                    "[.]gitea/.*",
                    "[.]forgejo/.*",
                    "[.]woodpecker(?:/.*|[.]ya?ml)",
                    "[.]tekton/.*",
                    "[.]builds?(?:/.*|[.]ya?ml)",
                    "[.]zuul(?:[.]d/.*|[.]ya?ml)|zuul(?:[.]d/.*|[.]ya?ml)",
                    "[.]azure-pipelines/.*",
                    "(?:.*/)?azure-pipelines[^/]*[.]ya?ml",
                    "(?:.*/)?jenkinsfile[^/]*",
                    "(?:.*/)?[.](?:travis|drone|appveyor|cirrus|semaphore|pre-commit-config)[.]ya?ml",
                    "(?:.*/)?(?:appveyor|bitbucket-pipelines|buildspec|cloudbuild|codefresh|wercker)[.]ya?ml",
                    "[.]semaphore/.*",
                    "[.]teamcity/.*")
            .map(Pattern::compile)
            .toList();

    public UnusualContent {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(path, "path");
    }

    /** Everything unusual in {@code changes}, in their order, each kind and path once. */
    public static List<UnusualContent> in(List<FileChange> changes) {
        List<UnusualContent> all = new ArrayList<>();
        for (FileChange change : changes) {
            for (Confidential path : List.of(change.oldPath(), change.newPath())) {
                kinds(change, path.text()).stream()
                        .map(kind -> new UnusualContent(kind, path))
                        .filter(each -> !all.contains(each))
                        .forEach(all::add);
            }
        }
        return List.copyOf(all);
    }

    private static Set<Kind> kinds(FileChange change, String path) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        if (change.oldMode() == LINK_MODE || change.newMode() == LINK_MODE) {
            kinds.add(Kind.LINK);
        }
        if (change.oldMode() == SUBMODULE_MODE || change.newMode() == SUBMODULE_MODE) {
            kinds.add(Kind.SUBMODULE);
        }
        if (change.oldMode() != 0 && change.newMode() != 0 && change.oldMode() != change.newMode()) {
            kinds.add(Kind.MODE_CHANGE);
        }
        String folded = path.toLowerCase(Locale.ROOT);
        if (Arrays.stream(folded.split("/", -1)).anyMatch(name -> name.startsWith(".git"))) {
            kinds.add(isCi(folded) ? Kind.CI_FILE : Kind.GIT_FILE);
        } else if (isCi(folded)) {
            kinds.add(Kind.CI_FILE);
        }
        return kinds;
    }

    /** {@code .github/workflows} and {@code .gitlab-ci.yml} begin as files of git do, and are the build server's. */
    private static boolean isCi(String path) {
        return path.startsWith(".github/workflows/")
                || path.startsWith(".github/actions/")
                || path.startsWith(".gitlab/ci/")
                || path.matches("(?:.*/)?[.]gitlab-ci[^/]*[.]ya?ml")
                || CI_FILES.stream().anyMatch(form -> form.matcher(path).matches());
    }
}
