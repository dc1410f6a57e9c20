package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.embargo.config.HoldFolder;
import org.embargo.config.Home;
import org.embargo.origin.NameServer;
import org.embargo.origin.SigningDomain;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways around an hour that passed, and around what keeps a post back: none of them publishes anything by itself. */
class MissedHourTest {

    private static final String LIST = "dev@lists.example";
    private static final Instant HOUR = TestHome.START.plus(Duration.ofDays(10));
    private static final String FIELDS = "/accept\n/title Buffer overflow in the parser\n"
            + "/affects >= 41.0.0, < 45.0.2\n/description\nA long certificate name overflows a buffer.\n/end\n"
            + "/remedy\nUpgrade.\n/end\n/patch none\n/advance none\n/disclose " + HOUR + "\n";

    @TempDir
    private Path folder;

    private final NameServer server = NameServer.start();
    private TestHome home;
    private CaseTalk talk;

    @BeforeEach
    void report() {
        home = TestHome.in(folder);
        home.ask(server);
        talk = CaseTalk.reported(home);
    }

    @AfterEach
    void stop() {
        home.close();
        server.close();
    }

    @Test
    void caseShouldNotBePostedByBeingReopenedAfterItsHour() {
        approved("/fixed none\n");
        talk.order(home.alice, "/close\n");
        talk.passTo(HOUR.plusSeconds(3600));
        home.sent.clear();

        talk.order(home.bob, "/reopen\n");
        home.embargo().runDue();

        assertThat(talk.transcript(home.bob)).contains("passed while it was closed");
        assertThat(home.sentTo(LIST)).isEmpty();
        home.sent.clear();
        talk.order(home.alice, "/publish\n");
        assertThat(home.sentTo(LIST)).hasSize(1);
    }

    @Test
    void postThatIsOrderedAfterItsHourShouldNotBeToldAsMissedBesides() {
        approved("/fixed none\n");
        talk.order(home.alice, "/hold\n");
        talk.passTo(HOUR.plusSeconds(60));
        home.sent.clear();
        talk.order(home.alice, "/resume\n");
        assertThat(talk.transcript(home.alice)).contains("has passed without a post");
        home.sent.clear();

        talk.order(home.bob, "/publish\n");

        assertThat(talk.transcript(home.bob)).contains("Next: disclosure").doesNotContain("has passed without a post");
    }

    @Test
    void caseThatIsReopenedBeforeItsHourShouldBePostedAtIt() {
        approved("/fixed none\n");
        talk.order(home.alice, "/close\n");
        talk.order(home.alice, "/reopen\n");

        talk.passTo(HOUR);

        assertThat(home.sentTo(LIST)).hasSize(1);
    }

    @Test
    void endOfAHoldOfAllShouldNotPostWhatWasHeldAtItsHour() throws IOException {
        approved("/fixed none\n");
        HoldFolder files = new HoldFolder(new Home(folder));
        files.hold(Optional.empty());

        talk.passTo(HOUR);
        assertThat(talk.bodies(home.bob)).anyMatch(body -> body.contains("did not become public at its hour"));
        files.lift(Optional.empty());
        talk.passTo(HOUR.plusSeconds(3600));

        assertThat(home.sentTo(LIST)).isEmpty();
    }

    @Test
    void leakedCaseThatWasHeldAtItsHourShouldTakeNoOtherHour() {
        approved("/fixed none\n");
        talk.order(home.alice, "/hold\n/leaked\n");
        talk.approve(home.alice);
        home.embargo().runDue();
        home.sent.clear();

        talk.order(home.alice, "/resume\n/disclose " + HOUR.plus(Duration.ofDays(1)) + "\n");

        assertThat(talk.transcript(home.alice))
                .startsWith("Not done")
                .contains("no other can be set", "Next: /publish; ");
        assertThat(home.sentTo(LIST)).isEmpty();
    }

    @Test
    void transcriptShouldNotPromiseAnHourThatWasMissed() {
        approved("/fixed none\n");
        talk.order(home.alice, "/hold\n");
        talk.passTo(HOUR);
        home.sent.clear();

        talk.order(home.alice, "/resume\n");

        assertThat(talk.transcript(home.alice))
                .contains("Next: /publish, or /disclose with another hour; Thu 2026-03-12 10:00 UTC has passed")
                .doesNotContain("Next: disclosure");
        home.sent.clear();
        talk.order(home.alice, "/disclose " + HOUR.plus(Duration.ofDays(1)) + "\n");
        assertThat(talk.transcript(home.alice)).contains("Next: disclosure on").doesNotContain("has passed without");
    }

