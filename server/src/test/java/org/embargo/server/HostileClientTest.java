package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clients that would like to keep the server from others, or to have it take for a mail what is none. {@code
 * -Dembargo.storm=10000} makes a long run of the storm; its figures go to {@code target/storm.txt}.
 */
class HostileClientTest {

    private static final String DESK = "security@project.example";
    private static final String STORM = "storm@flood.example";
    private static final int MAILS = Integer.getInteger("embargo.storm", 200);
    private static final int CLIENTS = 8;
    private static final int CONNECTIONS_OF_ONE_ADDRESS = 50;

    @TempDir
    private static Path home;

    private static GpgHome alice;
    private static World world;

    @BeforeAll
    static void start() throws IOException {
        alice = GpgHome.of("alice@project.example");
        world = new World(home).desk("pyca", DESK, "PYCA", alice);
        Path settings = home.resolve("conf/desks/pyca/desk.properties");
        // the limits as they are by default
        Files.writeString(settings, Files.readString(settings).replaceAll("(?m)^(cases|receipts)-per-.*\n", ""));
        world.start();
    }

    @AfterAll
    static void stop() throws IOException {
        world.close();
        alice.close();
    }

    @Test
    void stormOfReportsShouldBeFiledAndNeitherFloodAnybodyNorKeepOthersWaiting() throws Exception {
        long before = taken();
        long began = System.nanoTime();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Integer>> sent = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                Callable<Integer> storm = () -> storm(client);
                sent.add(clients.submit(storm));
            }
            String rita = "rita@quiet" + System.nanoTime() + ".example";
            String id = Mails.messageId();
            long asked = System.nanoTime();
            world.send(rita, DESK, Mails.plain(Mails.head(rita, DESK, id, "a hole"), "words"));
            world.letter(rita, id);
            long answered = System.nanoTime() - asked;
            int filed = 0;
            for (Future<Integer> each : sent) {
                filed += each.get();
            }
            long accepted = System.nanoTime() - began;
            awaitTaken(before + filed + 1);
            // letters leave in the order in which they are due: all to the storm have gone before this one
            String last = Mails.messageId();
            world.send(rita, DESK, Mails.plain(Mails.head(rita, DESK, last, "one more"), "more words"));
            world.letter(rita, last);

