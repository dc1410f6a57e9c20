package org.embargo.patches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.embargo.config.CommitAuthor;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.PatchIdentity;
import org.embargo.model.PlannedRef;
import org.embargo.model.RefName;
import org.embargo.patches.BranchRehearsal.Applies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BranchPushTest {

    private static final Instant DATE = Instant.parse("2026-12-01T15:00:00Z");
    private static final RefName MAIN = new RefName("main");
    private static final RefName OLD = new RefName("45.0.x");
    private static final RefName TAG = new RefName("v45.0.2");
    private static final String MESSAGE = "Security fix\n\nDetails follow on the project's list.\n";
    private static final CaseSecrets SECRETS = new CaseSecrets(
            new CaseId("PYCA", 2026, 7310),
            List.of(new Confidential("CVE-2026-4711")),
            new Confidential("Overflow in the certificate parser"),
            List.of(new Confidential("Rita Reporter")));
    private static final NeutralityCheck CHECK = new NeutralityCheck(SECRETS, MESSAGE, "cryptography");

    @TempDir
    private Path folder;

    private ProjectRepository project;
    private WorkFolder work;
    private BranchPush push;
    private final List<List<PlannedRef>> recorded = new ArrayList<>();
    private Map<RefName, PatchSeries> series = Map.of();

    @BeforeEach
    void makeAProjectWithTwoBranches() throws Exception {
        project = new ProjectRepository(folder);
        project.file("parser.c", lines("line 7")).commit("Begin");
        project.git("branch", "45.0.x");
        project.push("main", "45.0.x");
        work = new WorkFolder(folder.resolve("private"));
        push = new BranchPush(GitSettings.USUAL, work);
        project.file("parser.c", lines("line seven"))
                .commit("Fix the overflow that Rita Reporter found, CVE-2026-4711");
        PatchSeries patch = ProjectRepository.series(project.formatPatch("HEAD~1"));
        series = Map.of(MAIN, patch, OLD, patch);
    }

    @Test
    void pushShouldBringAllBranchesAndTagsUnderTheOrderedMessage() throws Exception {
        PushOutcome outcome = push(order());

        assertThat(outcome).isInstanceOf(PushOutcome.Pushed.class);
        String log = project.inBare("log", "-1", "--format=%an <%ae> %at|%cn <%ce> %ct|%B", "main");
        String who = "cryptography security <security@project.example> " + DATE.getEpochSecond();
        assertThat(log.strip()).isEqualTo(who + "|" + who + "|" + MESSAGE.strip());
        assertThat(project.inBare("show", "main:parser.c")).isEqualTo(lines("line seven"));
        assertThat(project.inBare("show", "45.0.x:parser.c")).isEqualTo(lines("line seven"));
        assertThat(project.inBare("rev-parse", TAG + "^{commit}")).isEqualTo(project.inBare("rev-parse", OLD.value()));
    }

    @Test
    void nothingOfTheIssueShouldStandInTheObjectsButThePatch() throws Exception {
        push(order());

        StringBuilder all = new StringBuilder();
        for (String object : project.objects()) {
            String[] fields = object.split(" ", -1);
            if (!"blob".equals(fields[1])) {
                all.append(project.inBare("cat-file", "-p", fields[0]));
            }
        }
        assertThat(all.toString()).doesNotContain("Rita").doesNotContain("CVE").doesNotContain("overflow");
        assertThat(project.inBare("fsck", "--strict", "--unreachable")).isEmpty();
    }

    @Test
    void refsShouldBeRecordedBeforeTheyArePushed() throws Exception {
        String before = project.inBare("for-each-ref");
        List<String> seen = new ArrayList<>();

        PushOutcome outcome = push.push(order(), CHECK, List.of(), refs -> seen.add(refsOf(project)));

        assertThat(seen).containsExactly(before);
        assertThat(((PushOutcome.Pushed) outcome).refs())
                .extracting(PlannedRef::ref)
                .containsExactly("refs/heads/45.0.x", "refs/heads/main", "refs/tags/v45.0.2");
    }

    @Test
    void secondRunAfterACrashShouldRecogniseWhatIsThere() throws Exception {
        PushOrder order = order();
        push(order);
        String after = project.state();

        PushOutcome again = push.push(order, CHECK, recorded.get(0), recorded::add);

        assertThat(again).isEqualTo(new PushOutcome.AlreadyThere(recorded.get(0)));
        assertThat(project.state()).isEqualTo(after);
    }

    @Test
    void secondRunShouldRecogniseWhatIsThereAlsoWhenItWouldNowBeRefused() throws Exception {
        PushOrder order = order();
        push(order);
        NeutralityCheck stricter = new NeutralityCheck(
                new CaseSecrets(SECRETS.id(), List.of(), new Confidential("Details of a thing"), List.of()), "", "");

        PushOutcome again = push.push(order, stricter, recorded.get(0), recorded::add);

        assertThat(again).isInstanceOf(PushOutcome.AlreadyThere.class);
    }

    @Test
    void secondRunShouldRecogniseWhatOthersHavePushedUpon() throws Exception {
        PushOrder order = order();
        push(order);
        project.git("pull", "--quiet", "--ff-only", "origin", "main");
        project.file("more.c", "more\n").commit("Go on");
        project.push("main");

        PushOutcome again = push.push(order, CHECK, recorded.get(0), recorded::add);

        assertThat(again).isInstanceOf(PushOutcome.AlreadyThere.class);
    }

    @Test
    void secondRunAfterACrashBeforeThePushShouldMakeTheSameCommits() throws Exception {
        PushOrder order = order();
        assertThatThrownBy(() -> push.push(order, CHECK, List.of(), refs -> {
                    recorded.add(refs);
                    throw new IllegalStateException("crash");
                }))
                .hasMessage("crash");

        PushOutcome outcome = push.push(order, CHECK, recorded.get(0), recorded::add);

        assertThat(outcome).isEqualTo(new PushOutcome.Pushed(recorded.get(0)));
    }

    @Test
    void whatSomebodyTookBackShouldBeShownToAHuman() throws Exception {
        PushOrder order = order();
        push(order);
        project.inBare("tag", "-d", TAG.value());

        PushOutcome again = push.push(order, CHECK, recorded.get(0), recorded::add);

        assertThat(again).isInstanceOfSatisfying(PushOutcome.PartlyThere.class, partly -> assertThat(partly.missing())
                .extracting(PlannedRef::ref)
                .containsExactly("refs/tags/v45.0.2"));
    }

    @Test
    void branchThatMovesBetweenRehearsalAndPushShouldBeTriedAgain() throws Exception {
        PushOrder order = order();
        List<Integer> tries = new ArrayList<>();

        PushOutcome outcome = push.push(order, CHECK, List.of(), refs -> {
            tries.add(tries.size());
            if (tries.size() == 1) {
                moveMain("another.c");
            }
        });

        assertThat(outcome).isInstanceOf(PushOutcome.Pushed.class);
        assertThat(tries).hasSize(2);
        assertThat(project.inBare("log", "--format=%s", "main").lines())
                .containsExactly("Security fix", "Move on", "Begin");
    }

    @Test
    void branchThatMovesAllTheTimeShouldBeGivenUp() throws Exception {
        PushOrder order = order();
        List<Integer> tries = new ArrayList<>();

        PushOutcome outcome = push.push(order, CHECK, List.of(), refs -> {
            tries.add(1);
            moveMain("file" + tries.size());
        });

        assertThat(outcome).isEqualTo(new PushOutcome.Moved(BranchPush.TRIES));
        assertThat(project.inBare("log", "--format=%s", "45.0.x").strip()).isEqualTo("Begin");
    }

    @Test
    void nothingShouldBePushedWhenOneBranchNoLongerApplies() throws Exception {
        PushOrder order = order();
        project.git("checkout", "--quiet", "45.0.x");
        project.file("parser.c", "rewritten\n").commit("Rewrite");
        project.push("45.0.x");
        String before = project.state();

        PushOutcome outcome = push(order);

        assertThat(outcome).isInstanceOf(PushOutcome.DoesNotApply.class);
        assertThat(project.state()).isEqualTo(before);
        assertThat(recorded).isEmpty();
    }

    @Test
    void nothingShouldBePushedWhenTheResultIsNotWhatWasApproved() throws Exception {
        PushOrder order = order();
        project.file("parser.c", lines("line 7").replace("line 9\n", "line nine\n"))
                .commit("Move nearby");
        project.push("main");
        String before = project.state();

        PushOutcome outcome = push(order);

        assertThat(outcome).isInstanceOfSatisfying(PushOutcome.Differs.class, differs -> assertThat(differs.branches())
                .containsExactly(MAIN));
        assertThat(project.state()).isEqualTo(before);
    }

    @Test
    void nothingShouldBePushedWhenAHookRefuses() throws Exception {
        project.hook("pre-receive", "echo 'policy: no pushes today' >&2; exit 1");
        String before = project.state();

        PushOutcome outcome = push(order());

        assertThat(outcome).isInstanceOfSatisfying(PushOutcome.Refused.class, refused -> assertThat(
                        refused.reason().text())
                .contains("hook declined")
                .contains("no pushes today"));
        assertThat(project.state()).isEqualTo(before);
    }

    @Test
    void nothingShouldBePushedWhenAHookRefusesOneBranch() throws Exception {
        project.hook("update", "case $1 in refs/heads/45.0.x) exit 1;; esac");
        String before = project.inBare("for-each-ref");

        PushOutcome outcome = push(order());

        assertThat(outcome).isInstanceOf(PushOutcome.Refused.class);
        assertThat(project.inBare("for-each-ref")).isEqualTo(before);
    }

    @Test
    void hookThatHangsShouldBeEndedInTime() throws Exception {
        Path alive = folder.resolve("alive");
        project.hook("pre-receive", "echo $$ > " + alive + "; sleep 600");
        PushOrder order = order();
        BranchPush hasty = new BranchPush(GitSettings.USUAL.within(Duration.ofSeconds(6)), work);

        assertThatThrownBy(() -> hasty.push(order, CHECK, List.of(), recorded::add))
                .isInstanceOfSatisfying(
                        GitException.class, e -> assertThat(e.reason()).isEqualTo(GitException.Reason.TOO_LONG));

        // ended, though perhaps nobody has taken note of it yet
        Path state = Path.of("/proc", Files.readString(alive).strip(), "stat");
        assertThat(Files.exists(state) ? Files.readString(state) : ") Z ").contains(") Z ");
    }

    @Test
    void tagThatExistsShouldStopThePush() throws Exception {
        PushOrder order = order();
        project.inBare("tag", TAG.value(), "main");
        String before = project.state();

        PushOutcome outcome = push(order);

        assertThat(outcome).isEqualTo(new PushOutcome.TagExists(List.of(TAG)));
        assertThat(project.state()).isEqualTo(before);
    }

    @Test
    void repositoryThatIsAwayShouldBeTold() throws Exception {
        PushOrder order = order();
        Files.move(project.bare(), folder.resolve("away.git"));

        assertThatThrownBy(() -> push(order)).isInstanceOfSatisfying(GitException.class, e -> assertThat(e.reason())
                .isEqualTo(GitException.Reason.REPOSITORY_AWAY));
    }

    @Test
    void messageThatTellsShouldStopThePush() throws Exception {
        String before = project.state();
        PushOrder order = order("Fix CVE-2026-4711", false);

        PushOutcome outcome = push(order);

        assertThat(outcome).isInstanceOf(PushOutcome.NotNeutral.class);
        assertThat(project.state()).isEqualTo(before);
    }

    @Test
    void authorShouldBeThePatchsWhereTheTeamSaysSo() throws Exception {
        push(order(MESSAGE, true));

        assertThat(project.inBare("log", "-1", "--format=%an <%ae>|%cn", "main").strip())
                .isEqualTo("Dora Developer <dora@project.example>|cryptography security");
    }

    private PushOutcome push(PushOrder order) {
        return push.push(order, CHECK, List.of(), recorded::add);
    }

    private PushOrder order() {
        return order(MESSAGE, false);
    }

    private PushOrder order(String message, boolean patchAuthors) {
        Map<RefName, PatchIdentity> approved = new HashMap<>();
        for (BranchRehearsal each : new Rehearsal(GitSettings.USUAL, work).rehearse(project.uri(), series)) {
            approved.put(each.branch(), ((Applies) each).identity());
        }
        return new PushOrder(
                project.uri(),
                series,
                approved,
                new TreeMap<>(Map.of(TAG, OLD)),
                new CommitMessage(message),
                CommitAuthor.parse("cryptography security <security@project.example>")
                        .orElseThrow(),
                patchAuthors,
                DATE,
                Optional.empty());
    }

    private void moveMain(String file) {
        try {
            project.git("checkout", "--quiet", "main");
            project.file(file, "moved\n").commit("Move on");
            project.push("main");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String refsOf(ProjectRepository project) {
        try {
            return project.inBare("for-each-ref");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String lines(String seventh) {
        return IntStream.range(0, 20)
                .mapToObj(i -> i == 7 ? seventh + "\n" : "line " + i + "\n")
                .collect(Collectors.joining());
    }
}