    @Test
    void nothingShouldBePublishedWhileAllIsHeld() throws IOException {
        approved("/fixed 45.0.2\n");
        talk.passTo(HOUR);
        new HoldFolder(new Home(folder)).hold(Optional.empty());
        home.sent.clear();

        talk.order(home.alice, "/publish\n");
        home.embargo().runDue();

        assertThat(talk.transcript(home.alice)).startsWith("Not done").contains("embargo hold --off all");
        assertThat(home.sentTo(LIST)).isEmpty();
    }

    @Test
    void releaseThatIsToldAgainShouldNotBringBackAMissedPost() {
        approved("/fixed 45.0.2\n");
        talk.passTo(HOUR);
        talk.order(home.alice, "/hold\n");
        talk.order(home.alice, "/released 45.0.2 https://project.example/45.0.2\n");
        home.embargo().runDue();
        talk.order(home.alice, "/resume\n");
        home.clock.move(Duration.ofMinutes(1));

        talk.order(home.alice, "/released 45.0.2 https://project.example/45.0.2/\n");
        home.embargo().runDue();

        assertThat(home.sentTo(LIST)).isEmpty();
        talk.order(home.alice, "/publish\n");
        assertThat(home.sentTo(LIST)).hasSize(1);
    }

    @Test
    void letterAboutAPostThatDidNotGoShouldOfferOnlyWhatWorks() {
        approved("/fixed 45.0.2\n");
        talk.passTo(HOUR);
        talk.order(home.alice, "/title Another title\n");
        home.sent.clear();

        talk.order(home.alice, "/released 45.0.2 https://project.example/45.0.2\n");
        home.embargo().runDue();

        assertThat(talk.bodies(home.bob))
                .filteredOn(body -> body.contains("the post did not go"))
                .singleElement()
                .asString()
                .contains("/publish", "/preview", "were not approved")
                .doesNotContain("/disclose");
        home.sent.clear();
        talk.order(home.alice, "/disclose " + HOUR.plus(Duration.ofDays(1)) + "\n");
        assertThat(talk.transcript(home.alice)).startsWith("Not done");
        talk.approve(home.alice);
        talk.order(home.alice, "/publish\n");
        assertThat(home.sentTo(LIST)).hasSize(1);
    }

    @Test
    void postThatComesBackSignedByTheDomainOfTheListShouldBeConfirmed() {
        SigningDomain list = SigningDomain.of("lists.example").publishedAt(server);
        OutgoingMail post = posted();

        home.receive("dev-bounces@lists.example", "security+list@project.example", list.sign(throughList(post)));

        assertThat(talk.bodies(home.alice)).anyMatch(body -> body.contains("appeared on dev@lists.example"));
    }

    @Test
    void postThatComesBackSignedByAnotherDomainShouldOnlyBeSeen() {
        SigningDomain other = SigningDomain.of("other.example").publishedAt(server);
        OutgoingMail post = posted();

        home.receive("dev-bounces@lists.example", "security+list@project.example", other.sign(throughList(post)));

        assertThat(talk.bodies(home.alice)).anyMatch(body -> body.contains("without proof that the list sent it"));
    }

    @Test
    void clockThatIsLedAstrayInSmallStepsShouldStopThePost() {
        approved("/fixed none\n");
        talk.passTo(HOUR.minus(Duration.ofMinutes(8)));
        home.ticksStand();

        for (int steps = 0; steps < 3; steps++) {
            talk.passTo(home.clock.instant().plus(Duration.ofMinutes(4)));
        }

        assertThat(home.sentTo(LIST)).isEmpty();
        assertThat(talk.bodies(home.bob))
                .anyMatch(body -> body.contains("clock jumped") && body.contains("/resume clock TIME` with the right"));
    }

    @Test
    void hourThatALeakedCaseCannotHaveShouldBeRefused() {
        talk.order(home.alice, FIELDS + "/fixed none\n/leaked\n/hold\n");
        talk.approve(home.alice);
        home.embargo().runDue();
        home.sent.clear();

        talk.order(home.alice, "/disclose " + HOUR.plus(Duration.ofDays(1)) + "\n");

        assertThat(talk.transcript(home.alice)).startsWith("Not done").contains("/publish posts at once");
    }

    private OutgoingMail posted() {
        approved("/fixed none\n");
        talk.passTo(HOUR);
        OutgoingMail post = home.sentTo(LIST).get(0);
        home.sent.clear();
        return post;
    }

    private void approved(String more) {
        talk.order(home.alice, FIELDS + more);
        talk.approve(home.alice);
    }

    private static String throughList(OutgoingMail post) {
        return "List-Id: <dev.lists.example>\r\nPrecedence: list\r\n" + CaseTalk.text(post);
    }
}
