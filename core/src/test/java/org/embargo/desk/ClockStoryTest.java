package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.embargo.mail.OpenedMail;
import org.embargo.model.Address;
import org.embargo.openpgp.Certificate;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the clock tells the team, on a real database and real keys; only the time is moved. */
class ClockStoryTest {

    private static final String RITA = "rita@reporter.example";
    private static final String ALICE = "alice@project.example";
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (<[^>]+>)");
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path folder;

    private TestHome home;
    private Certificate desk;

    @BeforeEach
    void start() {
        home = TestHome.in(folder);
        desk = home.deskCertificate();
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Test
    void teamShouldBeRemindedUntilAHumanAnswers() {
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow"));
        OutgoingMail first = lastToAlice();

        assertThat(sentWithin(DAY.minusSeconds(1))).isZero();
        assertThat(sentWithin(Duration.ofSeconds(1))).isEqualTo(1);
        assertThat(subject()).contains("Answer due in 24 hours");
        assertThat(body()).contains("due Wed 2026-03-04 10:00 UTC: in 24 hours");
        assertThat(text(lastToAlice()))
                .contains("In-Reply-To: " + messageId(first))
                .contains("auto-generated");
        assertThat(home.sentTo("bob@project.example")).hasSize(2);
        assertThat(home.sentTo(RITA)).hasSize(1);

        assertThat(sentWithin(Duration.ofHours(16))).isEqualTo(1);
        assertThat(subject()).contains("in 8 hours");
        assertThat(sentWithin(Duration.ofHours(8))).isEqualTo(1);
        assertThat(sentWithin(DAY)).isEqualTo(1);
        assertThat(body()).contains("late by 24 hours").contains("next reminder comes Fri 2026-03-06 10:00 UTC");
        assertThat(sentWithin(DAY)).isEqualTo(1);
    }

    @Test
    void automaticAndUnreadableReportsShouldCountToo() {
        home.receive("", TestHome.DESK, plain(RITA, "automatic"));
        Person rita = Person.at(RITA, TestHome.START.minusSeconds(60));
        home.receive(
                RITA,
                TestHome.DESK,
                rita.encrypted(
                        rita.certificate(), TestHome.fields(RITA, "unreadable"), "x", true, home.clock.instant()));

        assertThat(sentWithin(DAY)).isEqualTo(2);
    }

    @Test
    void floodedTeamShouldGetOneListInsteadOfAReminderForEach() {
        configure("cases-per-hour = 2\n", home.alice, home.bob);
        for (int i = 0; i < 5; i++) {
            home.receive(RITA, TestHome.DESK, plain(RITA, "number " + i));
        }
        sentWithin(Duration.ofMinutes(15));
        home.clock.move(DAY.minusMinutes(15));
        home.sent.clear();

        assertThat(sentWithin(Duration.ZERO)).isEqualTo(2);
        assertThat(sentWithin(Duration.ofMinutes(15))).isEqualTo(1);
        assertThat(subject()).isEqualTo("Cases that wait for an answer: 5");
    }

    @Test
    void remindersMissedWhileDownShouldBeToldOnceAtStart() {
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow"));
        home.sent.clear();

        home.clock.move(Duration.ofHours(51));
        home.restart();
        home.embargo().runDue();

        assertThat(home.sentTo(ALICE)).hasSize(1);
        assertThat(subject()).contains("Answer late by 3 hours");
        assertThat(body()).contains("This reminder was due Tue 2026-03-03 10:00 UTC");
        home.restart();
        home.embargo().runDue();
        assertThat(home.sentTo(ALICE)).hasSize(1);
        assertThat(sentWithin(Duration.ofHours(21))).isEqualTo(1);
    }

    @Test
    void clocksShouldRunInSecondsWhereTheDeskSaysSo() {
        configure("acknowledge-within = 6s\n", home.alice, home.bob);
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow"));
        home.sent.clear();

        assertThat(sentWithin(Duration.ofSeconds(2))).isZero();
        assertThat(sentWithin(Duration.ofSeconds(1))).isEqualTo(1);
        assertThat(sentWithin(Duration.ofSeconds(2))).isEqualTo(1);
        assertThat(body()).contains("2026-03-02 10:00:06 UTC: in 1 second");
        assertThat(sentWithin(Duration.ofSeconds(1))).isEqualTo(1);
        assertThat(sentWithin(Duration.ofSeconds(3))).isEqualTo(1);
        assertThat(body()).contains("late by 3 seconds");
    }

    @Test
    void digestShouldNameWhatIsOpenAndLate() {
        home.receive(RITA, TestHome.DESK, plain(RITA, "overflow"));
        home.clock.move(Duration.ofDays(5));
        home.receive(RITA, TestHome.DESK, plain(RITA, "another"));
        home.sent.clear();

        assertThat(sentWithin(Duration.ofDays(1).plusHours(22))).isEqualTo(3);
        OpenedMail digest = digest();

        assertThat(digest.inner().subject().text()).isEqualTo("Open cases: 2, late: 1");
        assertThat(digest.outer().subject().text()).doesNotContain("Open");
        assertThat(digest.body().replaceAll("\\s+", " "))
                .containsPattern("PYCA-2026-\\d+, reported, 6 days old: answer the reporter by"
                        + " Wed 2026-03-04 10:00 UTC, late by 4 days")
                .contains("in 2 hours")
                .contains("new reports: 2")
                .containsPattern("Newest line: \\d+ [0-9A-Za-z+/=_-]{32,}");
    }

    @Test
    void damagedCaseShouldKeepBackNoDigestAndNoOtherReminder() throws Exception {
        Person rita = Person.at(RITA, TestHome.START.minusSeconds(60), Duration.ofDays(40));
        String mail = rita.encrypted(desk, TestHome.fields(RITA, "one"), "x", true, home.clock.instant());
        home.receive(RITA, TestHome.DESK, mail);
        damageAllCases();
        home.receive(RITA, TestHome.DESK, plain(RITA, "another"));
        home.sent.clear();

        assertThat(sentWithin(DAY)).isEqualTo(1);
        sentWithin(Duration.ofDays(5).plusHours(22));
        assertThat(digest().body().replaceAll("\\s+", " "))
                .containsPattern("PYCA-2026-\\d+: its journal is damaged")
                .containsPattern("PYCA-2026-\\d+, reported, 6 days old");
    }

    @Test
    void digestShouldSayThatNothingArrived() {
        Duration toMonday = Duration.ofDays(6).plusHours(22);
        sentWithin(toMonday);
        assertThat(sentWithin(Duration.ofDays(7))).isEqualTo(1);

        assertThat(subject()).isEqualTo("No open cases");
        assertThat(body()).contains("Nothing arrived since Mon 2026-03-09 08:00");
    }

    @Test
    void digestMissedWhileDownShouldBeSentOnceAndSaySo() {
        home.clock.move(Duration.ofDays(6).plusHours(23));
        home.restart();
        home.embargo().runDue();
        home.embargo().runDue();

        assertThat(home.sentTo(ALICE)).hasSize(1);
        assertThat(body()).contains("It was due Mon 2026-03-09 08:00 UTC");
        assertThat(home.embargo().nextDue()).isPresent();
        home.sent.clear();
        assertThat(sentWithin(Duration.ofDays(6).plusHours(23))).isEqualTo(1);
    }

    @Test
    void certificateNearItsEndShouldBeToldOnceForEachThreshold() {
        Person bob = Person.at("bob@project.example", TestHome.START, Duration.ofDays(31));
        configure("", home.alice, bob);

        assertThat(subjects(sentOn(Duration.ofDays(0)))).containsExactly("Certificates near their end");
        assertThat(body().replaceAll("\\s+", " "))
                .contains("Of bob@project.example,")
                .contains("ends Thu 2026-04-02 10:00 UTC, in 31 days");
        home.restart();
        assertThat(sentOn(Duration.ZERO)).isEmpty();
        assertThat(subjects(sentOn(DAY))).containsExactly("Certificates near their end");
        int told = 0;
        for (int day = 2; day <= 31; day++) {
            told += (int) subjects(sentOn(DAY)).stream()
                    .filter("Certificates near their end"::equals)
                    .count();
        }
        assertThat(told).isEqualTo(2);
    }

    @Test
    void certificateThatHasEndedShouldBeToldAtStartAndWeekly() {
        Person bob = Person.at("bob@project.example", TestHome.START.minus(DAY), Duration.ofHours(1));
        configure("", home.alice, bob);

        assertThat(subjects(sentOn(Duration.ZERO))).containsExactly("Certificates near their end");
        assertThat(body().replaceAll("\\s+", " "))
                .contains("Of bob@project.example,")
                .contains("can't be used now");
        home.restart();
        assertThat(sentOn(Duration.ZERO)).isEmpty();
        int told = 0;
        for (int day = 1; day <= 14; day++) {
            told += (int) subjects(sentOn(DAY)).stream()
                    .filter("Certificates near their end"::equals)
                    .count();
        }
        assertThat(told).isEqualTo(1);
    }

    @Test
    void reportersCertificateNearItsEndShouldBeTold() {
        Person rita = Person.at(RITA, TestHome.START.minusSeconds(60), Duration.ofDays(8));
        home.receive(
                RITA,
                TestHome.DESK,
                rita.encrypted(desk, TestHome.fields(RITA, "one"), "x", true, home.clock.instant()));
        home.sent.clear();

        List<OutgoingMail> sent = sentOn(DAY);

        assertThat(subjects(sent)).contains("Certificates near their end");
        assertThat(sent.stream().map(this::read).map(OpenedMail::body))
                .anySatisfy(body ->
                        assertThat(body.replaceAll("\\s+", " ")).containsPattern("Of the reporter of PYCA-2026-\\d+,"));
    }

    /** As somebody would who has the database and not the sealing secret. */
    private void damageAllCases() throws SQLException {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName(folder.resolve("database").toString());
        try (Connection connection = derby.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE journal SET recorded = recorded + 1 WHERE case_id LIKE 'PYCA-2026-%' AND case_version = 1");
        }
    }

    private void configure(String more, Person... team) {
        home.writeDesk("example", TestHome.DESK, "PYCA", List.of(team), "receipt-delay = 0s\n" + more);
        home.restart();
        home.sent.clear();
    }

    /** How many mails Alice gets in the time. */
    private int sentWithin(Duration time) {
        return sentOn(time).size();
    }

    private List<OutgoingMail> sentOn(Duration time) {
        int before = home.sentTo(ALICE).size();
        home.clock.move(time);
        home.embargo().runDue();
        List<OutgoingMail> all = home.sentTo(ALICE);
        return all.subList(before, all.size());
    }

    private List<String> subjects(List<OutgoingMail> mails) {
        return mails.stream().map(mail -> read(mail).inner().subject().text()).toList();
    }

    private OpenedMail digest() {
        return home.sentTo(ALICE).stream()
                .map(this::read)
                .filter(mail -> mail.inner().subject().text().startsWith("Open cases"))
                .findFirst()
                .orElseThrow();
    }

    private String subject() {
        return read(lastToAlice()).inner().subject().text();
    }

    private String body() {
        OpenedMail mail = read(lastToAlice());
        assertThat(mail.encrypted()).isTrue();
        return mail.body();
    }

    private OpenedMail read(OutgoingMail mail) {
        Instant now = home.clock.instant();
        return home.alice.read(mail.message(), desk, home.spools(), now);
    }

    private OutgoingMail lastToAlice() {
        List<OutgoingMail> all = home.sentTo(ALICE);
        assertThat(all).isNotEmpty();
        assertThat(all.get(all.size() - 1).recipient()).isEqualTo(new Address(ALICE));
        return all.get(all.size() - 1);
    }

    private static String messageId(OutgoingMail mail) {
        Matcher matcher = MESSAGE_ID.matcher(text(mail));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String text(OutgoingMail mail) {
        try {
            return new String(mail.message().bytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String from, String subject) {
        return TestHome.fields(from, subject) + "\r\ntext\r\n";
    }
}
