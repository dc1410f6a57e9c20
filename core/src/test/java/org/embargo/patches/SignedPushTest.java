package org.embargo.patches;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.embargo.config.CommitAuthor;
import org.embargo.model.Address;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.RefName;
import org.embargo.openpgp.DeskKeys;
import org.embargo.openpgp.NewDeskKey;
import org.embargo.patches.BranchRehearsal.Applies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the desk signs, git verifies with the real gpg. By the wall clock, since gpg has no other. */
final class SignedPushTest {

    private static final RefName MAIN = new RefName("main");
    private static final RefName TAG = new RefName("v1.0.1");
    private static final String MESSAGE = "Security fix";
    private static final Address ADDRESS = new Address("security@project.example");
    private final Instant made = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);

    @TempDir
    private Path folder;

    /** Sockets in it: the path must be short. */
    private Path keys = Path.of("");

    private ProjectRepository project;

    @BeforeEach
    void makeAProject() throws Exception {
        keys = Files.createTempDirectory(
                "g", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        project = new ProjectRepository(folder);
        project.file("parser.c", "one\ntwo\n").commit("Begin");
        project.push("main");
    }

    @AfterEach
    void stopGpg() throws Exception {
        new ProcessBuilder("gpgconf", "--homedir", keys.toString(), "--kill", "all")
                .start()
                .waitFor();
        try (Stream<Path> files = Files.walk(keys)) {
            files.sorted((one, other) -> other.compareTo(one))
                    .forEach(file -> file.toFile().delete());
        }
    }

    @Test
    void commitsAndTagsShouldBeVerifiedByGit() throws Exception {
        NewDeskKey key = NewDeskKey.generate("Project security", ADDRESS, "secret".toCharArray(), made);
        Path certificate =
                Files.writeString(folder.resolve("key.asc"), key.certificate().armored());
        withGpg(folder, "gpg", "--batch", "--quiet", "--import", certificate.toString());
        DeskKeys unlocked = DeskKeys.read(
                key.secret().getBytes(StandardCharsets.US_ASCII), List.of(), List.of("secret".toCharArray()));

        push(unlocked);

        assertThat(withGpg(project.bare(), "git", "verify-commit", "-v", "main"))
                .contains("Good signature");
        assertThat(withGpg(project.bare(), "git", "verify-tag", "-v", TAG.value()))
                .contains("Good signature");
        assertThat(project.inBare("fsck", "--strict")).isEmpty();
    }

    private void push(DeskKeys unlocked) throws Exception {
        WorkFolder work = new WorkFolder(folder.resolve("private"));
        project.file("parser.c", "one\nzwei\n").commit("Fix");
        Map<RefName, PatchSeries> series = Map.of(MAIN, ProjectRepository.series(project.formatPatch("HEAD~1")));
        Applies applies = (Applies) new Rehearsal(GitSettings.USUAL, work)
                .rehearse(project.uri(), series)
                .get(0);
        PushOrder order = new PushOrder(
                project.uri(),
                series,
                Map.of(MAIN, applies.identity()),
                Map.of(TAG, MAIN),
                new CommitMessage(MESSAGE),
                new CommitAuthor("Project security", ADDRESS),
                false,
                made.plusSeconds(30),
                Optional.of(unlocked.signer(made.plusSeconds(30))));
        NeutralityCheck check = new NeutralityCheck(
                new CaseSecrets(new CaseId("PYCA", 2026, 7310), List.of(), new Confidential(""), List.of()),
                MESSAGE,
                "project");
        assertThat(new BranchPush(GitSettings.USUAL, work).push(order, check, List.of(), refs -> {}))
                .isInstanceOf(PushOutcome.Pushed.class);
    }

    private String withGpg(Path where, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        builder.environment().put("GNUPGHOME", keys.toString());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
