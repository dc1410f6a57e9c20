package org.embargo.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    @TempDir
    private Path folder;

    @Test
    void largeContentShouldReadBackAndLieNowhereInClear() throws IOException {
        byte[] large = "planted words ".repeat(200_000).getBytes(StandardCharsets.UTF_8);

        Content content = spooled(large);

        assertThat(content.bytes()).isEqualTo(large);
        assertThat(content.bytes()).isEqualTo(large);
        assertThat(files()).hasSize(1);
        assertThat(new String(Files.readAllBytes(files().get(0)), StandardCharsets.ISO_8859_1))
                .doesNotContain("planted");
    }

    @Test
    void smallContentShouldStayInMemory() throws IOException {
        Content content = spooled(new byte[Spool.IN_MEMORY_BYTES]);

        assertThat(content.sizeBytes()).isEqualTo(Spool.IN_MEMORY_BYTES);
        assertThat(files()).isEmpty();
    }

    @Test
    void contentShouldLieInAFileWhereItsOwnerHasNoMemoryLeftForIt() throws IOException {
        SpoolFolder spools = new SpoolFolder(folder);
        try (Spool within = spools.spool(Long.MAX_VALUE, 3);
                Spool beyond = spools.spool(Long.MAX_VALUE, 3)) {
            within.write(new byte[3]);
            beyond.write(new byte[4]);
            within.finish();
            Content kept = beyond.finish();

            assertThat(within.keptInMemoryBytes()).isEqualTo(3);
            assertThat(beyond.keptInMemoryBytes()).isZero();
            assertThat(kept.bytes()).hasSize(4);
            assertThat(files()).hasSize(1);
        }
    }

    @Test
    void limitShouldHoldFromBothSides() throws IOException {
        try (Spool spool = new SpoolFolder(folder).spool(3)) {
            spool.write(new byte[3]);

            assertThatThrownBy(() -> spool.write(0)).isInstanceOf(SpoolLimitException.class);
            assertThat(spool.finish().sizeBytes()).isEqualTo(3);
        }
    }

    @Test
    void abandonedSpoolShouldLeaveNothing() throws IOException {
        try (Spool spool = new SpoolFolder(folder).spool(Long.MAX_VALUE)) {
            spool.write(new byte[2 * Spool.IN_MEMORY_BYTES]);
            assertThat(files()).hasSize(1);
        }

        assertThat(files()).isEmpty();
    }

    @Test
    void emptyShouldRemoveWhatACrashLeft() throws IOException {
        SpoolFolder spools = new SpoolFolder(folder);
        Content kept = spooled(new byte[2 * Spool.IN_MEMORY_BYTES]);
        assertThat(kept.sizeBytes()).isPositive();

        spools.empty();

        assertThat(files()).isEmpty();
    }

    private Content spooled(byte[] bytes) throws IOException {
        try (Spool spool = new SpoolFolder(folder).spool(Long.MAX_VALUE)) {
            spool.write(bytes);
            return spool.finish();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
