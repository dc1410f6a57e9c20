package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.embargo.mail.OpenedMail;
import org.embargo.openpgp.Certificate;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock stood ahead for a while: nothing is late for it afterwards, and no secret is early. */
class ClockMovedBackTest {

    private static final String ALICE = "alice@project.example";
    private static final String RITA = "rita@reporter.example";
    /** Before any key was made, as a computer begins whose battery is empty. */
    private static final Duration LONG_AGO = Duration.ofDays(20_000);

    private static final Duration AHEAD = Duration.ofDays(3);

    @TempDir
    private Path folder;

    private TestHome home;

    @BeforeEach
    void start() {
        home = TestHome.in(folder);
        home.embargo().runDue();
        home.sent.clear();
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Test
    void letterThatWasPutOffShouldGoAtOnce() {
        ahead();
        home.reporting = false;
        report();
        OutgoingMail receipt = home.sentTo(RITA).get(0);
        home.embargo().bounced(receipt.id(), "451");

        back();

        assertThat(home.sentTo(RITA)).hasSize(2);
    }

    @Test
    void letterThatNoKeyCouldSignShouldGoWhenTheClockIsRight() {
        home.ticksStand();
        home.clock.move(LONG_AGO.negated());
        home.embargo().runDue();
        report();
        assertThat(home.sentTo(RITA)).isEmpty();

        home.clock.move(LONG_AGO);
        home.embargo().runDue();

        assertThat(home.sentTo(RITA)).hasSize(1);
        assertThat(bodies()).anyMatch(body -> body.contains("clock jumped"));
    }

    @Test
    void startBeforeWhatIsOnRecordShouldBeTold() {
        assertThat(toldAtAStart(Duration.ofDays(-1))).anyMatch(body -> body.contains("clock jumped"));
    }

    @Test
    void startWithinAWeekOfWhatIsOnRecordShouldNot() {
        assertThat(toldAtAStart(Duration.ofDays(7))).noneMatch(body -> body.contains("clock jumped"));
    }

    @Test
    void startMoreThanAWeekAfterWhatIsOnRecordShouldBeTold() {
        assertThat(toldAtAStart(Duration.ofDays(7).plusSeconds(1))).anyMatch(body -> body.contains("clock jumped"));
    }

    private List<String> toldAtAStart(Duration since) {
        home.clock.move(AHEAD);
        report();
        home.sent.clear();
        home.clock.move(since);
        home.restart();
        home.embargo().runDue();
        return bodies();
    }

    @Test
    void receiptThatWaitsShouldGoWithinItsDelay() {
        home.writeDesk(
                "example",
                TestHome.DESK,
                "PYCA",
                List.of(home.alice, home.bob),
                "receipt-delay = 2h\ndigest = Monday 10:00 UTC\n");
        home.restart();
        ahead();
        report();
        assertThat(home.sentTo(RITA)).isEmpty();

        back();
        home.clock.move(Duration.ofHours(2));
        home.embargo().runDue();

        assertThat(home.sentTo(RITA)).hasSize(1);
    }

    @Test
    void listOfNewCasesShouldNotWait() {
        home.writeDesk(
                "example",
                TestHome.DESK,
                "PYCA",
                List.of(home.alice, home.bob),
                "receipt-delay = 0s\ncases-per-hour = 1\n");
        home.restart();
        ahead();
        report();
        home.receive(RITA, TestHome.DESK, TestHome.fields(RITA, "another") + "\r\nwords\r\n");
        home.sent.clear();

        back();

        assertThat(home.sentTo(ALICE)).isNotEmpty();
        assertThat(subjects()).anyMatch(subject -> subject.contains("New cases"));
    }

    @Test
    void noticesShouldKeepTheTimesAtWhichTheyWereToLeave() {
        Person vendor = BookMails.person("security@vendor.example");
        try (NoticeDesk notices = new NoticeDesk(folder.resolve("notices"), "", vendor)) {
            notices.approve();
            notices.runTo(NoticeDesk.DUE.minus(Duration.ofMinutes(16)), Duration.ofHours(12));
            notices.runTo(NoticeDesk.DUE.minus(Duration.ofMinutes(15)).plusSeconds(1), Duration.ofSeconds(10));
            assertThat(notices.toVendors()).isEmpty();

            notices.home.ticksStand();
            notices.home.clock.move(Duration.ofHours(-1));
            notices.home.embargo().runDue();
            notices.order("/resume clock " + notices.now() + "\n");
            notices.home.clock.move(Duration.ofMinutes(4));
            notices.home.embargo().runDue();

            assertThat(notices.toVendors()).isEmpty();
        }
    }

    private void ahead() {
        home.ticksStand();
        home.clock.move(AHEAD);
        home.embargo().runDue();
        home.sent.clear();
    }

    private void back() {
        home.clock.move(AHEAD.negated());
        home.embargo().runDue();
    }

    private void report() {
        home.receive(RITA, TestHome.DESK, TestHome.fields(RITA, "one") + "\r\nwords\r\n");
    }

    private List<String> subjects() {
        return read().map(mail -> mail.inner().subject().text()).toList();
    }

    private List<String> bodies() {
        return read().map(mail -> mail.body().replaceAll("\\s+", " ")).toList();
    }

    private Stream<OpenedMail> read() {
        Certificate desk = home.deskCertificate();
        return home.sentTo(ALICE).stream()
                .map(mail -> home.alice.read(mail.message(), desk, home.spools(), home.clock.instant()));
    }
}
