package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code embargo key} prints, and what it says where there is nothing to print. */
class KeyTest {
    @TempDir
    private Path folder;

    @Test
    void keyShouldBePrintedWhileTheServerRunsAndAfterwards() throws Exception {
        Path home = folder.resolve("home");
        String printed;
        try (ServerProcess server = ServerProcess.in(home).start()) {
            printed = key("--home", home.toString()).output();
            assertThat(server.isReady()).isTrue();
        }

        assertThat(printed)
                .contains("# desk example, security@project.example")
                .containsPattern("# fingerprint ([0-9A-F]{4} ?){10}\n")
                .contains("-----BEGIN PGP PUBLIC KEY BLOCK-----")
                .endsWith("-----END PGP PUBLIC KEY BLOCK-----\n")
                .doesNotContain("PRIVATE");
        assertThat(key("example", "--home", home.toString()).output()).isEqualTo(printed);
    }

    @Test
    void deskWithoutAKeyShouldBeToldWithoutKeepingBackOthers() throws Exception {
        Files.createDirectories(folder.resolve("conf/desks/fresh"));

        CommandLine key = key("--home", folder.toString());

        assertThat(key.status()).isEqualTo(1);
        assertThat(key.errors()).contains("desk fresh has no key yet: serve makes it at the next start");
    }

    @Test
    void unknownDeskShouldBeToldWithThoseThereAre() throws Exception {
        Files.createDirectories(folder.resolve("conf/desks/fresh"));

        CommandLine key = key("flesh", "--home", folder.toString());

        assertThat(key.status()).isEqualTo(1);
        assertThat(key.errors()).contains("no desk flesh in").contains("there are: fresh");
    }

    @Test
    void missingHomeShouldBeNamed() throws Exception {
        CommandLine key = key("--home", folder.resolve("none").toString());

        assertThat(key.status()).isEqualTo(1);
        assertThat(key.errors()).contains("there is no home " + folder.resolve("none"));
    }

    @Test
    void missingOptionShouldBeAUsageError() throws Exception {
        CommandLine key = key();

        assertThat(key.status()).isEqualTo(2);
        assertThat(key.errors()).contains("key wants --home DIR").contains("--help");
    }

    @Test
    void helpShouldBeASuccess() throws Exception {
        CommandLine key = key("--help");

        assertThat(key.status()).isZero();
        assertThat(key.output()).startsWith("usage: embargo key [DESK] --home DIR");
    }

    private static CommandLine key(String... arguments) throws IOException, InterruptedException {
        String[] all = new String[arguments.length + 1];
        all[0] = "key";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CommandLine.run(all);
    }
}
