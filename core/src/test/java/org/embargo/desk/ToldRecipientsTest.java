package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.embargo.desk.NoticeDesk.HOUR;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.embargo.mail.Attachment;
import org.embargo.mail.OpenedMail;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens once the advance notices are out, on a real database and real keys. */
class ToldRecipientsTest {

    private static final Person ONE = BookMails.person("security@one.example");
    private static final Person TWO = BookMails.person("vendor@two.example");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Pattern UID = Pattern.compile("UID:([a-z2-7]{26})");

    @TempDir
    private Path folder;

    /** Over which the notices left, and a little more. */
    private static final Duration SPAN = Duration.ofMinutes(16);

    private NoticeDesk desk;
    private final Map<Person, OutgoingMail> notices = new HashMap<>();

    @BeforeEach
    void sendNotices() {
        desk = new NoticeDesk(folder, "", ONE, TWO);
        desk.approve();
        desk.runOverTheNotice();
        notices.put(ONE, desk.onlyTo(ONE));
        notices.put(TWO, desk.onlyTo(TWO));
        notices.put(desk.rita, desk.onlyTo(desk.rita));
        notices.values().forEach(mail -> desk.home.embargo().delivered(mail.id()));
        desk.home.sent.clear();
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void boardShouldTellWhatTheRelayHasTaken() {
        assertThat(desk.board())
                .contains("security@one.example: sent since")
                .contains("vendor@two.example: sent since");
    }

    @Test
    void answerOfAHumanShouldConfirmAndReachTheTeamAlone() {
        answer(ONE, ONE, "We have it.", "");

        assertThat(desk.toBob())
                .singleElement()
                .asString()
                .contains("he counts as having confirmed it")
                .contains("> We have it.")
                .doesNotContain("came in clear: what");
        assertThat(desk.home.sentTo("vendor@two.example")).isEmpty();
        assertThat(desk.home.sentTo("rita@reporter.example")).isEmpty();
        assertThat(desk.board())
                .contains("security@one.example: confirmed since")
                .contains("vendor@two.example: sent since");
    }

    @Test
    void exportShouldNameNoRecipient() throws IOException {
        answer(ONE, ONE, "We have it.", "");

        desk.order("/export\n");

        Attachment archive = desk.home.sentTo(BookMails.ALICE).stream()
                .map(mail -> desk.opened(desk.home.alice, mail))
                .flatMap(mail -> mail.attachments().stream())
                .filter(file -> file.name().text().endsWith(".tar.gz"))
                .findFirst()
                .orElseThrow();
        try (InputStream tar = new GZIPInputStream(archive.content().open())) {
            assertThat(new String(tar.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .contains("From: rita@reporter.example")
                    .doesNotContain("one.example")
                    .doesNotContain("two.example");
        }
    }

    @Test
    void automaticAnswerShouldNotConfirm() {
        answer(ONE, ONE, "I am away.", "Auto-Submitted: auto-replied\r\n");

        assertThat(desk.toBob()).singleElement().asString().contains("by a machine");
        assertThat(desk.board()).contains("security@one.example: sent since");
    }

    @Test
    void strangerWhoKnowsTheAddressShouldBeMarkedAndNotConfirm() {
        answer(BookMails.person("eve@elsewhere.example"), ONE, "We have it.", "");

        assertThat(desk.toBob())
                .singleElement()
                .asString()
                .contains("nothing says that it is his")
                .doesNotContain("he counts as");
        assertThat(desk.board()).contains("security@one.example: sent since");
    }

    @Test
    void answerInClearShouldBeShownAsAPossibleLeak() {
        String fields = TestHome.fields("security@one.example", "Re: [...]");
        desk.home.receive(
                "security@one.example", NoticeDesk.answerAddress(notice(ONE)), fields + "\r\nWe have it.\r\n");

        assertThat(desk.toBob())
                .singleElement()
                .asString()
                .contains("what it quotes may have leaked")
                .contains("he counts as having confirmed it");
    }

    @Test
    void silentRecipientShouldBeAskedOnceAndThenToldOf() {
        answer(ONE, ONE, "We have it.", "");

        desk.runTo(desk.now().plus(DAY).minus(SPAN), Duration.ofHours(6));
        assertThat(desk.toVendors()).isEmpty();
        desk.runTo(desk.now().plus(SPAN).plusSeconds(60), Duration.ofSeconds(60));
        assertThat(desk.home.sentTo("security@one.example")).isEmpty();
        OpenedMail asked = desk.opened(TWO, desk.onlyTo(TWO));
        assertThat(asked.body()).contains("Please reply to this mail");
        assertThat(asked.inner().inReplyTo()).hasSize(1);

        desk.runTo(desk.now().plus(DAY), Duration.ofHours(1));
        assertThat(desk.toVendors()).isEmpty();
        assertThat(desk.toBob()).anyMatch(body -> body.contains("vendor@two.example has not confirmed"));
        assertThat(desk.board()).contains("vendor@two.example: silent since");
    }

    @Test
    void movedDateShouldBeToldToRecipientsAndReporterTogether() {
        Instant later = HOUR.plus(DAY);
        desk.order("/disclose " + later + "\n");

        for (Person reader : notices.keySet()) {
            OpenedMail opened = desk.opened(reader, desk.onlyTo(reader));
            assertThat(opened.body()).contains("Fri 2026-03-13 10:00 UTC");
            assertThat(calendar(opened)).contains("SEQUENCE:1", "METHOD:PUBLISH", "DTSTART:20260313T100000Z");
            assertThat(uid(opened)).isEqualTo(uid(desk.opened(reader, notice(reader))));
        }
        assertThat(uid(desk.opened(ONE, notice(ONE)))).isNotEqualTo(uid(desk.opened(TWO, notice(TWO))));
    }

    @Test
    void dateThatIsTakenBackShouldCancelTheCalendarItem() {
        desk.order("/disclose none\n");

        for (Person reader : notices.keySet()) {
            OpenedMail opened = desk.opened(reader, desk.onlyTo(reader));
            assertThat(opened.body()).contains("There is no new hour yet");
            assertThat(calendar(opened)).contains("SEQUENCE:1", "METHOD:CANCEL");
        }
    }

    @Test
    void closedCaseShouldTellThemThatItsHourIsOffAndAReopenedOneThatItHolds() {
        desk.order("/close\nIt is none, after all.\n");

        for (Person reader : notices.keySet()) {
            OpenedMail opened = desk.opened(reader, desk.onlyTo(reader));
            assertThat(opened.body()).contains("There is no new hour yet");
            assertThat(calendar(opened)).contains("SEQUENCE:1", "METHOD:CANCEL");
        }
        desk.home.sent.clear();
        desk.order("/reopen\n");
        for (Person reader : notices.keySet()) {
            OpenedMail opened = desk.opened(reader, desk.onlyTo(reader));
            assertThat(opened.body()).contains("becomes public at another time");
            assertThat(calendar(opened)).contains("SEQUENCE:2", "METHOD:PUBLISH");
        }
    }

    @Test
    void newlyApprovedContentShouldGoToAllWhoHadTheNoticeAndTheReporter() {
        Person newcomer = BookMails.person("new@five.example");
        desk.add(newcomer);
        desk.order("/remedy\nUpgrade at once.\n");
        assertThat(desk.toVendors()).isEmpty();

        desk.approve();

        for (Person vendor : new Person[] {ONE, TWO}) {
            OpenedMail update = desk.opened(vendor, desk.onlyTo(vendor));
            assertThat(update.inner().subject().text()).contains(": update 1: ");
            assertThat(update.body()).contains("Upgrade at once.");
            assertThat(update.inner().inReplyTo())
                    .isEqualTo(List.of(desk.opened(vendor, notice(vendor))
                            .outer()
                            .messageId()
                            .orElseThrow()));
            assertThat(NoticeDesk.text(desk.onlyTo(vendor))).doesNotContain("In-Reply-To");
        }
        assertThat(desk.opened(desk.rita, desk.onlyTo(desk.rita))
                        .inner()
                        .subject()
                        .text())
                .endsWith("update 1");
        assertThat(desk.home.sentTo("new@five.example")).isEmpty();
    }

    @Test
    void whoIsRemovedForGoodShouldGetNothingMore() {
        desk.mails.order(desk.home.alice, "/recipient remove security@one.example\n");
        desk.mails.order(desk.home.alice, "/recipient remove vendor@two.example now\n");

        desk.order("/disclose " + HOUR.plus(DAY) + "\n");

        desk.onlyTo(ONE);
        assertThat(desk.home.sentTo("vendor@two.example")).isEmpty();
    }

    @Test
    void letterThatTheRelayPutsOffShouldComeBackAndBeAskedForAgain() {
        desk.home.reporting = false;
        desk.order("/disclose " + HOUR.plus(DAY) + "\n");
        OutgoingMail moved = desk.onlyTo(ONE);
        desk.home.embargo().bounced(moved.id(), "451");
        desk.order("/hold\n");

        desk.runTo(desk.now().plus(Duration.ofMinutes(10)), Duration.ofMinutes(1));
        assertThat(desk.home.sentTo("security@one.example")).isEmpty();

        desk.order("/resume\n");
        assertThat(desk.onlyTo(ONE).id()).isEqualTo(moved.id());
    }

    @Test
    void letterThatTellsAnOldDateShouldBeCalledOff() {
        desk.order("/disclose " + HOUR.plus(DAY) + "\n");
        desk.home.embargo().bounced(desk.onlyTo(ONE).id(), "451");
        desk.order("/disclose " + HOUR.plus(DAY.multipliedBy(2)) + "\n");

        desk.runTo(desk.now().plus(Duration.ofMinutes(10)), Duration.ofMinutes(1));

        assertThat(desk.home.sentTo("security@one.example")).isEmpty();
        assertThat(desk.toBob()).isEmpty();
    }

    @Test
    void noticeThatIsRefusedForGoodShouldStandOnTheBoard() {
        desk.home.embargo().bounced(notice(ONE).id(), "550");
        desk.home.embargo().runDue();

        assertThat(desk.toBob())
                .singleElement()
                .asString()
                .contains("security@one.example")
                .doesNotContain("vendor@two.example");
        assertThat(desk.board()).contains("security@one.example: bounced since");
    }

    private OutgoingMail notice(Person reader) {
        return Objects.requireNonNull(notices.get(reader), "a notice to everybody");
    }

    @Test
    void postShouldBeCopiedToEachWhoWasToldInTheFormOfANotice() {
        desk.mails.order(desk.home.alice, "/recipient remove vendor@two.example now\n");
        desk.order("/released 45.0.2 https://project.example/45.0.2\n");
        desk.runTo(NoticeDesk.HOUR.minusMillis(1), Duration.ofHours(12));
        desk.runTo(NoticeDesk.HOUR, Duration.ofHours(12));

        OpenedMail copy = desk.opened(ONE, desk.onlyTo(ONE));
        assertThat(copy.encrypted()).isTrue();
        assertThat(copy.body()).contains("It overflows.", "https://project.example/45.0.2");
        assertThat(copy.inner().subject().text()).contains(desk.caseId);
        assertThat(NoticeDesk.text(desk.onlyTo(ONE))).doesNotContain("PYCA-").doesNotContain("In-Reply-To");
        assertThat(desk.home.sentTo("vendor@two.example")).isEmpty();
    }

    private void answer(Person author, Person recipient, String text, String fields) {
        String all = fields + TestHome.fields(author.address().value(), "Re: [...]");
        desk.home.receive(
                author.address().value(),
                NoticeDesk.answerAddress(notice(recipient)),
                author.encrypted(desk.mails.desk(), all, text, false, desk.now()));
    }

    private static String calendar(OpenedMail opened) {
        return opened.attachments().stream()
                .filter(file -> file.mediaType().equals("text/calendar"))
                .map(file -> {
                    try {
                        return new String(file.content().bytes(), StandardCharsets.UTF_8);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .findFirst()
                .orElseThrow();
    }

    private static String uid(OpenedMail opened) {
        Matcher matcher = UID.matcher(calendar(opened));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
