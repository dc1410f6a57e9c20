package org.embargo.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.embargo.model.DeskName;

/** Reads what concerns the server; relative paths start at the home. */
final class ServerReader {

    private final Home home;
    private final List<DeskName> desks;
    private final Settings settings;
    private final PrivateFiles secrets;

    ServerReader(Home home, List<DeskName> desks, List<ConfigProblem> problems) throws IOException {
        this.home = home;
        this.desks = desks;
        this.settings = new Settings(PropertiesFile.read(home.serverProperties(), problems), problems);
        this.secrets = new PrivateFiles(problems);
    }

    void check() throws IOException {
        List<Key<?>> keys = new ArrayList<>(ServerKeys.ALL);
        for (DeskName desk : desks) {
            keys.add(ServerKeys.passphraseFile(desk));
            keys.add(ServerKeys.dkimKeyFile(desk));
            keys.add(ServerKeys.dkimSelector(desk));
            keys.add(ServerKeys.sshKeyFile(desk));
            keys.add(ServerKeys.sshKnownHostsFile(desk));
        }
        settings.check(keys);
        checkKeystore();
        checkDatabase();
        desks.forEach(desk -> requireFile(ServerKeys.dkimKeyFile(desk)));
        desks.forEach(desk -> checkSsh(ServerKeys.sshKeyFile(desk)));
        desks.forEach(desk -> checkSsh(ServerKeys.sshKnownHostsFile(desk)));
        secrets.checkFolder(home.secrets());
        desks.forEach(desk -> fileOf(ServerKeys.dkimKeyFile(desk)).ifPresent(this::checkSecret));
        desks.forEach(desk -> fileOf(ServerKeys.sshKeyFile(desk)).ifPresent(this::checkSecret));
        settings.find(ServerKeys.SEALING_SECRET_FILE).ifPresent(this::checkSecret);
        fileOf(ServerKeys.DATABASE_PASSWORD_FILE).ifPresent(this::checkSecret);
        fileOf(ServerKeys.KEYSTORE).ifPresent(this::checkSecret);
        fileOf(ServerKeys.KEYSTORE_PASSWORD_FILE).ifPresent(this::checkSecret);
        desks.forEach(desk -> settings.find(ServerKeys.passphraseFile(desk)).ifPresent(this::checkSecret));
    }

    ServerConfig read() {
        Optional<Path> keystore = fileOf(ServerKeys.KEYSTORE);
        return new ServerConfig(
                database(),
                settings.value(ServerKeys.MAIL_SIZE_LIMIT),
                settings.value(ServerKeys.CLOCK_TOLERANCE),
                settings.value(ServerKeys.HOST_NAME),
                keystore.orElse(home.keystore()),
                fileOf(ServerKeys.KEYSTORE_PASSWORD_FILE).orElse(home.keystorePassword()),
                keystore.isPresent(),
                inHome(settings.value(ServerKeys.SEALING_SECRET_FILE)),
                passphraseFiles(),
                new OriginConfig(
                        settings.value(ServerKeys.ORIGIN_CHECKS),
                        settings.value(ServerKeys.ORIGIN_NAME_SERVERS),
                        settings.value(ServerKeys.ORIGIN_FORWARDERS)),
                dkimKeys(),
                ssh());
    }

    private void checkKeystore() {
        requireFile(ServerKeys.KEYSTORE);
        requireFile(ServerKeys.KEYSTORE_PASSWORD_FILE);
        if (settings.names(ServerKeys.KEYSTORE) && !settings.names(ServerKeys.KEYSTORE_PASSWORD_FILE)) {
            settings.tell(
                    ServerKeys.KEYSTORE_PASSWORD_FILE, "missing", "expected the file with the key store's password");
        }
    }

    private void checkDatabase() {
        requireFile(ServerKeys.DATABASE_PASSWORD_FILE);
        for (Key<?> key : List.of(ServerKeys.DATABASE_USER, ServerKeys.DATABASE_PASSWORD_FILE)) {
            if (settings.names(key) && !settings.names(ServerKeys.DATABASE_URL)) {
                settings.tell(
                        key, "no database.url", "expected none of its own: the embedded database asks for nothing");
            }
        }
    }

    private void requireFile(Key<Optional<Path>> key) {
        fileOf(key)
                .filter(file -> !Files.isRegularFile(file))
                .ifPresent(file -> settings.tell(key, "no file " + file, "expected a file that exists"));
    }

    private void checkSsh(Key<Optional<Path>> key) {
        requireFile(key);
        fileOf(key)
                .filter(file -> !SshConfig.isPlain(file))
                .ifPresent(file ->
                        settings.tell(key, "the path is " + file, "expected one that ssh's configuration can hold"));
    }

    private void checkSecret(Path file) {
        secrets.checkFile(inHome(file));
    }

    private Optional<Path> fileOf(Key<Optional<Path>> key) {
        return settings.find(key).flatMap(named -> named).map(this::inHome);
    }

    private DatabaseConfig database() {
        return settings.value(ServerKeys.DATABASE_URL)
                .map(url -> new DatabaseConfig(
                        url,
                        Optional.empty(),
                        settings.value(ServerKeys.DATABASE_USER),
                        fileOf(ServerKeys.DATABASE_PASSWORD_FILE)))
                .orElseGet(() -> DatabaseConfig.derby(home.database()));
    }

    private Map<DeskName, Path> passphraseFiles() {
        Map<DeskName, Path> files = new HashMap<>();
        for (DeskName desk : desks) {
            files.put(desk, inHome(settings.value(ServerKeys.passphraseFile(desk))));
        }
        return files;
    }

    private Map<DeskName, DkimKeyConfig> dkimKeys() {
        Map<DeskName, DkimKeyConfig> keys = new HashMap<>();
        for (DeskName desk : desks) {
            fileOf(ServerKeys.dkimKeyFile(desk))
                    .ifPresent(file ->
                            keys.put(desk, new DkimKeyConfig(file, settings.value(ServerKeys.dkimSelector(desk)))));
        }
        return keys;
    }

    private Map<DeskName, SshConfig> ssh() {
        Map<DeskName, SshConfig> all = new HashMap<>();
        for (DeskName desk : desks) {
            SshConfig ssh =
                    new SshConfig(fileOf(ServerKeys.sshKeyFile(desk)), fileOf(ServerKeys.sshKnownHostsFile(desk)));
            if (!ssh.equals(SshConfig.USUAL)) {
                all.put(desk, ssh);
            }
        }
        return all;
    }

    private Path inHome(Path path) {
        return home.folder().resolve(path).normalize();
    }
}
