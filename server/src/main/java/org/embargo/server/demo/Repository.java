package org.embargo.server.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The project's public repository, and a clone in which its people work. One thread. */
final class Repository {
    static final List<String> BRANCHES = List.of("main", "45.0.x", "44.0.x");

    private static final String SOURCE = "pkcs12.c";
    private static final String MISTAKE = "copy(each, claimed, to)";
    private static final String FIX = "copy(each, claimed < left ? claimed : left, to)";

    private final Git published;
    private final Git clone;

    private Repository(Git published, Git clone) {
        this.published = published;
        this.clone = clone;
    }

    /** With a history of its own, and the branches of two releases. */
    static Repository make(Path published, Path clone) throws IOException, StepFailedException, InterruptedException {
        Files.createDirectories(published);
        Files.createDirectories(clone);
        Repository repository = new Repository(new Git(published, "Dora"), new Git(clone, "Dora"));
        repository.published.run("init", "--quiet", "--bare", "--initial-branch=main");
        repository.clone.run("init", "--quiet", "--initial-branch=main");
        repository.clone.run("remote", "add", "origin", repository.url());
        repository.commit("Dora", SOURCE, source("attribute_at"), "Read PKCS#12 files");
        repository.clone.run("branch", "44.0.x");
        repository.commit("Dora", SOURCE, source("next_attribute"), "Walk attributes one by one");
        repository.clone.run("branch", "45.0.x");
        repository.clone.run("push", "--quiet", "origin", "main", "45.0.x", "44.0.x");
        return repository;
    }

    String url() {
        return published.folder().toUri().toString().replaceFirst("^file:/+", "file:///");
    }

    Path folder() {
        return published.folder();
    }

    /** The mistake mended by Alice, as {@code git format-patch} prints it; the clone does not keep it. */
    String fix() throws IOException, StepFailedException, InterruptedException {
        String mended = Files.readString(clone.folder().resolve(SOURCE)).replace(MISTAKE, FIX);
        commit("Alice", SOURCE, mended, "Stop " + Plot.REPORT_WORD + "() at the end of its buffer");
        String patch = clone.run("format-patch", "--stdout", "HEAD~1");
        clone.run("reset", "--quiet", "--hard", "HEAD~1");
        return patch;
    }

    boolean isMended(String branch) throws IOException, StepFailedException, InterruptedException {
        return published.run("show", branch + ":" + SOURCE).contains(FIX);
    }

    /** Somebody goes on elsewhere on the main branch, and publishes it. */
    void goOn() throws IOException, StepFailedException, InterruptedException {
        commit("Dora", "README", "To build it: make\n", "Say how to build");
        clone.run("push", "--quiet", "origin", "main");
    }

    /** Where all branches and tags are. */
    String state() throws IOException, StepFailedException, InterruptedException {
        return published.run("for-each-ref") + published.run("count-objects", "-v");
    }

    /** The newest commits of a branch, as everybody sees them. */
    String log(int count, String branch) throws IOException, StepFailedException, InterruptedException {
        return published.run("log", "-" + count, "--decorate", "--date=iso", branch);
    }

    /** Names and messages of all that is published. */
    String words() throws IOException, StepFailedException, InterruptedException {
        return published.run("log", "--all", "--format=%an %ae %cn %ce%n%B") + published.run("for-each-ref");
    }

    private void commit(String author, String path, String text, String message)
            throws IOException, StepFailedException, InterruptedException {
        Files.writeString(clone.folder().resolve(path), text);
        clone.run("add", "--all");
        clone.as(author).run("commit", "--quiet", "-m", message);
    }

    private static String source(String step) {
        return """
                /* Reads the attributes of a bag. */
                #include "bag.h"

                int %s(const struct bag *in, char *to)
                {
                    size_t left = in->length;
                    const struct attribute *each = %s(in, 0);
                    size_t claimed = each->length;

                    return %s;
                }
                """.formatted(Plot.REPORT_WORD, step, MISTAKE);
    }
}