            Files.writeString(
                    Path.of("target/storm.txt"),
                    "mails " + MAILS + ", answered with 250: " + filed + " in " + accepted / 1_000_000
                            + " ms, all taken in after " + (System.nanoTime() - began) / 1_000_000
                            + " ms, receipt of another after " + answered / 1_000_000 + " ms, letters to the sender "
                            + world.relay().mailsTo(STORM).size() + ", to a member "
                            + world.relay().mailsTo(alice.address()).size() + "\n");
            assertThat(filed).isEqualTo(MAILS / CLIENTS * CLIENTS);
            assertThat(world.relay().mailsTo(STORM)).hasSizeLessThanOrEqualTo(5);
            assertThat(world.relay().mailsTo(alice.address()).size()).isLessThan(80 + MAILS / 100);
        } finally {
            clients.shutdownNow();
        }
    }

    private static int storm(int client) throws IOException {
        int filed = 0;
        for (int i = 0; i < MAILS / CLIENTS; i++) {
            String mail =
                    Mails.plain(Mails.head(STORM, DESK, Mails.messageId(), "number " + client + " " + i), "words " + i);
            try (SmtpClient smtp = world.server().smtp()) {
                filed += smtp.send(STORM, DESK, mail).startsWith("250") ? 1 : 0;
            }
        }
        return filed;
    }

    @Test
    void requestsForTheKeyShouldNotMakeTheDeskAnAmplifier() throws IOException {
        String victim = "victim@elsewhere.example";
        for (int i = 0; i < 30; i++) {
            world.send(
                    victim,
                    "security+key@project.example",
                    Mails.plain(Mails.head(victim, DESK, Mails.messageId(), "key " + i), "please " + i));
        }
        world.askForKey(DESK, "someone@quiet.example");

        assertThat(world.relay().mailsTo(victim)).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void idleClientsOfOneAddressShouldNotKeepOthersOut() throws IOException {
        List<Socket> idle = new ArrayList<>();
        try {
            int greeted = 0;
            for (int i = 0; i < CONNECTIONS_OF_ONE_ADDRESS + 20; i++) {
                Socket socket = new Socket();
                idle.add(socket);
                socket.bind(new InetSocketAddress("127.0.0.2", 0));
                socket.connect(new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), world.server().smtpPort()));
                greeted += isGreeted(socket) ? 1 : 0;
            }
            assertThat(greeted).isLessThanOrEqualTo(CONNECTIONS_OF_ONE_ADDRESS);

            assertThat(sentFromElsewhere("while others idle")).startsWith("250");
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    /** Greeted, and then it says half a command and no more. */
    private static boolean isGreeted(Socket socket) throws IOException {
        socket.setSoTimeout(5_000);
        try {
            if (socket.getInputStream().read() != '2') {
                return false;
            }
            socket.getOutputStream().write("MAIL FR".getBytes(StandardCharsets.US_ASCII));
            return true;
        } catch (SocketException | SocketTimeoutException refused) {
            return false;
        }
    }

    /** Each way of writing the end of a mail that some relay does not take for one and passes on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n.\n",
                "\n.\r\n",
                "\r\n.\n",
                "\r.\r",
                "\r.\r\n",
                "\r\n.\r",
                "\r\n\0.\r\n",
                "\r\n.\0\r\n",
                "\n\n.\r\n",
                "\r\n.\r\r\n"
            })
    void secondMailShouldNotBeSmuggledInAFirst(String end) throws IOException {
        long before = taken();
        String smuggler = "smuggler@elsewhere.example";
        try (SmtpClient client = world.server().smtp()) {
            client.command("MAIL FROM:<relay@sender.example>");
            client.command("RCPT TO:<" + DESK + ">");
            client.command("DATA");

            try {
                client.write("From: relay@sender.example\r\nSubject: first " + System.nanoTime() + "\r\n\r\nwords" + end
                        + "MAIL FROM:<" + smuggler + ">\r\nRCPT TO:<" + DESK + ">\r\nDATA\r\nFrom: " + smuggler
                        + "\r\nSubject: second " + System.nanoTime() + "\r\n\r\nsmuggled\r\n.\r\n");
                client.answer();
                client.command("NOOP");
            } catch (IOException closed) {
                // the server has hung up, which is as good
            }
        }

        assertThat(sentFromElsewhere("after " + System.nanoTime())).startsWith("250");
        awaitTaken(before + 1);
        assertThat(taken()).isLessThanOrEqualTo(before + 2);
        assertThat(world.relay().mailsTo(smuggler)).isEmpty();
    }

    @Test
    void commandsBeforeTheGreetingShouldMakeOneMailAtMost() throws IOException {
        long before = taken();
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), world.server().smtpPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("EHLO early.example\r\nMAIL FROM:<early@sender.example>\r\nRCPT TO:<" + DESK
                                    + ">\r\nDATA\r\nFrom: early@sender.example\r\nSubject: early\r\n\r\nwords\r\n.\r\nQUIT\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            in.readAllBytes();
        } catch (SocketException | SocketTimeoutException refused) {
            // may be
        }

        assertThat(sentFromElsewhere("after the early one")).startsWith("250");
        awaitTaken(before + 1);
        assertThat(taken()).isLessThanOrEqualTo(before + 2);
    }

    @Test
    void linesWithoutEndShouldBeTakenOrRefusedAndHarmNobody() throws IOException {
        try (SmtpClient client = world.server().smtp()) {
            client.write("MAIL FROM:<" + "x".repeat(1 << 20) + "@sender.example>\r\n");
            assertThat(client.answer()).doesNotStartWith("250");
        } catch (SocketException closed) {
            // may be
        }
        try (SmtpClient client = world.server().smtp()) {
            String answer = client.send(
                    "long@sender.example",
                    DESK,
                    "From: long@sender.example\nSubject: " + "y".repeat(1 << 20) + "\n\n" + "z".repeat(8 << 20));
            assertThat(answer).matches("(?s)(250|5\\d\\d).*");
        } catch (SocketException closed) {
            // may be
        }

        assertThat(sentFromElsewhere("after long lines")).startsWith("250");
    }

    private static String sentFromElsewhere(String subject) throws IOException {
        try (SmtpClient client = world.server().smtp()) {
            String from = "bystander@sender.example";
            return client.send(from, DESK, Mails.plain(Mails.head(from, DESK, Mails.messageId(), subject), subject));
        }
    }

    /** How many sealed mails a commit has taken in. */
    private static long taken() throws IOException {
        Path archive = home.resolve("archive");
        if (Files.notExists(archive)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(archive)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static void awaitTaken(long count) throws IOException {
        long deadline = System.nanoTime()
                + Duration.ofSeconds(60).plus(Duration.ofMillis(200L * MAILS)).toNanos();
        while (taken() < count && System.nanoTime() < deadline) {
            World.sleepBriefly();
        }
        assertThat(taken()).isGreaterThanOrEqualTo(count);
    }
}
