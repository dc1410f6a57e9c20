package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the hour of disclosure to the post that came back, and what keeps a case from being posted. */
class DisclosureStoryTest {

    private static final String LIST = "dev@lists.example";
    private static final Instant HOUR = TestHome.START.plus(Duration.ofDays(10));
    private static final String FIELDS = "/accept\n/title Buffer overflow in the parser\n/severity high\n"
            + "/cve CVE-2026-1234\n/affects >= 41.0.0, < 45.0.2\n/description\nA long certificate name overflows a buffer.\n"
            + "/end\n/remedy\nUpgrade.\n/end\n/patch none\n/credit Rita Reporter\n/advance none\n/disclose " + HOUR
            + "\n";

    @TempDir
    private Path folder;

    private TestHome home;
    private CaseTalk talk;

    @BeforeEach
    void report() {
        home = TestHome.in(folder);
        talk = CaseTalk.reported(home);
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Test
    void approvedCaseShouldBePostedAtItsHourAndNotBefore() {
        talk.order(home.alice, FIELDS + "/fixed none\n");
        talk.approve(home.alice);

        talk.passTo(HOUR.minusMillis(1));
        assertThat(home.sentTo(LIST)).isEmpty();
        talk.passTo(HOUR);

        OutgoingMail post = only(home.sentTo(LIST));
        assertThat(CaseTalk.text(post))
                .contains("Subject: [" + talk.caseId + "] Buffer overflow in the parser")
                .contains("multipart/signed")
                .doesNotContain("Auto-Submitted");
        assertThat(talk.lines(talk.rita, post))
                .contains("Rita Reporter")
                .contains("A long certificate name overflows a buffer.")
                .contains("2026-03-02: reported to us")
                .contains("2026-03-12: made public")
                .doesNotContain("\uE000");
        assertThat(home.sentTo(talk.rita.address().value()))
                .filteredOn(mail -> talk.lines(talk.rita, mail).contains("A long certificate name overflows"))
                .hasSize(1);
        assertThat(talk.bodies(home.bob)).anyMatch(body -> body.contains("it is public now"));
    }

    @Test
    void postThatTheRelayPutsOffShouldNotGoWhileTheCaseIsHeld() {
        talk.order(home.alice, FIELDS + "/fixed none\n");
        talk.approve(home.alice);
        home.reporting = false;
        talk.passTo(HOUR);
        OutgoingMail post = only(home.sentTo(LIST));
        home.embargo().bounced(post.id(), "451");
        talk.order(home.alice, "/hold\n");
        home.sent.clear();

        talk.passTo(HOUR.plus(Duration.ofMinutes(10)));
        assertThat(home.sentTo(LIST)).isEmpty();

        talk.order(home.alice, "/resume\n");
        assertThat(only(home.sentTo(LIST)).id()).isEqualTo(post.id());
    }

    @Test
    void postThatAListRefusedShouldGoThereAgainByPublish() {
        talk.order(home.alice, FIELDS + "/fixed none\n");
        talk.approve(home.alice);
        home.reporting = false;
        talk.passTo(HOUR);
        OutgoingMail refused = only(home.sentTo(LIST));
        home.embargo().bounced(refused.id(), "550");
        home.embargo().runDue();
        assertThat(talk.bodies(home.alice)).anyMatch(body -> body.contains("/publish sends it to that list alone"));
        home.sent.clear();

        talk.passTo(HOUR.plusSeconds(60));
        talk.order(home.alice, "/publish\n");
        home.embargo().runDue();
        OutgoingMail again = only(home.sentTo(LIST));
        assertThat(CaseTalk.text(again)).doesNotContain("[UPDATE]");
        assertThat(talk.lines(talk.rita, again)).contains("A long certificate name overflows a buffer.");
        assertThat(home.sentTo(talk.rita.address().value())).isEmpty();
        home.embargo().delivered(again.id());
        talk.passTo(HOUR.plusSeconds(120));
        home.sent.clear();
        talk.order(home.alice, "/publish\n");
        assertThat(talk.transcript(home.alice)).contains("has been posted already");
    }

    @Test
    void postShouldGoOnceWhateverIsDoneAgain() {
        talk.order(home.alice, FIELDS + "/fixed none\n");
        talk.approve(home.alice);
        talk.passTo(HOUR);

        home.restart();
        home.embargo().runDue();
        talk.passTo(HOUR.plus(Duration.ofDays(1)));

        assertThat(home.sentTo(LIST)).hasSize(1);
    }

    @Test
    void heldCaseShouldStayAsItIsAtItsHourAndTheTeamBeAsked() {
        talk.order(home.alice, FIELDS + "/fixed none\n");
        talk.approve(home.alice);
        talk.order(home.bob, "/hold\n");

        talk.passTo(HOUR);
        assertThat(talk.bodies(home.alice))
                .anyMatch(body -> body.contains("did not become public at its hour") && body.contains("was held"));
        talk.order(home.bob, "/resume\n");
        talk.passTo(HOUR.plusSeconds(3600));
        assertThat(home.sentTo(LIST)).isEmpty();

        home.sent.clear();
        talk.order(home.alice, "/publish\n");

        assertThat(talk.transcript(home.alice)).contains("It is posted now");
        assertThat(home.sentTo(LIST)).hasSize(1);
    }

    @Test
    void changedCaseShouldNotBePosted() {
        talk.order(home.alice, FIELDS + "/fixed none\n");
        talk.approve(home.alice);
        talk.passTo(HOUR.minusSeconds(60));
        talk.order(home.bob, "/title Another title\n");

        talk.passTo(HOUR);

        assertThat(home.sentTo(LIST)).isEmpty();
        assertThat(talk.bodies(home.alice)).anyMatch(body -> body.contains("were not approved"));
    }

    @Test
    void postShouldWaitForTheReleasesThatCarryTheFix() {
        talk.order(home.alice, FIELDS + "/fixed 45.0.2, 44.0.4\n");
        talk.approve(home.alice);
        talk.passTo(HOUR);
        assertThat(home.sentTo(LIST)).isEmpty();
        assertThat(talk.bodies(home.bob)).anyMatch(body -> body.contains("Wanted: 44.0.4"));

        home.sent.clear();
        talk.order(home.alice, "/released 45.0.2 https://project.example/45.0.2\n");
        assertThat(talk.transcript(home.alice))
                .contains("Still missing: 44.0.4", "Missing: the release 44.0.4, by /released.")
                .doesNotContain("the release 45.0.2", "next step");
        assertThat(home.sentTo(LIST)).isEmpty();
        talk.order(home.bob, "/released 44.0.4 https://project.example/44.0.4\n");

        assertThat(talk.lines(talk.rita, only(home.sentTo(LIST))))
                .contains("https://project.example/45.0.2")
                .contains("https://project.example/44.0.4");
    }

    @Test
    void publicationShouldBeRefusedBeforeTheHour() {
        talk.order(home.alice, FIELDS + "/fixed none\n");
        talk.approve(home.alice);

        talk.order(home.alice, "/publish\n");

        assertThat(talk.transcript(home.alice)).startsWith("Not done").contains("has not come");
        assertThat(home.sentTo(LIST)).isEmpty();
    }

    @Test
    void leakedCaseShouldBePostedAsSoonAsItIsApproved() {
        talk.order(home.alice, FIELDS + "/fixed none\n");
        home.sent.clear();
        talk.order(home.alice, "/leaked\n");
        assertThat(talk.bodies(home.bob)).anyMatch(body -> body.contains("Approval is wanted at once"));

        talk.order(home.bob, talk.preview(home.bob));
        home.embargo().runDue();

        assertThat(home.sentTo(LIST)).hasSize(1);
    }

    @Test
    void correctionShouldGoAsAnUpdateInTheThread() {
        talk.order(home.alice, FIELDS + "/fixed none\n");
        talk.approve(home.alice);
        talk.passTo(HOUR);
        OutgoingMail post = only(home.sentTo(LIST));
        talk.order(home.alice, "/workaround\nTurn it off.\n/end\n");
        talk.approve(home.alice);

        talk.order(home.alice, "/publish\n");

        OutgoingMail update = only(home.sentTo(LIST));
        assertThat(CaseTalk.text(update))
                .contains("[UPDATE] Buffer overflow")
                .contains("In-Reply-To: " + messageId(post));
    }

    @Test
    void postThatComesBackUnchangedFromAListHostShouldBeConfirmed() {
        home.writeDesk(
                "example",
                TestHome.DESK,
                "PYCA",
                List.of(home.alice, home.bob),
                "receipt-delay = 0s\nlist-hosts = 127.0.0.1\n");
        home.restart();
        OutgoingMail post = posted();

        home.receive("dev-bounces@lists.example", "security+list@project.example", throughList(post));

        assertThat(talk.bodies(home.alice)).anyMatch(body -> body.contains("appeared on dev@lists.example"));
        home.sent.clear();
        talk.passTo(HOUR.plus(Duration.ofHours(2)));
        assertThat(home.sent).isEmpty();
    }

    @Test
    void postThatComesBackChangedShouldOnlyBeSeen() {
        home.writeDesk(
                "example",
                TestHome.DESK,
                "PYCA",
                List.of(home.alice, home.bob),
                "receipt-delay = 0s\nlist-hosts = 127.0.0.1\n");
        home.restart();
        OutgoingMail post = posted();

        home.receive(
                "dev-bounces@lists.example",
                "security+list@project.example",
                throughList(post).replace("overflows a buffer", "overflows nothing"));

        assertThat(talk.bodies(home.alice)).anyMatch(body -> body.contains("without proof that the list sent it"));
    }

    @Test
    void postThatDoesNotComeBackShouldBeToldAfterAWhile() {
        posted();

        talk.passTo(HOUR.plus(Duration.ofMinutes(31)));

        assertThat(talk.bodies(home.bob)).anyMatch(body -> body.contains("It may wait in moderation there"));
    }

    @Test
    void wordsOfACaseOnTheListBeforeItsHourShouldBeToldAsALeak() {
        talk.order(home.alice, FIELDS + "/fixed none\n");
        home.sent.clear();

        home.receive(
                "x@elsewhere.example",
                "security+list@project.example",
                "List-Id: <dev.lists.example>\r\n" + CaseTalk.fields("x@elsewhere.example", "Did you hear")
                        + "\r\nof the buffer overflow in\r\nthe parser?\r\n");

        assertThat(talk.bodies(home.bob)).anyMatch(body -> body.contains("this may be a leak"));
    }

    @Test
    void clockThatJumpedShouldStopThePostUntilAMemberConfirmsTheTime() {
        talk.order(home.alice, FIELDS + "/fixed none\n");
        talk.approve(home.alice);

        home.ticksStand();
        talk.passTo(HOUR);
        assertThat(talk.bodies(home.bob)).anyMatch(body -> body.contains("clock jumped"));
        assertThat(home.sentTo(LIST)).isEmpty();
        home.sent.clear();
        talk.orderDesk(home.alice, "/resume clock " + HOUR.minus(Duration.ofDays(1)) + "\n");
        assertThat(talk.transcript(home.alice)).startsWith("Not done").contains("the server says");
        talk.orderDesk(home.bob, "/resume clock " + HOUR + "\n");
        home.embargo().runDue();

        assertThat(home.sentTo(LIST)).hasSize(1);
    }

    private OutgoingMail posted() {
        talk.order(home.alice, FIELDS + "/fixed none\n");
        talk.approve(home.alice);
        talk.passTo(HOUR);
        OutgoingMail post = only(home.sentTo(LIST));
        home.sent.clear();
        return post;
    }

    /** As a list passes it on. */
    private static String throughList(OutgoingMail post) {
        return "List-Id: <dev.lists.example>\r\nPrecedence: list\r\n" + CaseTalk.text(post);
    }

    private static String messageId(OutgoingMail mail) {
        return CaseTalk.text(mail).replaceAll("(?s).*\r\nMessage-ID: (<[^>]+>).*", "$1");
    }

    private static OutgoingMail only(List<OutgoingMail> mails) {
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }
}
