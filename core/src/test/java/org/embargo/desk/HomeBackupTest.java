package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.embargo.backup.BackupException;
import org.embargo.backup.HomeBackup;
import org.embargo.backup.HomeRestore;
import org.embargo.config.ConfigReader;
import org.embargo.config.HoldFolder;
import org.embargo.config.Home;
import org.embargo.desk.CommandDesk.Reported;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a home, and homes made of them. */
class HomeBackupTest {

    @TempDir
    private Path folder;

    private CommandDesk desk;
    private Reported about;
    private Path data;
    private Path secrets;
    private Path restored;

    @BeforeEach
    void open() throws IOException {
        desk = new CommandDesk(Files.createDirectory(folder.resolve("home")));
        about = desk.report();
        data = folder.resolve("data.tgz");
        secrets = folder.resolve("secrets.tgz");
        restored = folder.resolve("restored");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void homeOfAStoppedServerShouldComeBackWithItsCases() throws Exception {
        desk.home.embargo().close();
        backup(false).data(data);
        backup(false).secrets(secrets);

        new HomeRestore(new Home(restored)).from(List.of(data, secrets));

        assertThat(modes(restored)).containsOnly("rwx------", "rw-------");
        assertThat(statusIn(restored)).startsWith("Done").contains(about.id());
    }

    @Test
    void homeOfARunningServerShouldComeBackAsOfOneMomentAndTheServerGoOn() throws Exception {
        AtomicBoolean waiting = new AtomicBoolean(true);
        Thread server = new Thread(() -> {
            while (waiting.get()) {
                desk.home.embargo().runDue();
            }
        });
        server.start();
        try {
            backup(true).data(data);
        } finally {
            waiting.set(false);
            server.join();
        }
        backup(true).secrets(secrets);
        desk.order(desk.alice, about, "/title what came later\n");

        new HomeRestore(new Home(restored)).from(List.of(data, secrets));

        assertThat(desk.transcript(desk.alice)).startsWith("Done");
        assertThat(statusIn(restored)).contains(about.id()).doesNotContain("what came later");
        try (Stream<Path> left = Files.list(desk.home.folder.resolve("backup"))) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).containsExactly("lock");
        }
    }

    @Test
    void nothingShouldLeaveARestoredHomeUntilTheHoldEnds() throws Exception {
        desk.home.embargo().close();
        backup(false).data(data);
        backup(false).secrets(secrets);
        new HomeRestore(new Home(restored)).from(List.of(data, secrets));
        desk.home.startOn(restored);
        desk.home.sent.clear();

        desk.order(desk.alice, about, "/reply\nnot yet\n/end\n");
        desk.assertNothingLeft("not yet");
        new HoldFolder(new Home(restored)).lift(Optional.empty());
        desk.home.clock.move(Duration.ofMinutes(2));
        desk.home.embargo().runDue();

        assertThat(desk.home.sentTo(about.reporter().address().value())).hasSize(1);
    }

    @Test
    void backupShouldBePrivateAndTellNothing() throws Exception {
        desk.home.embargo().close();
        backup(false).data(data);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rw-------");
        String content = unpacked(data);
        String secret = Files.readString(desk.home.folder.resolve("secrets/sealing.key"))
                .strip();
        assertThat(content)
                .contains("conf/desks/example/desk.properties", "database/service.properties")
                .doesNotContain(secret, about.reporter().address().value(), "\0secrets/", "secrets/\0");
    }

    @Test
    void mailsThatLieOnAnotherDiskShouldBeCopiedToo() throws Exception {
        desk.home.embargo().close();
        Path elsewhere = folder.resolve("disk");
        Files.move(desk.home.folder.resolve("archive"), elsewhere);
        Files.createSymbolicLink(desk.home.folder.resolve("archive"), elsewhere);
        Path mail;
        try (Stream<Path> all = Files.walk(elsewhere)) {
            mail = all.filter(Files::isRegularFile).findFirst().orElseThrow();
        }

        backup(false).data(data);

        assertThat(unpacked(data)).contains("archive/" + elsewhere.relativize(mail));
    }

    @Test
    void copyOfTheSecretsShouldBeNotedForTheCheck() throws Exception {
        Path word = desk.home.folder.resolve("secrets/sealing.key.copied");
        assertThat(word).doesNotExist();

        backup(true).secrets(secrets);

        assertThat(word).exists();
        assertThat(unpacked(secrets)).contains("secrets/sealing.key").doesNotContain("database/");
    }

    @Test
    void nothingShouldBeWrittenOver() throws Exception {
        desk.home.embargo().close();
        backup(false).data(data);
        byte[] first = Files.readAllBytes(data);

        assertThatThrownBy(() -> backup(false).data(data))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("choose another name");
        assertThatThrownBy(() -> new HomeRestore(new Home(desk.home.folder)).from(List.of(data)))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("is not empty");
        assertThat(Files.readAllBytes(data)).isEqualTo(first);
    }

    @Test
    void serverThatEndsMeanwhileShouldEndTheBackup() {
        assertThatThrownBy(() -> {
                    AtomicBoolean asked = new AtomicBoolean(true);
                    new HomeBackup(
                                    ConfigReader.read(new Home(desk.home.folder)),
                                    () -> asked.getAndSet(false),
                                    desk.home.clock)
                            .data(data);
                })
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("run the backup again");
        assertThat(data).doesNotExist();
    }

    @Test
    void archiveThatReachesOutsideShouldBeRefused() throws Exception {
        for (String name : List.of("../outside", "conf/../../outside", "/etc/outside", "server.lock", "secrets/x")) {
            Path forged = forged(name);

            assertThatThrownBy(() -> new HomeRestore(new Home(restored)).from(List.of(forged)))
                    .as(name)
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("not made by embargo backup");
            assertThat(folder.resolve("outside")).doesNotExist();
            assertThat(restored).doesNotExist();
            Files.delete(folder.resolve("restored.restoring"));
        }
    }

    @Test
    void damagedFileShouldBeRefused() throws Exception {
        desk.home.embargo().close();
        backup(false).data(data);
        Path cut = folder.resolve("cut.tgz");
        byte[] whole = Files.readAllBytes(data);
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        Path text = Files.writeString(folder.resolve("text"), "no archive");

        assertThatThrownBy(() -> new HomeRestore(new Home(restored)).from(List.of(cut)))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("cut off");
        assertThatThrownBy(() -> new HomeRestore(new Home(folder.resolve("other"))).from(List.of(text)))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("no backup");
        assertThat(restored).doesNotExist();
    }

    private HomeBackup backup(boolean running) throws Exception {
        return new HomeBackup(ConfigReader.read(new Home(desk.home.folder)), () -> running, desk.home.clock);
    }

    /** What a member is told of the case by a server that is started on {@code home}. */
    private String statusIn(Path home) {
        desk.home.startOn(home);
        desk.home.sent.clear();
        desk.home.clock.move(Duration.ofSeconds(1));
        desk.order(desk.alice, about, "/status\n");
        return desk.transcript(desk.alice);
    }

    private Path forged(String name) throws IOException {
        Path file = folder.resolve("forged.tgz");
        try (OutputStream out = Files.newOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            put(tar, "embargo-backup", "embargo backup 1\nkind data\nmade 2026-03-02T10:00:00Z\ndatabase embedded\n");
            put(tar, name, "planted");
        }
        return file;
    }

    private static void put(TarArchiveOutputStream tar, String name, String text) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(text.length());
        tar.putArchiveEntry(entry);
        tar.write(text.getBytes(StandardCharsets.US_ASCII));
        tar.closeArchiveEntry();
    }

    private static String unpacked(Path file) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            in.transferTo(all);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    private static List<String> modes(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(HomeBackupTest::mode).distinct().toList();
        }
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
