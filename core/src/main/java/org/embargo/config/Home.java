package org.embargo.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.embargo.model.DeskName;

/**
 * The folder that holds everything of one server: configuration, secrets, mails and database.
 *
 * <p>Only its owner may look into it; the file system must know POSIX modes.
 *
 * @param folder absolute
 */
public record Home(Path folder) {

    public Home {
        folder = Objects.requireNonNull(folder, "folder").toAbsolutePath().normalize();
    }

    public Path conf() {
        return folder.resolve("conf");
    }

    public Path serverProperties() {
        return conf().resolve("embargo.properties");
    }

    public Path desks() {
        return conf().resolve("desks");
    }

    public DeskFolder desk(DeskName name) {
        return new DeskFolder(desks().resolve(name.value()));
    }

    public Path secrets() {
        return folder.resolve("secrets");
    }

    public Path sealingSecret() {
        return secrets().resolve("sealing.key");
    }

    public Path passphrase(DeskName desk) {
        return secrets().resolve(desk + ".pass");
    }

    public Path keystore() {
        return secrets().resolve("tls.p12");
    }

    public Path keystorePassword() {
        return secrets().resolve("tls.pass");
    }

    /** Secret keys of the example desk's members; nothing else reads them. */
    public Path example() {
        return folder.resolve("example");
    }

    /** Files that stop what leaves, by name of case or {@code all}. */
    public Path hold() {
        return folder.resolve("hold");
    }

    /** Where a server that runs copies its database for a backup. */
    public Path backup() {
        return folder.resolve("backup");
    }

    /** Sealed mails that no commit has taken yet. On one file system with {@link #archive()}: files are renamed. */
    public Path intake() {
        return folder.resolve("intake");
    }

    /** Sealed mails of cases. */
    public Path archive() {
        return folder.resolve("archive");
    }

    public Path database() {
        return folder.resolve("database");
    }

    /** Outside of the database: how far each desk's journal had come. */
    public Path witness() {
        return folder.resolve("witness");
    }

    /** Where git works, in clear: in the place for temporary files, which may be memory; a folder for each home. */
    public Path git() {
        String name = UUID.nameUUIDFromBytes(
                        folder.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        return Path.of(System.getProperty("java.io.tmpdir")).resolve("embargo-" + name);
    }

    /** Encrypted spool of mails at work; emptied at start. */
    public Path spool() {
        return folder.resolve("spool");
    }

    public Path log() {
        return folder.resolve("log");
    }

    public Path extensionJars() {
        return folder.resolve("extensions-jars");
    }

    /** What the mail server keeps for itself: queue and repositories. */
    public Path var() {
        return folder.resolve("var");
    }

    /** Taken by the one server that runs on this home. */
    public Path lock() {
        return folder.resolve("lock");
    }

    /** Whether nothing is here yet. */
    public boolean isEmpty() throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** The folders of desks, by name; hidden ones are not desks (an example in the making is one). */
    public List<Path> deskFolders() throws IOException {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(desks())) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(desks(), Home::isDeskFolder)) {
                entries.forEach(folders::add);
            }
        }
        folders.sort(null);
        return List.copyOf(folders);
    }

    private static boolean isDeskFolder(Path entry) {
        return Files.isDirectory(entry) && !entry.getFileName().toString().startsWith(".");
    }
}
