package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.openpgp.Certificate;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a configuration does to a desk, and what is said of it. */
class OperatorStoryTest {

    private static final String ALICE = "alice@project.example";
    private static final String RITA = "rita@reporter.example";
    private static final Pattern TOKEN = Pattern.compile("security\\+r\\.[a-z0-9]{26}@project\\.example");

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void start() {
        home = TestHome.in(folder);
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Test
    void rehearsalShouldStandInEveryTranscript() {
        Certificate desk = home.deskCertificate();
        home.writeDesk("example", TestHome.DESK, "PYCA", List.of(home.alice, home.bob), "acknowledge-within = 5m\n");
        home.restart();

        home.receive(
                ALICE,
                TestHome.DESK,
                home.alice.encrypted(
                        desk,
                        TestHome.fields(ALICE, "help"),
                        TestHome.DESK + "\n/help\n",
                        false,
                        home.clock.instant()));

        assertThat(home.embargo().summary()).contains("example (rehearsal)");
        assertThat(bodies(desk)).singleElement().asString().contains("runs as a rehearsal");
    }

    @Test
    void deskThatIsTakenOutShouldWaitAndGoOnWhenItIsBack() throws IOException {
        home.writeDesk("second", "security@second.example", "SECO", List.of(home.alice), "receipt-delay = 1h\n");
        home.restart();
        home.receive(RITA, "security@second.example", TestHome.fields(RITA, "report") + "\r\nwords\r\n");
        int before = home.sent.size();
        Path conf = folder.resolve("conf/desks/second");
        Files.move(conf, folder.resolve("second"));

        home.restart();
        for (int i = 0; i < 10; i++) {
            home.clock.move(Duration.ofHours(10));
            home.embargo().runDue();
        }

        assertThat(home.embargo().summary()).contains("not configured").contains("second");
        assertThat(home.sentTo(RITA)).isEmpty();
        Files.move(folder.resolve("second"), conf);
        home.restart();
        home.clock.move(Duration.ofHours(24));
        home.embargo().runDue();
        assertThat(home.sentTo(RITA)).hasSize(1);
        assertThat(home.sent).hasSizeGreaterThan(before + 1);
        assertThat(home.embargo().summary()).doesNotContain("not configured");
    }

    @Test
    void floodOfOneCaseShouldBeListedAndNothingElse() throws IOException {
        Certificate desk = home.deskCertificate();
        home.writeDesk(
                "example",
                TestHome.DESK,
                "PYCA",
                List.of(home.alice, home.bob),
                "receipt-delay = 0s\ncases-per-hour = 2\n");
        home.restart();
        home.sent.clear();
        home.receive(RITA, TestHome.DESK, TestHome.fields(RITA, "report") + "\r\nwords\r\n");
        Matcher token = TOKEN.matcher(text(home.sentTo(RITA).get(0)));
        assertThat(token.find()).isTrue();

        for (int i = 0; i < 5; i++) {
            home.receive(RITA, token.group(), TestHome.fields(RITA, "more " + i) + "\r\nfurther\r\n");
        }

        assertThat(home.sentTo(ALICE)).hasSize(3);
        home.clock.move(Duration.ofMinutes(15));
        home.embargo().runDue();
        assertThat(home.sentTo(ALICE)).hasSize(4);
        assertThat(bodies(desk).get(3)).contains("3 more mails came to this case");
        home.clock.move(Duration.ofHours(1));
        home.receive(RITA, token.group(), TestHome.fields(RITA, "later") + "\r\nfurther\r\n");
        assertThat(home.sentTo(ALICE)).hasSize(5);
    }

    private List<String> bodies(Certificate desk) {
        return home.sentTo(ALICE).stream()
                .map(mail -> home.alice
                        .read(mail.message(), desk, home.spools(), home.clock.instant())
                        .body()
                        .replaceAll("\\s+", " "))
                .toList();
    }

    private static String text(OutgoingMail mail) throws IOException {
        return new String(mail.message().bytes(), StandardCharsets.UTF_8);
    }
}
