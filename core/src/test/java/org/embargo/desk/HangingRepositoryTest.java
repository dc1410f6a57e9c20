package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.embargo.desk.steps.DeskLanes;
import org.embargo.patches.ProjectRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A repository that never answers, asked by a server that works as in earnest. */
@Timeout(90)
class HangingRepositoryTest {

    private static final Instant HOUR = TestHome.START.plus(Duration.ofDays(10));
    private static final String LIST = "dev@lists.example";

    @TempDir
    private Path folder;

    private TestHome home;
    private ProjectRepository project;

    @BeforeEach
    void open() throws IOException {
        project = new ProjectRepository(Files.createDirectories(folder.resolve("git")));
        project.file("parser.c", "one\n").commit("Begin");
        project.push("main");
        home = TestHome.in(folder.resolve("home"));
        home.writeDesk(
                "example",
                TestHome.DESK,
                "PYCA",
                List.of(home.alice, home.bob),
                "receipt-delay = 0s\nrepository = " + project.uri() + "\n");
        home.restart();
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void otherCasesShouldBeDisclosedAtTheirHour() throws Exception {
        CaseTalk talk = CaseTalk.reported(home);
        talk.order(
                home.alice,
                "/accept\n/title Overflow in the frobnicator\n/affects >= 41.0.0\n/description\nA long name.\n/end\n"
                        + "/remedy\nUpgrade.\n/end\n/advance none\n/fixed none\n/patch none\n/disclose " + HOUR
                        + "\n");
        talk.approve(home.bob);
        talk.passTo(HOUR.minus(Duration.ofHours(30)));
        CaseTalk other = CaseTalk.reported(home);
        talk.passTo(HOUR.minusSeconds(1));
        hang();
        home.restart(new DeskLanes());
        other.order(home.alice, "/accept\n");
        home.embargo().runDue();
        awaitGit();

        talk.passTo(HOUR);

        assertThat(home.sentTo(LIST)).hasSize(1);
        assertThat(gitWorks()).isTrue();
    }

    /** Whoever reads this file waits for somebody to write. */
    private void hang() throws Exception {
        Path file = project.bare().resolve("packed-refs");
        Files.deleteIfExists(file);
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();
    }

    private void awaitGit() throws Exception {
        while (!gitWorks()) {
            Thread.sleep(20);
        }
    }

    private static boolean gitWorks() {
        try (Stream<ProcessHandle> children = ProcessHandle.current().descendants()) {
            return children.flatMap(child -> child.info().command().stream())
                    .anyMatch(command -> command.endsWith("git"));
        }
    }
}
