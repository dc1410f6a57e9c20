package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.config.HoldFolder;
import org.embargo.config.Home;
import org.embargo.mail.OpenedMail;
import org.embargo.openpgp.Certificate;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of letters that the mail server could not deliver, or of which it says nothing. */
class DeliveryStoryTest {

    private static final String ALICE = "alice@project.example";
    private static final String BOB = "bob@project.example";
    private static final String RITA = "rita@reporter.example";
    private static final Pattern MESSAGE_ID = Pattern.compile("Message-ID: (\\S+)");

    @TempDir
    private Path folder;

    private TestHome home;
    private Certificate desk;

    @BeforeEach
    void start() {
        home = TestHome.in(folder);
        desk = home.deskCertificate();
        home.sent.clear();
        home.reporting = false;
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Test
    void letterToTheReporterShouldBeTriedOnceByTheServerAndThatToTheTeamPatiently() {
        report();

        assertThat(home.sentTo(RITA)).allMatch(OutgoingMail::once);
        assertThat(home.sentTo(ALICE)).noneMatch(OutgoingMail::once);
    }

    @Test
    void letterThatMayGoLaterShouldBeTriedAgainUnderItsMessageId() throws IOException {
        report();
        OutgoingMail first = home.sentTo(RITA).get(0);

        home.embargo().bounced(first.id(), "451");
        run(Duration.ofSeconds(9));
        assertThat(home.sentTo(RITA)).hasSize(1);
        run(Duration.ofSeconds(2));

        assertThat(home.sentTo(RITA)).hasSize(2);
        assertThat(messageId(home.sentTo(RITA).get(1))).isEqualTo(messageId(first));
        assertThat(bodies(home.bob)).noneMatch(body -> body.contains("came back"));
    }

    @Test
    void letterThatMayGoLaterShouldBeGivenUpAfterFourDaysAndTold() {
        report();

        for (int i = 0; i < 35; i++) {
            home.embargo().bounced(home.sentTo(RITA).get(i).id(), "400");
            run(Duration.ofHours(6));
        }

        assertThat(home.sentTo(RITA)).hasSize(35);
        assertThat(bodies(home.bob)).anyMatch(body -> body.contains("came back undelivered (receipt, 4.4.7)"));
    }

    @Test
    void letterThatWaitsForItsNextTryShouldBeStoppedByAHold() throws IOException {
        home.reporting = true;
        report();
        Matcher id = Pattern.compile("PYCA-2026-\\d+")
                .matcher(text(home.sentTo(ALICE).get(0)));
        assertThat(id.find()).isTrue();
        home.reporting = false;
        order(id.group(), "/reply\nwords\n");
        OutgoingMail reply = home.sentTo(RITA).get(1);
        home.embargo().bounced(reply.id(), "451");

        order(id.group(), "/hold\n");
        run(Duration.ofMinutes(1));

        assertThat(home.sentTo(RITA)).hasSize(2);
    }

    @Test
    void letterThatLayInTheQueueAtAStartShouldBeStoppedByAHold() throws IOException {
        home.receive(RITA, "security+key@project.example", TestHome.fields(RITA, "the key") + "\r\n");
        assertThat(home.sentTo(RITA)).hasSize(1);

        new HoldFolder(new Home(folder)).hold(Optional.empty());
        home.restart();
        run(Duration.ofMinutes(1));
        assertThat(home.sentTo(RITA)).hasSize(1);
        new HoldFolder(new Home(folder)).lift(Optional.empty());
        run(Duration.ofMinutes(1));

        assertThat(home.sentTo(RITA)).hasSize(2);
    }

    @Test
    void mailToTheTeamThatTheQueueLostShouldGoAgainAtAStart() throws IOException {
        report();
        OutgoingMail first = home.sentTo(ALICE).get(0);
        OutgoingMail kept = home.sentTo(BOB).get(0);
        home.queued.clear();
        home.queued.add(kept.id());

        home.restart();
        run(Duration.ZERO);

        assertThat(home.sentTo(ALICE)).hasSize(2).allMatch(mail -> mail.id().equals(first.id()));
        assertThat(home.sentTo(BOB)).hasSize(1);
    }

    @Test
    void letterOfWhichNobodyReportsShouldGoAgainAndBeTold() throws IOException {
        report();
        OutgoingMail first = home.sentTo(RITA).get(0);
        home.sent.clear();

        run(Duration.ofHours(2));

        assertThat(messageId(home.sentTo(RITA).get(0))).isEqualTo(messageId(first));
        assertThat(bodies(home.bob)).anyMatch(body -> body.contains("(receipt) is not known"));
        assertThat(home.sentTo(ALICE)).hasSize(1);
        run(Duration.ofDays(6));
        assertThat(bodies(home.bob)).anyMatch(body -> body.contains("(team-mail) is not known"));
    }

    @Test
    void teamMailThatWasTooLargeShouldComeWithoutItsFiles() throws IOException {
        report();
        OutgoingMail large = home.sentTo(ALICE).get(0);

        home.embargo().bounced(large.id(), "552");
        home.embargo().runDue();

        OutgoingMail small = home.sentTo(ALICE).get(1);
        OpenedMail opened = open(home.alice, small);
        assertThat(opened.attachments()).isEmpty();
        assertThat(opened.body()).contains("> words").contains("too large for a mail server");
        assertThat(messageId(small)).isEqualTo(messageId(large));
        assertThat(home.sentTo(BOB)).hasSize(1);
        home.embargo().bounced(small.id(), "552");
        home.embargo().runDue();
        assertThat(bodies(home.bob)).anyMatch(body -> body.contains("came back undelivered (team-mail, 552)"));
    }

    @Test
    void bounceOfALetterWithoutACaseShouldBeToldToTheRestOfTheTeam() {
        home.reporting = true;
        run(Duration.ofDays(8));
        OutgoingMail digest = home.sentTo(ALICE).get(0);

        home.embargo().bounced(digest.id(), "5.1.1");
        home.embargo().runDue();

        assertThat(bodies(home.bob)).anyMatch(body -> body.contains("A letter to " + ALICE + " came back undelivered"));
        assertThat(home.sentTo(ALICE)).hasSize(1);
    }

    @Test
    void bounceOfAnAnswerToAStrangerShouldNotBotherTheTeam() {
        home.receive(RITA, "security+key@project.example", TestHome.fields(RITA, "the key") + "\r\n");

        home.embargo().bounced(home.sentTo(RITA).get(0).id(), "5.1.1");
        home.embargo().runDue();

        assertThat(home.sentTo(BOB)).isEmpty();
    }

    private void report() {
        home.receive(RITA, TestHome.DESK, TestHome.fields(RITA, "report") + "\r\nwords\r\n");
    }

    private void run(Duration later) {
        home.clock.move(later);
        home.embargo().runDue();
    }

    private void order(String id, String text) {
        home.clock.move(Duration.ofSeconds(3));
        home.receive(
                ALICE,
                "security+" + id.toLowerCase(java.util.Locale.ROOT) + "@project.example",
                home.alice.encrypted(
                        desk,
                        TestHome.fields(ALICE, "about " + System.nanoTime()),
                        id + "\n" + text,
                        false,
                        home.clock.instant()));
    }

    private List<String> bodies(Person member) {
        return home.sentTo(member.address().value()).stream()
                .map(mail -> open(member, mail).body().replaceAll("\\s+", " "))
                .toList();
    }

    private OpenedMail open(Person member, OutgoingMail mail) {
        return member.read(mail.message(), desk, home.spools(), home.clock.instant());
    }

    private static String messageId(OutgoingMail mail) throws IOException {
        Matcher matcher = MESSAGE_ID.matcher(text(mail));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String text(OutgoingMail mail) throws IOException {
        return new String(mail.message().bytes(), StandardCharsets.UTF_8);
    }
}
