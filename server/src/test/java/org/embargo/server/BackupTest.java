package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that runs is copied, lost, and comes back from its copy. */
class BackupTest {
    private static final String DESK = "security@project.example";
    private static final String RITA = "rita@finder.example";

    @TempDir
    private Path folder;

    @Test
    void lostServerShouldComeBackFromItsBackupWithEverythingOnHold() throws Exception {
        Path home = folder.resolve("home");
        Path data = folder.resolve("data.tgz");
        Path secrets = folder.resolve("secrets.tgz");
        Path again = folder.resolve("again");
        String caseId;
        try (GpgHome alice = GpgHome.of("alice@project.example")) {
            try (World world = new World(home).desk("pyca", DESK, "PYCA", alice).start()) {
                String desk = alice.learn(world.keyOf(DESK, alice));
                String id = Mails.messageId();
                world.send(RITA, DESK, Mails.plain(Mails.head(RITA, DESK, id, "the subject"), "text"));
                caseId = world.teamLetter(alice, desk, id).caseId();

                CommandLine backup = CommandLine.run("backup", data.toString(), "--home", home.toString());
                assertThat(backup.output()).as(backup.everything()).contains("Backup made: " + data);
                assertThat(CommandLine.run("backup", "--secrets", secrets.toString(), "--home", home.toString())
                                .status())
                        .isZero();
                assertThat(CommandLine.run("check", "--home", home.toString()).output())
                        .contains("ok    sealing secret: ");
            }

            CommandLine restore =
                    CommandLine.run("restore", data.toString(), secrets.toString(), "--home", again.toString());
            assertThat(restore.output()).as(restore.everything()).contains("All cases are on hold");

            try (World world = new World(again).start()) {
                String kim = "kim@finder.example";
                world.askForKey(DESK, kim);
                CommandLine check = CommandLine.run("check", "--home", again.toString());
                assertThat(check.output()).contains("warn  hold: all cases are held");
                assertThat(world.relay().mailsTo(kim)).isEmpty();
                CommandLine.run("hold", "--off", "all", "--home", again.toString());
                String desk = alice.learn(world.keyOf(DESK, alice));
                // a mail to the case's address is one to a case that is known
                String id = Mails.messageId();
                String address = DESK.replace("@", "+" + caseId.toLowerCase(Locale.ROOT) + "@");
                world.send(
                        alice.address(), address, Mails.plain(Mails.head(alice.address(), address, id, "x"), "note"));
                assertThat(world.teamLetter(alice, desk, id).caseId()).isEqualTo(caseId);
            }
        }
    }
}
