package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.embargo.desk.NoticeDesk.DUE;
import static org.embargo.desk.NoticeDesk.HOUR;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.embargo.mail.OpenedMail;
import org.embargo.openpgp.SignatureState;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the advance notices leave, and when they don't, on a real database and real keys. */
class NoticeStoryTest {

    private static final Person ONE = BookMails.person("security@one.example");
    private static final Person TWO = BookMails.person("vendor@two.example");
    private static final Person THREE = BookMails.person("psirt@three.example");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private NoticeDesk desk;

    @BeforeEach
    void start() {
        desk = new NoticeDesk(folder, "", ONE, TWO, THREE);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void noticesShouldLeaveWithinTheSpanThatEndsWhenTheyAreDue() {
        desk.approve();
        desk.runTo(DUE.minus(Duration.ofMinutes(15)).minusMillis(1), Duration.ofHours(12));
        assertThat(desk.home.sentTo("rita@reporter.example")).isEmpty();

        Map<OutgoingMail, Instant> left = desk.runTo(DUE, MINUTE);

        assertThat(desk.toVendors()).hasSize(3).allMatch(OutgoingMail::once);
        Instant first =
                desk.toVendors().stream().map(left::get).min(Instant::compareTo).orElseThrow();
        assertThat(left.get(desk.onlyTo(desk.rita))).isEqualTo(first);
        assertThat(desk.onlyTo(desk.rita).once()).isTrue();
        assertThat(desk.board()).contains("The case is notified.").contains("security@one.example: sent since");
    }

    @Test
    void noCopyShouldTellOfAnotherRecipient() {
        desk.approve();
        desk.runOverTheNotice();

        Set<String> ids = new HashSet<>();
        for (Person vendor : desk.vendors) {
            OutgoingMail mail = desk.onlyTo(vendor);
            OpenedMail opened = desk.opened(vendor, mail);
            assertThat(opened.encrypted()).isTrue();
            assertThat(opened.signature()).contains(SignatureState.GOOD);
            assertThat(opened.inner().subject().text())
                    .isEqualTo("TLP:AMBER+STRICT " + desk.caseId + ": Overflow in the parser");
            assertThat(opened.body()).startsWith("TLP:AMBER+STRICT").contains("It overflows.", "Upgrade.");
            assertThat(NoticeDesk.text(mail)).doesNotContain("PYCA-").doesNotContain("In-Reply-To");
            String all = NoticeDesk.text(mail) + opened.body();
            Stream.of(ONE, TWO, THREE).filter(other -> other != vendor).forEach(other -> assertThat(all)
                    .doesNotContain(other.address().value())
                    .doesNotContain(other.address().domain()));
            ids.add(opened.outer().messageId().orElseThrow().value());
            ids.add(NoticeDesk.answerAddress(mail));
            ids.add(mail.envelopeSender().orElseThrow().value());
        }
        assertThat(ids).hasSize(9);
    }

    @Test
    void reporterShouldLearnTheDateEncrypted() {
        desk.approve();
        desk.runOverTheNotice();

        OpenedMail opened = desk.opened(desk.rita, desk.onlyTo(desk.rita));

        assertThat(opened.encrypted()).isTrue();
        assertThat(opened.body()).contains("Thu 2026-03-12 10:00 UTC").contains("credit: none");
        assertThat(opened.attachments()).anyMatch(file -> file.mediaType().equals("text/calendar"));
    }

    @Test
    void noticesThatCameDueWhileTheServerWasDownShouldLeaveWhenItIsBack() {
        desk.approve();
        Duration down = Duration.between(desk.now(), DUE).plus(Duration.ofHours(30));
        desk.home.clock.move(down);
        desk.home.restart();
        desk.home.sent.clear();

        desk.home.embargo().runDue();
        desk.runTo(desk.now().plus(Duration.ofMinutes(15)), MINUTE);

        desk.vendors.forEach(desk::onlyTo);
        desk.onlyTo(desk.rita);
    }

    @Test
    void noticeThatIsNotApprovedShouldStandOverdueAndGoWhenItIs() {
        desk.runTo(DUE.plus(Duration.ofHours(1)), Duration.ofHours(1));

        assertThat(desk.toVendors()).isEmpty();
        assertThat(desk.home.sentTo("rita@reporter.example")).isEmpty();
        assertThat(desk.toBob())
                .filteredOn(body -> body.contains("the advance notice"))
                .hasSize(26)
                .allMatch(body -> body.contains("0 of 1 members have approved"));
        assertThat(desk.board()).contains("late by 60 minutes");

        desk.approve();
        desk.runTo(desk.now().plus(Duration.ofMinutes(15)), MINUTE);
        desk.vendors.forEach(desk::onlyTo);
    }

    @Test
    void approvalThatFallsTheMinuteBeforeShouldKeepTheNoticeBack() {
        desk.approve();
        desk.runTo(DUE.minus(Duration.ofMinutes(16)), Duration.ofHours(12));
        desk.order("/remedy\nUpgrade at once.\n");

        desk.runTo(DUE.plus(Duration.ofMinutes(1)), MINUTE);

        assertThat(desk.toVendors()).isEmpty();
        assertThat(desk.toBob()).anyMatch(body -> body.contains("the advance notice"));
        desk.approve();
        desk.runTo(desk.now().plus(Duration.ofMinutes(15)), MINUTE);
        assertThat(desk.opened(ONE, desk.onlyTo(ONE)).body()).contains("Upgrade at once.");
    }

    @Test
    void approvalThatFallsAmidTheSpanShouldKeepBackWhatHasNotLeft() {
        desk.approve();
        desk.runTo(DUE.minus(Duration.ofMinutes(15)), Duration.ofHours(12));
        desk.order("/remedy\nUpgrade at once.\n");

        desk.runTo(DUE.plus(Duration.ofMinutes(5)), MINUTE);

        assertThat(desk.toVendors()).isEmpty();
        assertThat(desk.toBob()).anyMatch(body -> body.contains("What was approved is not what would go out now"));
        desk.approve();
        for (Person vendor : desk.vendors) {
            assertThat(desk.opened(vendor, desk.onlyTo(vendor)).body()).contains("Upgrade at once.");
        }
    }

    @Test
    void holdShouldStopTheNoticeAndItsEndLetItGo() {
        desk.approve();
        desk.order("/hold\n");

        desk.runOverTheNotice();

        assertThat(desk.toVendors()).isEmpty();
        assertThat(desk.toBob()).anyMatch(body -> body.contains("/resume ends that"));
        desk.order("/resume\n");
        desk.runTo(desk.now().plus(Duration.ofMinutes(15)), MINUTE);
        desk.vendors.forEach(desk::onlyTo);
    }

    @Test
    void holdAmidTheSpanShouldStopWhatHasNotLeft() {
        desk.approve();
        desk.runTo(DUE.minus(Duration.ofMinutes(15)), Duration.ofHours(12));
        desk.order("/hold\n");

        desk.runTo(DUE.plus(Duration.ofHours(1)), MINUTE);

        assertThat(desk.toVendors()).isEmpty();
        assertThat(desk.home.sentTo("rita@reporter.example")).isEmpty();
    }

    @Test
    void dateThatMovesBeforeTheNoticeShouldMoveTheNotice() {
        desk.approve();
        desk.order("/disclose " + HOUR.plus(Duration.ofDays(2)) + "\n");
        desk.approve();

        desk.runOverTheNotice();
        assertThat(desk.toVendors()).isEmpty();

        desk.runTo(DUE.plus(Duration.ofDays(2)), Duration.ofMinutes(10));
        desk.vendors.forEach(desk::onlyTo);
    }

    @Test
    void hourThatMovesAwayAndBackAmidTheSpanShouldLeaveNobodyWithout() {
        desk.approve();
        desk.runTo(DUE.minus(Duration.ofMinutes(15)), Duration.ofHours(12));
        desk.order("/disclose " + HOUR.plus(Duration.ofDays(1)) + "\n");
        desk.runTo(DUE.plus(Duration.ofMinutes(5)), MINUTE);
        assertThat(desk.toVendors()).isEmpty();

        desk.order("/disclose " + HOUR + "\n");
        desk.approve();

        desk.runTo(DUE.plus(Duration.ofHours(1)), MINUTE);
        assertThat(desk.board()).doesNotContain("waiting");
    }

    @Test
    void recipientWithoutUsableCertificateShouldGetNothingAndTheTeamHear() {
        Person expiring = Person.at("late@four.example", TestHome.START.minusSeconds(86_400), Duration.ofDays(3));
        desk.add(expiring);
        desk.approve();

        desk.runOverTheNotice();

        assertThat(desk.home.sentTo("late@four.example")).isEmpty();
        assertThat(desk.toVendors()).hasSize(3);
        assertThat(desk.toBob()).anyMatch(body -> body.contains("late@four.example gets no notice"));
        assertThat(desk.board()).contains("late@four.example: got none");
    }

    @Test
    void pausedRecipientShouldLearnNothing() {
        desk.mails.order(desk.home.alice, "/recipient pause vendor@two.example\n");
        desk.approve();

        desk.runOverTheNotice();

        assertThat(desk.home.sentTo("vendor@two.example")).isEmpty();
        assertThat(desk.toVendors()).hasSize(2);
    }

    @Test
    void recipientWhoIsRemovedAmidTheSpanShouldGetNothing() {
        desk.approve();
        desk.runTo(DUE.minus(Duration.ofMinutes(15)), Duration.ofHours(12));
        desk.mails.order(desk.home.alice, "/recipient remove vendor@two.example\n");

        desk.runTo(DUE.plus(Duration.ofMinutes(5)), MINUTE);

        assertThat(desk.home.sentTo("vendor@two.example")).isEmpty();
        assertThat(desk.toVendors()).hasSize(2);
        assertThat(desk.toBob()).anyMatch(body -> body.contains("vendor@two.example (advance-notice) was called off"));
    }

    @Test
    void noNoticeShouldTellTheReporterAlone() {
        desk.order("/advance none\n");
        desk.approve();

        desk.runOverTheNotice();

        assertThat(desk.toVendors()).isEmpty();
        desk.onlyTo(desk.rita);
    }

    @Test
    void listShouldBeToldThoughTheReporterWasToldAloneBefore() {
        desk.order("/advance none\n");
        desk.approve();
        desk.runOverTheNotice();
        desk.onlyTo(desk.rita);

        desk.order("/advance 2d\n");
        assertThat(desk.mails.transcript(desk.home.alice)).contains("advance notice is due on Tue 2026-03-10");
        desk.approve();
        desk.runTo(HOUR.minus(Duration.ofDays(2)).plus(MINUTE), Duration.ofMinutes(5));

        desk.vendors.forEach(desk::onlyTo);
        assertThat(desk.home.sentTo("rita@reporter.example")).isEmpty();
        assertThat(desk.board()).contains("3 recipients have one");
    }

    @Test
    void reporterWhoseDateNoticeHadNotLeftShouldBeToldWithTheList() {
        desk.order("/advance none\n");
        desk.approve();
        desk.runTo(DUE.minus(Duration.ofMinutes(15)), Duration.ofHours(12));
        desk.order("/advance 2d\n");
        desk.approve();

        desk.runTo(HOUR.minus(Duration.ofDays(2)).plus(MINUTE), Duration.ofMinutes(10));

        desk.vendors.forEach(desk::onlyTo);
        assertThat(desk.opened(desk.rita, desk.onlyTo(desk.rita)).body()).contains("Thu 2026-03-12 10:00 UTC");
    }

    @Test
    void workersThatComeAtOnceShouldDecideTheNoticesOnce() {
        desk.approve();
        desk.runTo(DUE.minus(Duration.ofMinutes(16)), Duration.ofHours(12));
        desk.home.clock.move(Duration.ofMinutes(20));
        desk.home.sent.clear();

        List<CompletableFuture<Void>> workers = Stream.generate(() ->
                        CompletableFuture.runAsync(() -> desk.home.embargo().runDue()))
                .limit(4)
                .toList();
        workers.forEach(CompletableFuture::join);
        desk.runTo(desk.now().plus(Duration.ofMinutes(15)), MINUTE);

        assertThat(desk.board()).contains("3 recipients have one");
    }

    @Test
    void noticeThatIsDueAtOnceShouldLeaveWhenItIsApproved() {
        desk.order("/advance now\n");
        desk.runTo(desk.now().plus(Duration.ofHours(3)), Duration.ofHours(1));
        assertThat(desk.toVendors()).isEmpty();
        assertThat(desk.toBob())
                .filteredOn(body -> body.contains("the advance notice"))
                .hasSize(3);

        desk.approve();
        desk.runTo(desk.now().plus(Duration.ofMinutes(15)), MINUTE);

        desk.vendors.forEach(desk::onlyTo);
        desk.onlyTo(desk.rita);
    }

    @Test
    void dateNoticeThatHasNotLeftShouldWaitForSureOnceItsReportLiesInAnotherCase() {
        desk.approve();
        desk.runTo(DUE.minus(Duration.ofMinutes(15)), Duration.ofHours(12));
        Person thief = BookMails.person("thief@elsewhere.example");
        String stolen = desk.report.replaceFirst(
                "From: \\S+", "From: " + thief.address().value());
        desk.home.receive(thief.address().value(), TestHome.DESK, stolen);

        desk.runTo(DUE.plus(MINUTE), MINUTE);
        assertThat(desk.toVendors()).hasSize(3);
        assertThat(desk.home.sentTo("rita@reporter.example")).isEmpty();
        assertThat(desk.toBob()).filteredOn(body -> body.contains("added sure")).hasSize(1);
        desk.order("/retry\n");
        assertThat(desk.home.sentTo("rita@reporter.example")).isEmpty();

        desk.order("/reply sure\nThe hour comes.\n");

        assertThat(desk.home.sentTo("rita@reporter.example"))
                .extracting(mail -> desk.opened(desk.rita, mail).body())
                .anyMatch(body -> body.contains("The hour comes."))
                .anyMatch(body -> body.contains("Thu 2026-03-12 10:00 UTC"));
        assertThat(desk.home.sentTo("thief@elsewhere.example")).isEmpty();
    }

    @Test
    void reporterWhoseMessageLiesInAnotherCaseShouldBeToldWhenAMemberIsSure() {
        Person thief = BookMails.person("thief@elsewhere.example");
        String stolen = desk.report.replaceFirst(
                "From: \\S+", "From: " + thief.address().value());
        desk.home.receive(thief.address().value(), TestHome.DESK, stolen);
        desk.approve();

        desk.runOverTheNotice();

        assertThat(desk.toVendors()).hasSize(3);
        assertThat(desk.home.sentTo("rita@reporter.example")).isEmpty();
        assertThat(desk.toBob()).filteredOn(body -> body.contains("added sure")).hasSize(1);

        desk.order("/reply sure\nThe hour comes.\n");

        assertThat(desk.home.sentTo("rita@reporter.example"))
                .extracting(mail -> desk.opened(desk.rita, mail).body())
                .anyMatch(body -> body.contains("Thu 2026-03-12 10:00 UTC"));
        assertThat(desk.home.sentTo("thief@elsewhere.example")).isEmpty();
    }
}
