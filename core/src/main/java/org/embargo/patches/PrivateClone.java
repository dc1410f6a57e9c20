package org.embargo.patches;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.model.Confidential;
import org.embargo.model.PlannedRef;
import org.embargo.patches.GitException.Reason;

/**
 * A clone of the configured repository that nobody else sees, without alternates or hard links; {@link #close} removes it.
 * Only a push changes the configured repository. One thread.
 */
final class PrivateClone implements AutoCloseable {

    private static final Logger LOGGER = LogManager.getLogger(PrivateClone.class);

    static final byte[] NO_INPUT = {};
    private static final int SHA256_DIGITS = 64;

    /** Above whatever attributes the tree brings along: bytes are taken as they are, no filter and no driver runs. */
    private static final String ATTRIBUTES =
            "* !text !eol !crlf !filter !ident !working-tree-encoding !merge !diff !whitespace\n";

    private final Path folder;
    private final Path tree;
    private final GitProgram git;
    private final String repository;
    private boolean ready;

    private PrivateClone(Path folder, Path tree, GitProgram git, String repository) {
        this.folder = folder;
        this.tree = tree;
        this.git = git;
        this.repository = repository;
    }

    static PrivateClone open(WorkFolder work, GitSettings settings, URI repository) {
        try {
            Path folder = work.open();
            GitProgram git = new GitProgram(settings, PrivateHome.in(folder, settings, repository));
            return new PrivateClone(
                    folder, Files.createDirectory(folder.resolve("clone")), git, repository.toASCIIString());
        } catch (IOException e) {
            throw new UncheckedIOException("git's private folder can't be used", e);
        }
    }

    /** The repository's branches and tags, by full name. */
    Map<String, String> refs() {
        Map<String, String> refs = new TreeMap<>();
        String listed = new String(
                remote("ls-remote", "--heads", "--tags", "--refs", "--", repository), StandardCharsets.UTF_8);
        for (String line : listed.lines().toList()) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                refs.put(line.substring(tab + 1), line.substring(0, tab));
            }
        }
        initialise(refs.values());
        return refs;
    }

    /** Takes {@code refs} with all their history; each then stands under {@link #fetched}. */
    void fetch(Collection<String> refs) {
        if (refs.isEmpty()) {
            return;
        }
        List<String> arguments = new ArrayList<>(
                List.of("fetch", "--quiet", "--no-tags", "--no-auto-gc", "--no-write-fetch-head", "--", repository));
        refs.forEach(ref -> arguments.add("+" + ref + ":" + fetched(ref)));
        remote(arguments.toArray(String[]::new));
    }

    static String fetched(String ref) {
        return "refs/public/" + ref.substring("refs/".length());
    }

    GitOutput run(byte[] input, String... arguments) {
        return git.run(tree, input, arguments);
    }

    byte[] require(byte[] input, String... arguments) {
        return git.require(tree, input, arguments);
    }

    String line(byte[] input, String... arguments) {
        return new String(require(input, arguments), StandardCharsets.UTF_8).strip();
    }

    /** Pushes {@code planned}, all or none, each only where it still is as expected. */
    GitOutput push(List<PlannedRef> planned) {
        List<String> arguments = new ArrayList<>(
                List.of("push", "--atomic", "--porcelain", "--no-verify", "--no-follow-tags", "--no-thin"));
        planned.forEach(each -> arguments.add("--force-with-lease=" + each.ref() + ":" + each.expected()));
        arguments.addAll(List.of("--", repository));
        planned.forEach(each -> arguments.add(each.id() + ":" + each.ref()));
        return run(NO_INPUT, arguments.toArray(String[]::new));
    }

    private byte[] remote(String... arguments) {
        GitOutput output = git.run(tree, NO_INPUT, arguments);
        if (!output.isGood()) {
            throw new GitException(Reason.REPOSITORY_AWAY, arguments[0], new Confidential(output.errors()));
        }
        return output.bytes();
    }

    /** With the repository's kind of object ids. */
    private void initialise(Collection<String> ids) {
        if (ready) {
            return;
        }
        boolean sha256 = ids.stream().anyMatch(id -> id.length() == SHA256_DIGITS);
        require(NO_INPUT, "init", "--quiet", "--template=", "--object-format=" + (sha256 ? "sha256" : "sha1"));
        try {
            Path info = Files.createDirectories(tree.resolve(".git").resolve("info"));
            Files.writeString(info.resolve("attributes"), ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException("git's private folder can't be used", e);
        }
        ready = true;
    }

    /** Removes everything. What can't be removed now goes at the next start; a push that came through is not to look failed. */
    @Override
    public void close() {
        try {
            WorkFolder.remove(folder);
        } catch (IOException e) {
            // not with its message: that names files of the tree
            LOGGER.warn(
                    "a private clone can't be removed ({}); the next start removes it",
                    e.getClass().getSimpleName());
        }
    }
}
