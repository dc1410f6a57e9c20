package org.embargo.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.embargo.model.CaseId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files in {@code hold/} mean. */
class HoldFolderTest {

    private static final CaseId CASE = new CaseId("PYCA", 2026, 7310);
    private static final CaseId OTHER = new CaseId("PYCA", 2026, 7311);

    @TempDir
    private Path folder;

    private HoldFolder holds;

    @BeforeEach
    void make() {
        holds = new HoldFolder(new Home(folder));
    }

    @Test
    void folderThatWasNeverMadeShouldHoldNothing() {
        assertThat(holds.read().hold(CASE)).isFalse();
    }

    @Test
    void caseShouldBeHeldByAFileOfItsNameThatNobodyElseReads() throws IOException {
        assertThat(holds.hold(Optional.of(CASE))).isTrue();
        assertThat(holds.hold(Optional.of(CASE))).isFalse();

        assertThat(holds.read().hold(CASE)).isTrue();
        assertThat(holds.read().hold(OTHER)).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(holds.file(Optional.of(CASE)))))
                .isEqualTo("rw-------");
    }

    @Test
    void liftedHoldShouldBeNotedUntilItIsForgotten() throws IOException {
        holds.hold(Optional.of(CASE));

        assertThat(holds.lift(Optional.of(CASE))).isTrue();

        assertThat(holds.read()).isEqualTo(new Holds(Optional.empty(), Set.of(), Set.of(CASE)));
        assertThat(holds.lift(Optional.of(CASE))).isFalse();
        holds.hold(Optional.of(CASE));
        assertThat(holds.read().lifted()).isEmpty();
        holds.forget(CASE);
        assertThat(folder.resolve("hold")).isEmptyDirectory();
    }

    @Test
    void fileMadeByHandShouldCountWhateverItsCase() throws IOException {
        Files.createDirectories(folder.resolve("hold"));
        Files.createFile(folder.resolve("hold/pyca-2026-7310"));

        assertThat(holds.read().hold(CASE)).isTrue();
        assertThat(holds.lift(Optional.of(CASE))).isTrue();
        assertThat(holds.read().hold(CASE)).isFalse();
    }

    @Test
    void nameThatSaysNothingShouldHoldAll() throws IOException {
        Files.createDirectories(folder.resolve("hold"));
        Files.createFile(folder.resolve("hold/PYCA-2026-731O"));

        assertThat(holds.read().hold(OTHER)).isTrue();
    }

    @Test
    void folderThatCanNotBeReadShouldHoldAll() throws IOException {
        Files.createFile(folder.resolve("hold"));

        assertThat(holds.read().hold(CASE)).isTrue();
    }

    @Test
    void fileInTheMakingShouldHoldNothing() throws IOException {
        Files.createDirectories(folder.resolve("hold"));
        Files.createFile(folder.resolve("hold/.7310.new"));

        assertThat(holds.read().hold(CASE)).isFalse();
    }
}
