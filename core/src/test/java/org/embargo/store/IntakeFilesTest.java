package org.embargo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.embargo.mail.Envelope;
import org.embargo.mail.RawMail;
import org.embargo.model.IntakeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door: what was sealed comes back as it was, in order, whatever else lies in the folder. */
class IntakeFilesTest {
    private static final byte[] MAIL =
            "Subject: plantedsubject\r\n\r\nplantedbody\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Path home;
    private IntakeFiles files;

    IntakeFilesTest(@TempDir Path home) throws Exception {
        this.home = home;
        this.files = open();
    }

    @BeforeEach
    void reopen() throws Exception {
        files = open();
    }

    @Test
    void mailShouldComeBackAsItWasSealed() throws IOException {
        Envelope envelope = Samples.envelope(Samples.NOON);

        IntakeId id = files.seal(envelope, new ByteArrayInputStream(MAIL));
        RawMail read = files.read(id);

        assertThat(read.envelope()).isEqualTo(envelope);
        assertThat(read.content().bytes()).isEqualTo(MAIL);
        assertThat(read.content().sizeBytes()).isEqualTo(MAIL.length);
    }

    /** Around the ends of segments, where the length of what is sealed is computed from the length of the file. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_520, 131_000, 3_000_001})
    void sizeShouldBeThatOfTheMail(int sizeBytes) throws IOException {
        IntakeId id = files.seal(Samples.envelope(Samples.NOON), new ByteArrayInputStream(new byte[sizeBytes]));

        RawMail read = files.read(id);

        assertThat(read.content().sizeBytes()).isEqualTo(sizeBytes);
        assertThat(read.content().bytes()).hasSize(sizeBytes);
    }

    @Test
    void everySizeAroundTheEndOfASegmentShouldComeBack() throws IOException {
        long added = Files.size(home.resolve("intake").resolve(seal(0).value())) - MAIL.length;
        int full = (int) (Sealer.SEGMENT_BYTES - added);

        for (int sizeBytes = full - 2; sizeBytes <= full + 2; sizeBytes++) {
            IntakeId id = files.seal(Samples.envelope(Samples.NOON), new ByteArrayInputStream(new byte[sizeBytes]));
            assertThat(files.read(id).content().sizeBytes()).isEqualTo(sizeBytes);
        }
    }

    @Test
    void mailsShouldWaitInOrderOfArrival() throws IOException {
        IntakeId second = seal(2);
        IntakeId third = seal(3);
        IntakeId first = seal(1);

        assertThat(files.waiting()).containsExactly(first, second, third);
    }

    @Test
    void archivedMailShouldStayReadableAndWaitNoMore() throws IOException {
        IntakeId id = seal(1);
        RawMail readBefore = files.read(id);

        files.archive(id);
        files.archive(id);

        assertThat(files.waiting()).isEmpty();
        assertThat(files.read(id).content().bytes()).isEqualTo(MAIL);
        assertThat(readBefore.content().bytes()).isEqualTo(MAIL);
        assertThat(home.resolve("archive/2026-11").resolve(id.value())).exists();
    }

    @Test
    void unfinishedFileShouldNotBeSeenAndGoAtTheNextStart() throws Exception {
        Path unfinished = home.resolve("intake").resolve(Samples.mailAt(Samples.NOON) + ".part");
        Files.writeString(unfinished, "half");

        assertThat(files.waiting()).isEmpty();
        assertThat(unfinished).exists();
        open();
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void mailThatBreaksOffShouldLeaveNothing() throws IOException {
        InputStream broken = new FilterInputStream(new ByteArrayInputStream(MAIL)) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("connection lost");
            }
        };

        assertThatThrownBy(() -> files.seal(Samples.envelope(Samples.NOON), broken))
                .isInstanceOf(IOException.class);

        assertThat(home.resolve("intake")).isEmptyDirectory();
    }

    @Test
    void tornFileShouldGoToTheQuarantineAndStopNoOther() throws IOException {
        IntakeId torn = seal(1);
        IntakeId whole = seal(2);
        Path file = home.resolve("intake").resolve(torn.value());
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));

        assertThatThrownBy(() -> files.read(torn)).isInstanceOf(IntakeDamagedException.class);

        assertThat(files.waiting()).containsExactly(whole);
        assertThat(files.quarantined()).containsExactly(torn);
        assertThat(files.read(whole).content().bytes()).isEqualTo(MAIL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 39, 56, 70})
    void fileCutToFewBytesShouldBeDamaged(int length) throws IOException {
        IntakeId id = seal(1);
        Path file = home.resolve("intake").resolve(id.value());
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));

        assertThatThrownBy(() -> files.read(id)).isInstanceOf(IntakeDamagedException.class);
    }

    @Test
    void fileUnderAnotherNameShouldBeDamaged() throws IOException {
        IntakeId id = seal(1);
        IntakeId other = Samples.mailAt(Samples.NOON);
        Files.copy(
                home.resolve("intake").resolve(id.value()),
                home.resolve("intake").resolve(other.value()));

        assertThatThrownBy(() -> files.read(other)).isInstanceOf(IntakeDamagedException.class);
    }

    @Test
    void foreignFilesShouldBePutAsideAndKept() throws IOException {
        Files.writeString(home.resolve("intake/notes.txt"), "one");
        assertThat(files.waiting()).isEmpty();
        Files.writeString(home.resolve("intake/notes.txt"), "two");

        assertThat(files.waiting()).isEmpty();

        try (Stream<Path> kept = Files.list(home.resolve("quarantine"))) {
            assertThat(kept).hasSize(2);
        }
    }

    @Test
    void unknownMailShouldNotBeFound() {
        assertThatThrownBy(() -> files.read(Samples.mailAt(Samples.NOON))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void nothingShouldLieInClear() throws IOException {
        seal(1);

        assertThat(PlantedWords.filesWith(home, List.of("planted", "192.0.2.7", "project.example")))
                .isEmpty();
    }

    private IntakeId seal(int second) throws IOException {
        return files.seal(Samples.envelope(Samples.NOON.plusSeconds(second)), new ByteArrayInputStream(MAIL));
    }

    private IntakeFiles open() throws IOException, StoreStartException {
        Sealer sealer = new Sealer(SealingSecret.open(home.resolve("sealing.key"), home.resolve("sealing.tag")));
        return IntakeFiles.begin(home, sealer);
    }
}
