package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.desk.patches.ReleaseHook;
import org.embargo.desk.steps.DeskLanes;
import org.embargo.patches.ProjectRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the patch in a member's mail to the branches, by a real repository. */
class PatchStoryTest {

    private static final String LIST = "dev@lists.example";
    private static final Instant HOUR = TestHome.START.plus(Duration.ofDays(10));
    private static final String FIELDS = "/accept\n/title Overflow in the frobnicator\n/cve CVE-2026-1234\n"
            + "/affects >= 41.0.0\n/description\nA long name overflows a buffer.\n/end\n/remedy\nUpgrade.\n/end\n"
            + "/advance none\n/disclose " + HOUR + "\n";
    private static final String BEFORE = "one\ntwo\nthree\nfour\nfive\n";

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
        configure("");
    }

    private void configure(String more) {
        home.writeDesk(
                "example",
                TestHome.DESK,
                "PYCA",
                List.of(home.alice, home.bob),
                "receipt-delay = 0s\nrepository = " + project.uri() + "\n" + more);
        home.restart();
        talk = CaseTalk.reported(home);
    }

    @AfterEach
    void stop() {
        home.close();
    }

    private void ready(String fields) {
        talk.order(home.alice, FIELDS + fields);
        talk.orderWith(home.alice, "/patch main 45.0.x\n", patch);
        talk.approve(home.bob);
        home.sent.clear();
    }

    @Test
    void patchShouldBeRehearsedAtOnceAndLeaveNoTrace() throws IOException {
        talk.order(home.alice, FIELDS);
        home.sent.clear();
        String before = project.inBare("for-each-ref") + project.inBare("count-objects", "-v");

        talk.orderWith(home.alice, "/patch main 45.0.x\n", patch);

        assertThat(talk.transcript(home.alice)).contains("patches for main 45.0.x are taken");
        assertThat(talk.bodies(home.bob))
                .anyMatch(body ->
                        body.contains("main: the patches apply.") && body.contains("45.0.x: the patches apply."));
        assertThat(project.inBare("for-each-ref") + project.inBare("count-objects", "-v"))
                .isEqualTo(before);
        home.sent.clear();
        talk.order(home.alice, "/status\n");
        assertThat(talk.transcript(home.alice))
                .contains("Patch for main: applies.")
                .doesNotContain("Missing: the patches");
    }

    @Test
    void previewShouldShowWhatIsSentAndPushed() {
        talk.order(home.alice, FIELDS + "/fixed 45.0.2\n");
        talk.orderWith(home.alice, "/patch main\n", patch);
        home.sent.clear();

        talk.order(home.alice, "/preview\n");

        assertThat(talk.lines(
                        home.alice, home.sentTo(home.alice.address().value()).get(0)))
                .contains("main.patch, for main:")
                .contains("| Security fix")
                .doesNotContain("[missing: the patches");
    }

    @Test
    void previewRightAfterThePatchShouldWaitForItsRehearsalAndCanBeApproved() {
        home.restart(new DeskLanes());
        talk.order(home.alice, FIELDS + "/fixed none\n");

        talk.orderWith(home.alice, "/patch main 45.0.x\n", patch);
        home.sent.clear();

        talk.order(home.alice, "/preview\n");

        Matcher approval = Pattern.compile("/approve [a-z2-7]{26,}").matcher(talk.transcript(home.alice));
        assertThat(approval.find()).isTrue();
        home.sent.clear();
        talk.order(home.alice, approval.group() + "\n");
        assertThat(talk.transcript(home.alice)).startsWith("Done");
    }

    @Test
    void patchThatDoesNotApplyShouldBeKeptAndCountAsMissing() throws IOException {
        talk.order(home.alice, FIELDS);
        project.file("parser.c", "something else\n").commit("Rewrite");
        project.push("main");
        home.sent.clear();

        talk.orderWith(home.alice, "/patch main\n", patch);

        assertThat(talk.bodies(home.alice))
                .anyMatch(body -> body.contains("the patches don't apply") && body.contains("parser.c"));
        home.sent.clear();
        talk.order(home.alice, "/status\n");
        assertThat(talk.transcript(home.alice)).contains("Missing: the patches").contains("does not apply");
    }

    @Test
    void fileThatIsNoPatchShouldBeRefused() {
        talk.order(home.alice, FIELDS);
        home.sent.clear();

        talk.orderWith(home.alice, "/patch main\n", "no patch at all\n".getBytes(StandardCharsets.UTF_8));
        assertThat(talk.transcript(home.alice)).startsWith("Not done").contains("no patch was found");
        home.sent.clear();
        talk.order(home.alice, "/patch main\n");
        assertThat(talk.transcript(home.alice)).startsWith("Not done");
    }

    @Test
    void onlyOneCommandShouldTakeTheFiles() {
        talk.order(home.alice, FIELDS);
        home.sent.clear();

        talk.orderWith(home.alice, "/patch main\n/reply\nSee the file.\n/end\n", patch);

        assertThat(talk.transcript(home.alice)).startsWith("Not done");
        assertThat(home.sentTo(talk.rita.address().value())).isEmpty();
    }

    @Test
    void unusualContentShouldNeedAWord() throws IOException {
        String base = project.git("rev-parse", "HEAD").strip();
        project.file(".github/workflows/ci.yml", "on: push\n").commit("More");
        byte[] unusual = project.formatPatch(base);
        talk.order(home.alice, FIELDS);
        talk.orderWith(home.alice, "/patch main\n", unusual);
        home.sent.clear();

        talk.order(home.alice, "/status\n");
        assertThat(talk.transcript(home.alice))
                .contains("/patch main allow .github/workflows/ci.yml")
                .contains("Missing: the patches");
        home.sent.clear();
        talk.order(home.bob, "/patch main allow .github/workflows/ci.yml\n");

        assertThat(talk.transcript(home.bob)).contains("is admitted").doesNotContain("Missing: the patches");
    }

    @Test
    void patchThatStopsApplyingShouldBeToldAndApprovalsFall() throws IOException {
        ready("/fixed none\n");
        project.file("parser.c", "something else\n").commit("Rewrite");
        project.push("main");

        talk.passTo(TestHome.START.plus(Duration.ofDays(2)));

        assertThat(talk.bodies(home.bob)).anyMatch(body -> body.contains("main: the patches don't apply"));
        assertThat(talk.bodies(home.bob)).anyMatch(body -> body.contains("hold no more"));
        home.sent.clear();
        talk.passTo(HOUR);
        assertThat(home.sentTo(LIST)).isEmpty();
    }

    @Test
    void rehearsalWithNothingNewShouldTellNobodyAndKeepTheApproval() throws IOException {
        ready("/fixed none\n");
        project.file("other.c", "more\n").commit("Go on elsewhere");
        project.push("main");

        talk.passTo(TestHome.START.plus(Duration.ofDays(3)));

        assertThat(home.sentTo(home.alice.address().value())).isEmpty();
        home.sent.clear();
        talk.order(home.alice, "/status\n");
        assertThat(talk.transcript(home.alice)).contains("Approved: 1 of 1");
    }

    /** The push must ask the team as the desk's book has it, not as the operator's files do. */
    @Test
    void approvalByAKeyThatAMemberTookByMailShouldLetThePatchesGo() throws IOException {
        configure("new-key-wait = 1s\n");
        Person renewed = BookMails.person("bob@project.example");
        String certified = home.bob.certify(renewed, home.clock.instant().minusSeconds(60));
        home.receive(
                "bob@project.example",
                TestHome.DESK,
                home.bob.encryptedWith(
                        talk.desk,
                        CaseTalk.fields("bob@project.example", "key"),
                        TestHome.DESK + "\n/key member bob@project.example\n",
                        List.of(certified),
                        home.clock.instant()));
        home.clock.move(Duration.ofMinutes(1));
        talk.order(home.alice, FIELDS + "/fixed none\n");
        talk.orderWith(home.alice, "/patch main 45.0.x\n", patch);
        talk.approve(renewed);

        talk.passTo(HOUR);

        assertThat(project.inBare("show", "main:parser.c")).contains("checked");
        assertThat(home.sentTo(LIST)).hasSize(1);
    }

    @Test
    void patchesShouldBePushedAtTheHourUnderNeutralMessagesAndTheCasePosted() throws IOException {
        ready("/fixed none\n");
        project.file("other.c", "more\n").commit("Go on elsewhere");
        project.push("main");
        String before = project.inBare("rev-parse", "main", "45.0.x");

        talk.passTo(HOUR.minusMillis(1));
        assertThat(project.inBare("rev-parse", "main", "45.0.x")).isEqualTo(before);
        talk.passTo(HOUR);

        for (String branch : List.of("main", "45.0.x")) {
            assertThat(project.inBare("show", branch + ":parser.c")).contains("checked");
            assertThat(project.inBare("log", "-1", "--format=%an%n%B", branch))
                    .contains("cryptography security")
                    .contains("Security fix")
                    .doesNotContainIgnoringCase("CVE")
                    .doesNotContainIgnoringCase("overflow")
                    .doesNotContain("Rita")
                    .doesNotContain(talk.caseId);
        }
        assertThat(talk.bodies(home.bob)).anyMatch(body -> body.contains("Pushed: refs/heads/main"));
        assertThat(home.sentTo(LIST)).hasSize(1);
    }

    @Test
    void postShouldWaitForThePushThatIsRefusedAndRetryShouldRepeatIt() throws IOException {
        ready("/fixed none\n");
        project.hook("pre-receive", "echo the branch is frozen >&2; exit 1");

        talk.passTo(HOUR);

        assertThat(talk.bodies(home.alice)).anyMatch(body -> body.contains("the repository refused"));
        assertThat(home.sentTo(LIST)).isEmpty();
        home.sent.clear();
        talk.passTo(HOUR.plusSeconds(3600));
        assertThat(home.sent).isEmpty();
        project.hook("pre-receive", "exit 0");
        talk.order(home.alice, "/retry\n");

        assertThat(project.inBare("show", "main:parser.c")).contains("checked");
        assertThat(home.sentTo(LIST)).hasSize(1);
    }

    @Test
    void branchThatTakesThePatchNoMoreShouldStopThePushToAll() throws IOException {
        ready("/fixed none\n");
        talk.passTo(HOUR.minusSeconds(60));
        home.sent.clear();
        project.file("parser.c", "something else\n").commit("Rewrite");
        project.push("main");

        talk.passTo(HOUR);

        assertThat(talk.bodies(home.alice))
                .anyMatch(body -> body.contains("don't apply on every branch")
                        && body.contains("main: the patches don't apply. They fail at parser.c:1")
                        && body.contains("45.0.x: the patches apply."));
        assertThat(project.inBare("show", "45.0.x:parser.c")).doesNotContain("checked");
        assertThat(home.sentTo(LIST)).isEmpty();
        project.git("revert", "--no-edit", "HEAD");
        project.push("main");
        talk.order(home.alice, "/retry\n");
        assertThat(project.inBare("show", "main:parser.c")).contains("checked");
        assertThat(home.sentTo(LIST)).hasSize(1);
    }

    @Test
    void repositoryThatIsAwayShouldBeTriedAgain() throws IOException {
        ready("/fixed none\n");
        talk.passTo(HOUR.minusSeconds(60));
        Path away = project.bare().resolveSibling("away.git");
        Files.move(project.bare(), away);

        talk.passTo(HOUR);
        assertThat(home.sentTo(LIST)).isEmpty();
        Files.move(away, project.bare());
        talk.passTo(HOUR.plusSeconds(60));

        assertThat(project.inBare("show", "main:parser.c")).contains("checked");
        assertThat(home.sentTo(LIST)).hasSize(1);
    }

    @Test
    void heldCaseShouldNotBePushed() throws IOException {
        ready("/fixed none\n");
        talk.order(home.bob, "/hold\n");

        talk.passTo(HOUR.plusSeconds(60));

        assertThat(project.inBare("show", "main:parser.c")).doesNotContain("checked");
    }

    @Test
    void tagsShouldBePushedAndTheHookCalledForEachRelease() throws IOException {
        Path calls = folder.resolve("calls");
        Path hook = folder.resolve("hook.sh");
        Files.writeString(hook, "#!/bin/sh\necho \"$1 $2\" >> " + calls + "\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwx------"));
        configure("tag-pattern = v*\nrelease-hook = " + hook + "\ncommit-signing-key = desk\n");
        ready("/fixed 45.0.2, 46.0.0\n");

        talk.passTo(HOUR);

        assertThat(project.inBare("tag")).isEqualTo("v45.0.2\n");
        assertThat(project.inBare("cat-file", "-p", "45.0.x")).contains("gpgsig -----BEGIN PGP SIGNATURE-----");
        assertThat(Files.readAllLines(calls)).containsExactly("45.0.2 45.0.x", "46.0.0 ");
        assertThat(home.sentTo(LIST)).isEmpty();
        talk.order(
                home.alice,
                "/released 45.0.2 https://project.example/45.0.2\n"
                        + "/released 46.0.0 https://project.example/46.0.0\n");
        assertThat(home.sentTo(LIST)).hasSize(1);
    }

    @Test
    void failureOfTheHookShouldBeTold() throws IOException {
        Path hook = folder.resolve("hook.sh");
        Files.writeString(hook, "#!/bin/sh\nexit 3\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwx------"));
        configure("release-hook = " + hook + "\n");
        ready("/fixed 45.0.2\n");

        talk.passTo(HOUR);

        assertThat(talk.bodies(home.alice))
                .anyMatch(body -> body.contains("failed for 45.0.2") && body.contains("status 3"));
    }

    @Test
    void hookThatHangsShouldBeEnded() throws IOException {
        Path hook = folder.resolve("hook.sh");
        Files.writeString(hook, "#!/bin/sh\nsleep 600\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwx------"));

        assertThat(new ReleaseHook(Duration.ofMillis(300)).failure(hook, "45.0.2", "main"))
                .contains("it took too long and was ended");
    }

    @Test
    void tagThatExistsShouldStopThePush() throws IOException {
        configure("tag-pattern = v*\n");
        ready("/fixed 45.0.2\n");
        project.git("tag", "v45.0.2");
        project.push("v45.0.2");

        talk.passTo(HOUR);

        assertThat(talk.bodies(home.alice)).anyMatch(body -> body.contains("the tag v45.0.2 exists"));
        assertThat(project.inBare("show", "main:parser.c")).doesNotContain("checked");
    }

    @Test
    void earlyMentionInTheRepositoryShouldBeToldAsPossibleLeak() throws IOException {
        talk.order(home.alice, FIELDS);
        home.sent.clear();
        project.file("other.c", "more\n").commit("Prepare for CVE-2026-1234");
        project.push("main");

        talk.passTo(TestHome.START.plus(Duration.ofDays(1)).plusSeconds(60));

        assertThat(talk.bodies(home.bob))
                .anyMatch(body -> body.contains("may be a leak") && body.contains("names the CVE"));
    }

    @Test
    void findShouldBeToldOnceAndAnotherOneAsWell() throws IOException {
        talk.order(home.alice, FIELDS);
        project.push("main:refs/heads/frobnicator-overflow");
        home.sent.clear();

        talk.passTo(TestHome.START.plus(Duration.ofDays(1)).plusSeconds(60));
        assertThat(talk.bodies(home.bob)).anyMatch(body -> body.contains("refs/heads/frobnicator-overflow"));
        home.sent.clear();
        talk.passTo(TestHome.START.plus(Duration.ofDays(3)));
        assertThat(talk.bodies(home.bob)).noneMatch(body -> body.contains("may be a leak"));
        project.push("main:refs/heads/overflow-in-frobnicator");
        talk.passTo(TestHome.START.plus(Duration.ofDays(5)));

        assertThat(talk.bodies(home.bob))
                .filteredOn(body -> body.contains("may be a leak"))
                .singleElement()
                .asString()
                .contains("overflow-in-frobnicator")
                .doesNotContain("frobnicator-overflow");
    }

    @Test
    void patchWithoutARepositoryShouldBeKeptAndCountAsPresent() {
        home.writeDesk("example", TestHome.DESK, "PYCA", List.of(home.alice, home.bob), "receipt-delay = 0s\n");
        home.restart();
        talk.order(home.alice, FIELDS + "/fixed none\n");
        home.sent.clear();

        talk.orderWith(home.alice, "/patch main\n", patch);

        assertThat(talk.bodies(home.alice)).anyMatch(body -> body.contains("no repository is configured"));
        talk.approve(home.alice);
        talk.passTo(HOUR);
        assertThat(home.sentTo(LIST)).hasSize(1);
    }
}
