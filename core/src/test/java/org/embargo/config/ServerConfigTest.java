package org.embargo.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.embargo.model.DeskName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerConfigTest {

    private static final DeskName PYCA = new DeskName("pyca");

    @TempDir
    Path folder;

    @Test
    void serverShouldHaveTheDefaultsOfTheContract() throws Exception {
        HomeFixture home = new HomeFixture(folder);

        assertThat(home.read().server())
                .isEqualTo(new ServerConfig(
                        new DatabaseConfig(
                                "jdbc:derby:" + folder.resolve("database"),
                                Optional.of(folder.resolve("database")),
                                Optional.empty(),
                                Optional.empty()),
                        40L << 20,
                        Duration.ofMinutes(5),
                        Optional.empty(),
                        folder.resolve("secrets/tls.p12"),
                        folder.resolve("secrets/tls.pass"),
                        false,
                        folder.resolve("secrets/sealing.key"),
                        Map.of(PYCA, folder.resolve("secrets/pyca.pass")),
                        new OriginConfig(true, List.of(), List.of()),
                        Map.of(),
                        Map.of()));
    }

    @Test
    void everyKeyShouldBeRead() throws Exception {
        HomeFixture home = new HomeFixture(folder).server("""
                database.url = jdbc:postgresql://db.example/embargo?sslmode=verify-full
                database.user = embargo
                database.password.file = secrets/db.pass
                mail.size-limit = 512 KB
                clock-tolerance = 2m
                smtp.host-name = mx.project.example
                tls.keystore = secrets/mx.p12
                tls.keystore.password.file = secrets/mx.pass
                sealing.secret.file = elsewhere/sealing.key
                origin.checks = off
                origin.name-servers = 127.0.0.1:5353, ::1
                origin.forwarders = 192.0.2.7, 2001:db8::/32
                desk.pyca.passphrase.file = /run/secrets/pyca
                desk.pyca.dkim.key.file = secrets/dkim.pem
                desk.pyca.dkim.selector = mail2026
                desk.pyca.ssh.key.file = secrets/git.key
                desk.pyca.ssh.known-hosts.file = conf/known_hosts
                """);
        secret("db.pass", "rw-------");
        secret("mx.p12", "rw-------");
        secret("mx.pass", "rw-------");
        secret("dkim.pem", "rw-------");
        secret("git.key", "rw-------");
        Files.writeString(folder.resolve("conf/known_hosts"), "");

        assertThat(home.read().server())
                .isEqualTo(new ServerConfig(
                        new DatabaseConfig(
                                "jdbc:postgresql://db.example/embargo?sslmode=verify-full",
                                Optional.empty(),
                                Optional.of("embargo"),
                                Optional.of(folder.resolve("secrets/db.pass"))),
                        512L << 10,
                        Duration.ofMinutes(2),
                        Optional.of("mx.project.example"),
                        folder.resolve("secrets/mx.p12"),
                        folder.resolve("secrets/mx.pass"),
                        true,
                        folder.resolve("elsewhere/sealing.key"),
                        Map.of(PYCA, Path.of("/run/secrets/pyca")),
                        new OriginConfig(
                                false,
                                List.of(server("127.0.0.1", 5353), server("::1", 53)),
                                List.of(
                                        IpRange.parse("192.0.2.7").orElseThrow(),
                                        IpRange.parse("2001:db8::/32").orElseThrow())),
                        Map.of(PYCA, new DkimKeyConfig(folder.resolve("secrets/dkim.pem"), "mail2026")),
                        Map.of(
                                PYCA,
                                new SshConfig(
                                        Optional.of(folder.resolve("secrets/git.key")),
                                        Optional.of(folder.resolve("conf/known_hosts"))))));
    }

    @Test
    void pathThatSshsConfigurationCannotHoldShouldBeTold() throws Exception {
        HomeFixture home = new HomeFixture(folder).server("desk.pyca.ssh.key.file = secrets/git$(id).key");
        secret("git$(id).key", "rw-------");

        assertThat(home.problems())
                .containsExactly("conf/embargo.properties:1: desk.pyca.ssh.key.file: the path is secrets/git$(id).key;"
                        + " expected one that ssh's configuration can hold");
    }

    @Test
    void passphraseOfNoDeskShouldBeOurMistake() throws Exception {
        ServerConfig server = new HomeFixture(folder).read().server();

        assertThat(server.passphraseFile(PYCA)).isEqualTo(folder.resolve("secrets/pyca.pass"));
        assertThatThrownBy(() -> server.passphraseFile(new DeskName("other")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mail.size-limit     | 40                                        | a size from 64 KB to 1024 MB such as 40 MB
            mail.size-limit     | 63 KB                                     | a size from 64 KB to 1024 MB such as 40 MB
            mail.size-limit     | 1025 MB                                   | a size from 64 KB to 1024 MB such as 40 MB
            clock-tolerance     | 5                                         | a duration above zero such as 7d, 36h, 90m or 45s
            smtp.host-name      | my host                                   | a host name, or nothing
            origin.checks       | yes                                       | on or off
            origin.name-servers | ns.example                                | an IP address, with :PORT after it where it is not 53, several separated by commas, or nothing
            origin.forwarders   | 192.0.2.0/33                              | an IP address, or a range of them such as 192.0.2.0/24, several separated by commas, or nothing
            database.url        | jdbc:h2:mem:x                             | jdbc:postgresql://HOST/DATABASE without a password in it, or nothing
            database.url        | jdbc:derby:x;create=true                  | jdbc:postgresql://HOST/DATABASE without a password in it, or nothing
            database.url        | jdbc:postgresql://db/x?Password=1         | jdbc:postgresql://HOST/DATABASE without a password in it, or nothing
            """)
    void valueShouldHaveItsForm(String key, String value, String expected) throws IOException {
        assertThat(new HomeFixture(folder).server(key + " = " + value).problems())
                .containsExactly(
                        "conf/embargo.properties:1: " + key + ": read \"" + value + "\"; expected " + expected);
    }

    @ParameterizedTest
    @CsvSource({"64 KB, 65536", "1024 MB, 1073741824", "1MB, 1048576"})
    void sizeShouldCountInPowersOfTwo(String text, long bytes) throws Exception {
        assertThat(new HomeFixture(folder)
                        .server("mail.size-limit = " + text)
                        .read()
                        .server()
                        .mailSizeLimitBytes())
                .isEqualTo(bytes);
    }

    @Test
    void passphraseOfAnUnknownDeskShouldNameTheNearest() throws IOException {
        assertThat(new HomeFixture(folder)
                        .server("desk.pica.passphrase.file = x")
                        .problems())
                .containsExactly("conf/embargo.properties:1: desk.pica.passphrase.file: unknown key; did you mean"
                        + " desk.pyca.passphrase.file?");
    }

    @Test
    void filesThatAreNamedShouldExist() throws IOException {
        assertThat(new HomeFixture(folder)
                        .server(
                                "database.password.file = no.pass\ntls.keystore = no.p12\ndatabase.url = jdbc:postgresql://db/x")
                        .problems())
                .containsExactly(
                        "conf/embargo.properties:2: tls.keystore: no file no.p12; expected a file that exists",
                        "conf/embargo.properties: tls.keystore.password.file: missing; expected the file with the key"
                                + " store's password",
                        "conf/embargo.properties:1: database.password.file: no file no.pass; expected a file that exists");
    }

    @Test
    void userOfTheEmbeddedDatabaseShouldBeAMistake() throws IOException {
        assertThat(new HomeFixture(folder).server("database.user = a b").problems())
                .containsExactly(
                        "conf/embargo.properties:1: database.user: read \"a b\"; expected one word, or nothing",
                        "conf/embargo.properties:1: database.user: no database.url; expected none of its own: the"
                                + " embedded database asks for nothing");
    }

    @Test
    void serverPropertiesShouldBeThere() throws IOException {
        HomeFixture home = new HomeFixture(folder);
        Files.delete(home.home().serverProperties());

        assertThat(home.problems()).containsExactly("conf/embargo.properties: missing; expected a properties file");
    }

    @Test
    void secretThatOthersMayReadShouldBeToldWithTheCommandThatMendsIt() throws IOException {
        HomeFixture home = new HomeFixture(folder).server("sealing.secret.file = sealing.key");
        secret("pyca.pass", "rw-r-----");
        secret("tls.pass", "rw-------");
        Files.writeString(folder.resolve("sealing.key"), "");
        Files.setPosixFilePermissions(folder.resolve("sealing.key"), PosixFilePermissions.fromString("rw----r--"));

        assertThat(home.problems())
                .containsExactly(
                        "secrets/pyca.pass: others may use it, its mode is rw-r-----; run: chmod 600 secrets/pyca.pass",
                        "sealing.key: others may use it, its mode is rw----r--; run: chmod 600 sealing.key");
    }

    @Test
    void keyOfADeskThatOthersMayReadShouldBeToldWithTheCommandThatMendsIt() throws IOException {
        HomeFixture home = new HomeFixture(folder);
        Path desk = home.home().deskFolders().get(0);
        Files.createDirectories(desk.resolve("former"));
        open(desk.resolve("secret.asc"), "rw-r--r--");
        open(desk.resolve("former/old.asc"), "rw-rw----");
        String name = "conf/desks/" + desk.getFileName();

        assertThat(home.problems())
                .containsExactly(
                        name + "/secret.asc: others may use it, its mode is rw-r--r--; run: chmod 600 " + name
                                + "/secret.asc",
                        name + "/former/old.asc: others may use it, its mode is rw-rw----; run: chmod 600 " + name
                                + "/former/old.asc");
    }

    @Test
    void keyStoreThatOthersMayReadShouldBeToldWithTheCommandThatMendsIt() throws IOException {
        HomeFixture home = new HomeFixture(folder)
                .server("tls.keystore = tls/own.p12\ntls.keystore.password.file = secrets/tls.pass");
        secret("tls.pass", "rw-------");
        secret("tls.p12", "rw----r--");
        Files.createDirectories(folder.resolve("tls"));
        open(folder.resolve("tls/own.p12"), "rw-r-----");

        assertThat(home.problems())
                .containsExactly(
                        "secrets/tls.p12: others may use it, its mode is rw----r--; run: chmod 600 secrets/tls.p12",
                        "tls/own.p12: others may use it, its mode is rw-r-----; run: chmod 600 tls/own.p12");
    }

    private static void open(Path file, String mode) throws IOException {
        Files.writeString(file, "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private void secret(String name, String mode) throws IOException {
        Path file = folder.resolve("secrets").resolve(name);
        Files.writeString(file, "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static InetSocketAddress server(String ip, int port) {
        return new InetSocketAddress(IpRange.address(ip).orElseThrow(), port);
    }
}
