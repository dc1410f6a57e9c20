package org.embargo.patches;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.embargo.model.Confidential;
import org.embargo.patches.EarlyMention.Kind;

/**
 * Looks at everything public in a repository, all branches and tags, for what should not be there yet. Only reads. Safe for
 * use by many threads.
 */
public final class PublicWatch {

    private final GitSettings settings;
    private final WorkFolder folder;

    public PublicWatch(GitSettings settings, WorkFolder folder) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.folder = Objects.requireNonNull(folder, "folder");
    }

    /**
     * What was found, and how far was looked.
     *
     * @param tips all commits that branches and tags were at: {@code since} of the next look
     */
    public record Sight(List<EarlyMention> mentions, Set<String> tips) {

        public Sight {
            mentions = List.copyOf(mentions);
            tips = Set.copyOf(tips);
        }
    }

    /**
     * Looks at the names of all refs, and at the commits that none of {@code since} has.
     *
     * @param since    tips of an earlier look; empty: names are looked at, and commits from the next look on
     * @param patchIds of what was rehearsed
     * @throws GitException when git or the repository fails: nothing is known then
     */
    public Sight look(URI repository, Collection<String> since, CaseSecrets secrets, Set<String> patchIds) {
        try (PrivateClone clone = PrivateClone.open(folder, settings, repository)) {
            Map<String, String> refs = clone.refs();
            List<EarlyMention> mentions = new ArrayList<>();
            refs.keySet().forEach(ref -> mentions.addAll(mentions(ref, ref, ref, secrets)));
            if (!since.isEmpty() && !refs.isEmpty()) {
                clone.fetch(refs.keySet());
                new NewCommits(clone, refs, since).look(secrets, patchIds, mentions);
            }
            return new Sight(mentions, Set.copyOf(refs.values()));
        }
    }

    private static List<EarlyMention> mentions(String text, String where, String ref, CaseSecrets secrets) {
        return EarlyMention.in(text, secrets).stream()
                .map(kind -> new EarlyMention(kind, new Confidential(where), new Confidential(ref)))
                .toList();
    }

    /** The commits of one clone that are new. */
    private record NewCommits(PrivateClone copy, Map<String, String> refs, Collection<String> since) {

        void look(CaseSecrets secrets, Set<String> patchIds, List<EarlyMention> mentions) {
            String log = new String(
                    copy.require(range(), "log", "-z", "--ignore-missing", "--stdin", "--format=%H%n%an%n%ae%n%B"),
                    StandardCharsets.UTF_8);
            for (String commit : log.split("\0", -1)) {
                int line = commit.indexOf('\n');
                if (line > 0) {
                    String id = commit.substring(0, line);
                    EarlyMention.in(commit.substring(line), secrets).forEach(kind -> mentions.add(mention(kind, id)));
                }
            }
            tagMessages().forEach((tag, text) -> mentions.addAll(mentions(text, tag, tag, secrets)));
            lookForPatches(patchIds, mentions);
        }

        private void lookForPatches(Set<String> patchIds, List<EarlyMention> mentions) {
            byte[] commits = copy.require(range(), "rev-list", "--no-merges", "--ignore-missing", "--stdin");
            if (commits.length == 0 || patchIds.isEmpty()) {
                return;
            }
            for (String line : PublicCommits.patchIds(copy, PublicCommits.diffs(copy, commits))) {
                int blank = line.indexOf(' ');
                if (patchIds.contains(line.substring(0, blank))) {
                    mentions.add(mention(Kind.PATCH, line.substring(blank + 1).strip()));
                }
            }
        }

        private Map<String, String> tagMessages() {
            return refs.entrySet().stream()
                    .filter(ref -> ref.getKey().startsWith("refs/tags/"))
                    .filter(ref -> !since.contains(ref.getValue()))
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            ref -> copy.line(
                                    PrivateClone.NO_INPUT,
                                    "for-each-ref",
                                    "--format=%(contents)",
                                    PrivateClone.fetched(ref.getKey()))));
        }

        private EarlyMention mention(Kind kind, String commit) {
            String showing = copy.line(
                    PrivateClone.NO_INPUT,
                    "for-each-ref",
                    "--count=1",
                    "--format=%(refname)",
                    "--contains=" + commit,
                    "refs/public/");
            return new EarlyMention(
                    kind, new Confidential(commit), new Confidential(showing.replace("refs/public/", "refs/")));
        }

        /** By standard input: there may be thousands. */
        private byte[] range() {
            String seen = since.stream().map(id -> "^" + id + "\n").collect(Collectors.joining());
            return (String.join("\n", refs.values()) + "\n" + seen).getBytes(StandardCharsets.US_ASCII);
        }
    }
}
