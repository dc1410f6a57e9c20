package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.embargo.desk.steps.DeskLanes;
import org.embargo.patches.ProjectRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What can happen at the hour, by a real repository: tags and authors, a stop in the middle, names that tell. */
@Timeout(100)
@SuppressWarnings("NullAway.Init") // each test configures its own desk
class PatchDayTest {

    private static final String LIST = "dev@lists.example";
    private static final Instant HOUR = TestHome.START.plus(Duration.ofDays(10));
    private static final String BEFORE = "one\ntwo\nthree\nfour\nfive\n";
    private static final String FIELDS = "/accept\n/title Overflow in the frobnicator\n/cve CVE-2026-1234\n"
            + "/affects >= 41.0.0\n/description\nA long name overflows a buffer.\n/end\n/remedy\nUpgrade.\n/end\n"
            + "/advance none\n/disclose " + HOUR + "\n";

    @TempDir
    private Path folder;

    private TestHome home;
    private ProjectRepository project;
    private CaseTalk talk;
    private byte[] patch = new byte[0];

    @BeforeEach
    void report() throws IOException {
        project = new ProjectRepository(Files.createDirectories(folder.resolve("git")));
        String base = project.file("parser.c", BEFORE).commit("Begin");
        project.push("main", "main:refs/heads/45.0.x");
        project.file("parser.c", BEFORE.replace("three", "checked")).commit("Fix CVE-2026-1234, overflow");
        patch = project.formatPatch(base);
        home = TestHome.in(folder.resolve("home"));
    }

    @AfterEach
    void stop() {
        home.close();
    }

    private void configured(String more) {
        home.writeDesk(
                "example",
                TestHome.DESK,
                "PYCA",
                List.of(home.alice, home.bob),
                "receipt-delay = 0s\nrepository = " + project.uri() + "\n" + more);
        home.restart();
        talk = CaseTalk.reported(home);
    }

    private void ready(String branches, String fields) {
        talk.order(home.alice, FIELDS + fields);
        talk.orderWith(home.alice, "/patch " + branches + "\n", patch);
        talk.approve(home.bob);
    }

    @Test
    void tagInTheRepositoryShouldStandForAReleaseWhereTheTeamSaysSo() throws IOException {
        configured("tag-pattern = v*\ntag-release-url = https://project.example/releases/*\n");
        ready("main 45.0.x", "/fixed 45.0.2, 46.0.0\n");

        talk.passTo(HOUR);
        talk.passTo(HOUR.plus(Duration.ofMinutes(6)));

        assertThat(talk.bodies(home.bob))
                .anyMatch(body -> body.contains("45.0.2 is out, since its tag is in the repository"));
        assertThat(home.sentTo(LIST)).isEmpty();
        project.git("tag", "v46.0.0");
        project.push("v46.0.0");
        talk.passTo(HOUR.plus(Duration.ofMinutes(12)));
        assertThat(talk.lines(talk.rita, home.sentTo(LIST).get(0)))
                .contains("https://project.example/releases/45.0.2")
                .contains("https://project.example/releases/46.0.0");
    }

    @Test
    void tagBeforeTheHourShouldPublishNothing() throws IOException {
        configured("tag-pattern = v*\ntag-release-url = https://project.example/releases/*\n");
        talk.order(home.alice, FIELDS + "/fixed 46.0.0\n/patch none\n");
        talk.approve(home.bob);
        project.git("tag", "v46.0.0");
        project.push("v46.0.0");

        talk.passTo(HOUR.minusSeconds(1));

        assertThat(home.sentTo(LIST)).isEmpty();
        assertThat(talk.bodies(home.bob)).noneMatch(body -> body.contains("46.0.0 is out"));
        talk.passTo(HOUR.plus(Duration.ofMinutes(6)));
        assertThat(home.sentTo(LIST)).hasSize(1);
    }

    @Test
    void tagsAndReportedReleasesShouldBeKnownReleases() throws IOException {
        project.git("tag", "v44.0.3");
        project.git("tag", "v45.0.0rc1");
        project.push("v44.0.3", "v45.0.0rc1");
        configured("tag-pattern = v*\nreleases = 43.0.1\n");

        talk.order(home.alice, "/affects >= 41.0.0\n");
        assertThat(talk.transcript(home.alice)).contains("44.0.3, 43.0.1").doesNotContain("rc1");
        talk.order(
                home.alice,
                "/accept\n/fixed 45.0.2\n/disclose " + HOUR + "\n/released 45.0.2 https://project.example/45.0.2\n");
        home.sent.clear();
        talk.order(home.alice, "/affects >= 42.0.0\n");

        assertThat(talk.transcript(home.alice)).contains("45.0.2, 44.0.3");
    }

