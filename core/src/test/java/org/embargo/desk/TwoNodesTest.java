package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.embargo.config.DeskFolder;
import org.embargo.config.LeaverFolder;
import org.embargo.desk.keys.SecretFile;
import org.embargo.model.Address;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.NewDeskKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL see at one moment what whoever runs them has changed in the folders of both. */
class TwoNodesTest {

    private static final Person RITA = BookMails.person("rita@reporter.example");
    private static final Person VENDOR = BookMails.person("security@vendor.example");
    private static final String DESK = "conf/desks/example";
    private static final int ROUNDS = 5;

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private EmbeddedPostgres postgres;
    private TestHome one;
    private TestHome two;
    private List<Path> homes;
    private Certificate desk;

    @BeforeEach
    void start() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        one = TestHome.in(folder.resolve("one"));
        Files.writeString(
                folder.resolve("one/conf/embargo.properties"),
                "\ndatabase.url = " + postgres.getJdbcUrl("postgres", "postgres") + "\ndatabase.user = postgres\n",
                StandardOpenOption.APPEND);
        one.restart();
        desk = one.deskCertificate();
        two = TestHome.in(folder.resolve("made"));
        copy(folder.resolve("one/conf"), folder.resolve("two/conf"));
        copy(folder.resolve("one/secrets"), folder.resolve("two/secrets"));
        two.startOn(folder.resolve("two"));
        homes = List.of(folder.resolve("one"), folder.resolve("two"));
    }

    @AfterEach
    void stop() throws IOException {
        threads.shutdown();
        one.close();
        two.close();
        postgres.close();
    }

    @Test
    void leaverShouldBeToldOnceAndObeyedByNeitherNode() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            for (Path home : homes) {
                leavers(home).leave(one.bob.address());
            }
            atOnce(this::runTwice);
            assertThat(told("has left the team")).isEqualTo(round + 1);
            if (round < ROUNDS - 1) {
                for (Path home : homes) {
                    leavers(home).comeBack(one.bob.address());
                }
                atOnce(this::runTwice);
            }
        }
        assertThat(told("is of the team again")).isEqualTo(ROUNDS - 1);

        for (TestHome node : List.of(one, two)) {
            node.clock.move(Duration.ofMinutes(1));
            order(node, one.bob, "/recipient add A Vendor <security@vendor.example>\n");
        }

        assertThat(told("a new report. - From bob@project.example")).isEqualTo(2);
        order(two, two.alice, "/recipient list\n");
        assertThat(told("Nobody is on the private list")).isEqualTo(1);
    }

    @Test
    void newKeyShouldBeToldOnce() throws Exception {
        String fields = TestHome.fields(RITA.address().value(), "hole");
        one.receive(
                RITA.address().value(),
                TestHome.DESK,
                RITA.encrypted(desk, fields, "words", true, one.clock.instant()));
        one.sent.clear();
        for (TestHome node : List.of(one, two)) {
            node.clock.move(Duration.ofHours(1));
        }
        Certificate present = replaceKey();

        atOnce(node -> {
            if (node == one) {
                node.restart();
            } else {
                node.startOn(folder.resolve("two"));
            }
            runTwice(node);
        });

        desk = present;
        assertThat(told(present.fingerprint().spaced())).isEqualTo(1);
        assertThat(one.sentTo(RITA.address().value()).size()
                        + two.sentTo(RITA.address().value()).size())
                .isEqualTo(1);
    }

    /** The second time for what the first could not do, since the other node was faster. */
    private void runTwice(TestHome node) {
        node.embargo().runDue();
        node.embargo().runDue();
    }

    @FunctionalInterface
    private interface Doing {
        void on(TestHome node) throws Exception;
    }

    private void atOnce(Doing doing) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        List<Callable<Boolean>> both = Stream.of(one, two)
                .<Callable<Boolean>>map(node -> () -> {
                    barrier.await();
                    doing.on(node);
                    return true;
                })
                .toList();
        for (Future<Boolean> each : threads.invokeAll(both)) {
            assertThat(each.get()).isTrue();
        }
    }

    private Certificate replaceKey() throws Exception {
        Path passphrase = folder.resolve("one/secrets/example.pass");
        NewDeskKey made = NewDeskKey.generate(
                "cryptography security",
                new Address(TestHome.DESK),
                Files.readString(passphrase, StandardCharsets.US_ASCII).strip().toCharArray(),
                one.clock.instant());
        for (Path home : homes) {
            Path keys = home.resolve(DESK);
            Files.createDirectories(keys.resolve("former"));
            Files.move(keys.resolve("secret.asc"), keys.resolve("former/old.asc"));
            SecretFile.write(keys.resolve("secret.asc"), made.secret());
        }
        return made.certificate();
    }

    private void order(TestHome node, Person member, String command) {
        String fields = TestHome.fields(member.address().value(), "order " + node.clock.instant());
        String mail = member.encryptedWith(
                desk,
                fields,
                TestHome.DESK + "\n" + command,
                List.of(VENDOR.certificate().armored()),
                node.clock.instant());
        node.receive(member.address().value(), TestHome.DESK, mail);
    }

    /** How many letters of both nodes say so to the member who stays. */
    private long told(String words) {
        return Stream.of(one, two)
                .flatMap(node -> bodies(node, one.alice).stream())
                .filter(body -> body.contains(words))
                .count();
    }

    private List<String> bodies(TestHome node, Person reader) {
        return node.sentTo(reader.address().value()).stream()
                .map(mail -> reader.read(mail.message(), desk, node.spools(), node.clock.instant())
                        .body()
                        .replaceAll("\\s+", " "))
                .toList();
    }

    private static LeaverFolder leavers(Path home) {
        return new LeaverFolder(new DeskFolder(home.resolve(DESK)));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> entries = Files.walk(from)) {
            for (Path entry : entries.toList()) {
                Path target = to.resolve(from.relativize(entry).toString());
                Files.createDirectories(target.getParent());
                if (!Files.isDirectory(entry)) {
                    Files.copy(entry, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
