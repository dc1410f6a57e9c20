package org.embargo.patches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.embargo.config.CommitAuthor;
import org.embargo.model.Address;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.PlannedRef;
import org.embargo.model.RefName;
import org.embargo.patches.BranchRehearsal.Applies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SshPushTest {

    private static final RefName MAIN = new RefName("main");

    @TempDir
    private Path folder;

    @Test
    void patchShouldBeRehearsedAndPushedBySsh() throws Exception {
        ProjectRepository project = project();
        Map<RefName, PatchSeries> series = fix(project);
        WorkFolder work = new WorkFolder(folder.resolve("private"));
        List<List<PlannedRef>> recorded = new ArrayList<>();
        try (SshHost host = new SshHost(folder)) {
            URI uri = host.uri(project.bare());
            Applies applies = (Applies)
                    new Rehearsal(host.settings(), work).rehearse(uri, series).get(0);
            PushOrder order = order(uri, series, applies);
            BranchPush push = new BranchPush(host.settings(), work);

            PushOutcome first = push.push(order, check(), List.of(), recorded::add);
            PushOutcome second = push.push(order, check(), recorded.get(0), recorded::add);

            assertThat(first).isInstanceOf(PushOutcome.Pushed.class);
            assertThat(second).isInstanceOf(PushOutcome.AlreadyThere.class);
        }
        assertThat(project.inBare("show", "main:parser.c")).isEqualTo("one\nzwei\n");
    }

    @Test
    void hostThatIsNotKnownShouldBeRefused() throws Exception {
        ProjectRepository project = project();
        Map<RefName, PatchSeries> series = fix(project);
        try (SshHost host = new SshHost(folder)) {
            Rehearsal rehearsal =
                    new Rehearsal(host.settingsForAnotherHost(), new WorkFolder(folder.resolve("private")));

            assertThatThrownBy(() -> rehearsal.rehearse(host.uri(project.bare()), series))
                    .isInstanceOfSatisfying(GitException.class, e -> {
                        assertThat(e.reason()).isEqualTo(GitException.Reason.REPOSITORY_AWAY);
                        assertThat(e.printed().text()).contains("Host key verification failed");
                    });
        }
    }

    private ProjectRepository project() throws Exception {
        ProjectRepository project = new ProjectRepository(folder);
        project.file("parser.c", "one\ntwo\n").commit("Begin");
        project.push("main");
        return project;
    }

    private static Map<RefName, PatchSeries> fix(ProjectRepository project) throws Exception {
        project.file("parser.c", "one\nzwei\n").commit("Fix");
        return Map.of(MAIN, ProjectRepository.series(project.formatPatch("HEAD~1")));
    }

    private static PushOrder order(URI uri, Map<RefName, PatchSeries> series, Applies applies) {
        return new PushOrder(
                uri,
                series,
                Map.of(MAIN, applies.identity()),
                Map.of(),
                new CommitMessage("Security fix"),
                new CommitAuthor("Project security", new Address("security@project.example")),
                false,
                Instant.parse("2026-12-01T15:00:00Z"),
                Optional.empty());
    }

    private static NeutralityCheck check() {
        return new NeutralityCheck(
                new CaseSecrets(new CaseId("PYCA", 2026, 7310), List.of(), new Confidential(""), List.of()),
                "Security fix",
                "project");
    }
}