    @Test
    void authorShouldBeThePatchsWhereTheTeamSaysSo() throws IOException {
        configured("patch-authors = on\n");
        talk.order(home.alice, FIELDS + "/fixed none\n");
        talk.orderWith(home.alice, "/patch main\n", patch);
        home.sent.clear();
        talk.order(home.bob, "/preview\n");
        assertThat(talk.transcript(home.bob)).contains("author").contains("Dora Developer <dora@project.example>");
        talk.approve(home.alice);

        talk.passTo(HOUR);

        assertThat(project.inBare("log", "-1", "--format=%an <%ae>%n%cn%n%s", "main"))
                .isEqualTo("Dora Developer <dora@project.example>\ncryptography security\nSecurity fix\n");
    }

    @Test
    void releasesShouldBeAskedForOnceThePatchesArePublic() throws IOException {
        configured("");
        ready("main", "/fixed 45.0.2\n");

        talk.passTo(HOUR);

        assertThat(talk.bodies(home.bob))
                .noneMatch(body -> body.contains("releases are wanted"))
                .filteredOn(body -> body.contains("the patches are public"))
                .singleElement()
                .asString()
                .contains("Wanted: 45.0.2");
    }

    @Test
    void branchThatTellsShouldStopThePush() throws IOException {
        project.push("main:refs/heads/frobnicator");
        configured("");
        ready("main frobnicator", "/fixed none\n");

        talk.passTo(HOUR);

        assertThat(talk.bodies(home.bob))
                .anyMatch(body -> body.contains("it would tell too much") && body.contains("branch"));
        assertThat(project.inBare("show", "main:parser.c")).doesNotContain("checked");
        assertThat(home.sentTo(LIST)).isEmpty();
    }

    @Test
    void pushThatNobodyRecordedShouldBeRecognised() throws Exception {
        configured("");
        ready("main 45.0.x", "/fixed none\n");
        stoppedInThePush();

        talk.passTo(HOUR.plusSeconds(60));

        assertThat(project.inBare("log", "--format=%s", "main")).isEqualTo("Security fix\nBegin\n");
        assertThat(Files.readAllLines(folder.resolve("pushes"))).hasSize(1);
        assertThat(home.sentTo(LIST)).hasSize(1);
    }

    @Test
    void pushOfWhichSomebodyTookAPartBackShouldBeLeftToAHuman() throws Exception {
        configured("");
        ready("main 45.0.x", "/fixed none\n");
        stoppedInThePush();
        project.inBare("update-ref", "refs/heads/45.0.x", "main~1");

        talk.passTo(HOUR.plusSeconds(60));

        assertThat(talk.bodies(home.bob))
                .anyMatch(body -> body.contains("nothing more was pushed") && body.contains("45.0.x"));
        assertThat(project.inBare("show", "45.0.x:parser.c")).doesNotContain("checked");
        assertThat(home.sentTo(LIST)).isEmpty();
    }

    /** The server stops when the push is through and nothing says so yet; then it starts again. */
    private void stoppedInThePush() throws Exception {
        project.hook("post-receive", "echo pushed >> " + folder.resolve("pushes") + "; sleep 120");
        talk.passTo(HOUR.minusSeconds(1));
        home.restart(new DeskLanes());
        talk.passTo(HOUR);
        while (Files.notExists(folder.resolve("pushes"))) {
            Thread.sleep(50);
            home.embargo().runDue();
        }
        home.restart();
        project.hook("post-receive", "echo pushed >> " + folder.resolve("pushes"));
        home.sent.clear();
    }

    @Test
    void operatorsHoldShouldStopThePush() throws IOException {
        configured("");
        ready("main", "/fixed none\n");
        Files.createFile(Files.createDirectories(home.folder.resolve("hold")).resolve(talk.caseId));

        talk.passTo(HOUR.plusSeconds(60));

        assertThat(project.inBare("show", "main:parser.c")).doesNotContain("checked");
        assertThat(home.sentTo(LIST)).isEmpty();
    }
}
