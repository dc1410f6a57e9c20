package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The home lies on a file system that gets full, and is emptied again. It is a small one in memory, in name spaces of the
 * server's own, which needs no privileges where the kernel allows such.
 */
class DiskFullTest {
    private static final String DESK = "security@project.example";
    private static final String RITA = "rita@finder.example";

    @TempDir
    private Path folder;

    @Test
    void fullDiskShouldPutOffMailAndWhenThereIsRoomAllShouldGoOn() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        assumeTrue(
                canMount(home),
                "skipped: this system lets nobody unprivileged mount a small file system (unshare -rm)");
        try (GpgHome alice = GpgHome.of("alice@project.example");
                World world = new World(home).desk("pyca", DESK, "PYCA", alice)) {
            Path made = folder.resolve("made");
            Files.move(home, made);
            Files.createDirectories(home);
            world.within(List.of(
                    "unshare",
                    "-rm",
                    "sh",
                    "-c",
                    "mount -t tmpfs -o size=150m,mode=0700 tmpfs " + home + " && cp -r " + made + "/. " + home
                            + " && exec \"$@\"",
                    "sh"));
            world.start();
            String key = alice.learn(world.keyOf(DESK, alice));
            Set<String> taken = new HashSet<>();
            report(world, taken);

            Path mounted = Path.of("/proc/" + world.server().pid() + "/root" + home);
            Path filler = mounted.resolve("filler");
            fill(filler);
            for (int i = 0; i < 20; i++) {
                assertThat(report(world, taken)).matches("(?s)(250|451).*");
            }
            assertThat(report(world, taken)).as("on a full disk").startsWith("451");
            Thread.sleep(4_000);
            assertThat(PlantedWords.OF_REPORTS.leaks(mounted)).isEmpty();
            Files.delete(filler);

            world.sendAgain();
            for (int i = 0; i < 3; i++) {
                String id = Mails.messageId();
                world.send(RITA, DESK, mail(id));
                taken.add(id);
            }
            for (String id : taken) {
                world.teamLetters(alice, key, World.caseOf(world.letter(RITA, id)), 1);
            }
            new Effects(world.relay(), alice.address()).requireOneCaseEach(taken, "");
        }
    }

    /** Keeps the Message-ID where it was answered with 250; returns the answer. */
    private static String report(World world, Set<String> taken) {
        String id = Mails.messageId();
        String answer = world.offer(RITA, DESK, mail(id));
        if (answer.startsWith("250")) {
            taken.add(id);
        }
        return answer;
    }

    private static String mail(String id) {
        return Mails.plain(Mails.head(RITA, DESK, id, "a quicksilver in it"), "pomegranate ".repeat(500));
    }

    private static void fill(Path filler) throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            // no room left
        }
    }

    private static boolean canMount(Path folder) throws IOException, InterruptedException {
        Process probe = new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", folder.toString())
                .redirectErrorStream(true)
                .start();
        return probe.waitFor(10, TimeUnit.SECONDS) && probe.exitValue() == 0;
    }
}
