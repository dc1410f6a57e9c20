package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.embargo.patches.ProjectRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A branch that moves at the hour, after it was fetched and before the repository has taken the push. */
@Timeout(100)
class MovedBranchTest {

    private static final String LIST = "dev@lists.example";
    private static final Instant HOUR = TestHome.START.plus(Duration.ofDays(10));
    private static final String BEFORE = "one\ntwo\nthree\nfour\nfive\n";
    private static final String FIELDS = "/accept\n/title Overflow in the frobnicator\n/affects >= 41.0.0\n"
            + "/description\nA long name overflows a buffer.\n/end\n/remedy\nUpgrade.\n/end\n/fixed none\n"
            + "/advance none\n/disclose " + HOUR + "\n";

    /** Where what somebody else pushes in between lies ready. */
    private static final String IN_BETWEEN = "refs/others/main";

    @TempDir
    private Path folder;

    private TestHome home;
    private ProjectRepository project;
    private CaseTalk talk;
    private String base;

    @BeforeEach
    void report() throws IOException {
        project = new ProjectRepository(Files.createDirectories(folder.resolve("git")));
        base = project.file("parser.c", BEFORE).commit("Begin");
        project.push("main");
        project.file("parser.c", BEFORE.replace("three", "checked")).commit("Fix overflow");
        byte[] patch = project.formatPatch(base);
        home = TestHome.in(folder.resolve("home"));
        home.writeDesk(
                "example",
                TestHome.DESK,
                "PYCA",
                List.of(home.alice, home.bob),
                "receipt-delay = 0s\nrepository = " + project.uri() + "\n");
        home.restart();
        talk = CaseTalk.reported(home);
        talk.order(home.alice, FIELDS);
        talk.orderWith(home.alice, "/patch main\n", patch);
        talk.approve(home.bob);
    }

    @AfterEach
    void stop() {
        home.close();
    }

    /** While the repository takes the first push, somebody is faster. */
    private void moveInBetween() throws IOException {
        project.push("HEAD:" + IN_BETWEEN);
        project.git("reset", "--quiet", "--hard", base);
        Path pushes = folder.resolve("pushes");
        project.hook(
                "pre-receive",
                "echo push >> " + pushes + "\n[ $(wc -l < " + pushes + ") -gt 1 ] || env -u GIT_QUARANTINE_PATH"
                        + " -u GIT_OBJECT_DIRECTORY -u GIT_ALTERNATE_OBJECT_DIRECTORIES"
                        + " git update-ref refs/heads/main " + IN_BETWEEN);
    }

    private String log() throws IOException {
        return project.inBare("log", "--format=%s", "main");
    }

    @Test
    void patchShouldGoOntoABranchThatMovedBetweenFetchAndPush() throws IOException {
        project.file("other.c", "new\n").commit("Work of others");
        moveInBetween();

        talk.passTo(HOUR);

        assertThat(log()).isEqualTo("Security fix\nWork of others\nBegin\n");
        assertThat(project.inBare("show", "main:parser.c")).contains("checked");
        assertThat(Files.readAllLines(folder.resolve("pushes"))).hasSize(2);
        assertThat(talk.bodies(home.bob))
                .anyMatch(body -> body.contains("the patches are public"))
                .noneMatch(body -> body.contains("were not pushed"));
        assertThat(home.sentTo(LIST)).hasSize(1);
    }

    @Test
    void nothingShouldBePushedToABranchThatTakesThePatchNoMoreUntilItIsPutRight() throws IOException {
        project.file("parser.c", BEFORE.replace("three", "drei")).commit("Work of others");
        moveInBetween();

        talk.passTo(HOUR);

        assertThat(log()).isEqualTo("Work of others\nBegin\n");
        assertThat(home.sentTo(LIST)).isEmpty();
        assertThat(talk.bodies(home.bob))
                .filteredOn(body -> body.contains("the patches were not pushed"))
                .singleElement()
                .asString()
                .contains("main: the patches don't apply. They fail at parser.c", "/retry");

        home.sent.clear();
        talk.order(home.alice, "/status\n");
        assertThat(talk.transcript(home.alice))
                .contains("Patch for main: does not apply, at parser.c")
                .contains("Approved: 1 of 1", "Missing: the patches on their branches");

        project.inBare("update-ref", "refs/heads/main", base);
        home.sent.clear();
        talk.order(home.alice, "/retry\n");
        talk.passTo(HOUR.plusSeconds(60));

        assertThat(log()).isEqualTo("Security fix\nBegin\n");
        assertThat(home.sentTo(LIST)).hasSize(1);
        home.sent.clear();
        talk.order(home.alice, "/status\n");
        assertThat(talk.transcript(home.alice)).contains("Patch for main: applies");
    }
}
