package org.embargo.patches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.embargo.model.RefName;
import org.embargo.patches.BranchRehearsal.Applies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitProgramTest {

    private static final RefName MAIN = new RefName("main");

    @TempDir
    private Path folder;

    private ProjectRepository project;
    private Map<RefName, PatchSeries> series = Map.of();

    @BeforeEach
    void makeAProject() throws Exception {
        project = new ProjectRepository(folder);
        project.file("parser.c", "one\ntwo\n").commit("Begin");
        project.push("main");
        project.file("parser.c", "one\nplanted\n").file("embargoed.c", "x\n").commit("Fix");
        series = Map.of(MAIN, ProjectRepository.series(project.formatPatch("HEAD~1")));
    }

    @Test
    void argumentsAndEnvironmentShouldHoldNothingOfThePatchNorOfTheAccount() throws Exception {
        Path seen = folder.resolve("seen");
        String program = program("echo \"$@\" >> " + seen + "; env >> " + seen + "; exec git \"$@\"");

        assertThat(rehearse(settings(program, 1 << 20))).isInstanceOf(Applies.class);

        String text = Files.readString(seen);
        assertThat(text).contains("am --3way").doesNotContain("planted", "embargoed.c", "parser.c");
        assertThat(text.lines().filter(line -> line.matches("(?:HOME|TMPDIR|GIT_CONFIG_GLOBAL)=.*")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("=" + folder.resolve("private") + "/git-"));
        assertThat(text).doesNotContain("SSH_AUTH_SOCK", "USER=", "JAVA");
    }

    @Test
    void gitShouldBeEndedWhenItPrintsTooMuch() throws Exception {
        int needed = project.inBare("ls-remote", ".").length();

        assertThat(rehearse(settings("git", 1 << 20))).isInstanceOf(Applies.class);
        assertThatThrownBy(() -> rehearse(settings("git", needed / 4)))
                .isInstanceOfSatisfying(
                        GitException.class, e -> assertThat(e.reason()).isEqualTo(GitException.Reason.TOO_MUCH));
    }

    @Test
    void gitShouldBeEndedWhenItTakesTooLong() throws Exception {
        String program = program("sleep 60");

        assertThatThrownBy(() -> rehearse(settings(program, 1 << 20).within(Duration.ofMillis(300))))
                .isInstanceOfSatisfying(
                        GitException.class, e -> assertThat(e.reason()).isEqualTo(GitException.Reason.TOO_LONG));
    }

    @Test
    void gitThatIsNotThereShouldBeTold() {
        assertThatThrownBy(() -> rehearse(settings("/nowhere/git", 1 << 20)))
                .isInstanceOfSatisfying(
                        GitException.class, e -> assertThat(e.reason()).isEqualTo(GitException.Reason.NOT_STARTED));
    }

    private BranchRehearsal rehearse(GitSettings settings) throws IOException {
        return new Rehearsal(settings, new WorkFolder(folder.resolve("private")))
                .rehearse(project.uri(), series)
                .get(0);
    }

    private static GitSettings settings(String program, int outputBytes) {
        return new GitSettings(program, Duration.ofMinutes(1), outputBytes, Optional.empty(), Optional.empty());
    }

    private String program(String script) throws IOException {
        Path file = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }
}
