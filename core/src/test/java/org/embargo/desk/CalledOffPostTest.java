package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posts in whose place other content is approved before they have left: what was not out goes once, and nothing twice. */
class CalledOffPostTest {

    private static final String LIST = "dev@lists.example";
    private static final String OTHER = "announce@lists.example";
    private static final Instant HOUR = TestHome.START.plus(Duration.ofDays(10));
    private static final String TITLE = "/title Buffer overflow in the parser\n";
    private static final String FIELDS = "/accept\n" + TITLE
            + "/affects >= 41.0.0, < 45.0.2\n/description\nA long certificate name overflows a buffer.\n/end\n"
            + "/remedy\nUpgrade.\n/end\n/patch none\n/advance none\n/disclose " + HOUR + "\n/fixed none\n";

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
    void postInWhosePlaceOtherContentIsApprovedShouldBeCalledOffAndTold() {
        approved();
        home.reporting = false;
        talk.passTo(HOUR);
        home.embargo().bounced(home.sentTo(LIST).get(0).id(), "451");
        talk.order(home.alice, "/title Another title\n");
        talk.approve(home.alice);

        talk.passTo(HOUR.plus(Duration.ofMinutes(2)));

        assertThat(home.sentTo(LIST)).isEmpty();
        assertThat(talk.bodies(home.bob))
                .anyMatch(body -> body.contains("The post to dev@lists.example was called off"));

        home.reporting = true;
        talk.order(home.alice, "/publish\n");
        assertThat(CaseTalk.text(home.sentTo(LIST).get(0)))
                .contains("Another title")
                .doesNotContain("[UPDATE]")
                .doesNotContain("In-Reply-To");
        home.sent.clear();

        talk.order(home.alice, "/title A third title\n");
        talk.approve(home.alice);
        talk.order(home.alice, "/publish\n");
        assertThat(CaseTalk.text(home.sentTo(LIST).get(0))).contains("[UPDATE]").contains("In-Reply-To");
    }

    @Test
    void postThatWasCalledOffShouldGoWhenTheSameIsApprovedAgain() {
        approved();
        home.reporting = false;
        talk.passTo(HOUR);
        home.embargo().bounced(home.sentTo(LIST).get(0).id(), "451");
        talk.order(home.alice, "/title Another title\n");
        talk.approve(home.alice);
        talk.passTo(HOUR.plus(Duration.ofMinutes(2)));
        talk.order(home.alice, TITLE);
        talk.approve(home.alice);
        home.sent.clear();

        talk.order(home.alice, "/publish\n");

        assertThat(home.sentTo(LIST)).hasSize(1);
    }

    @Test
    void onlyTheListWhosePostWasCalledOffShouldGetItWhenTheSameIsApprovedAgain() {
        home.postTo(LIST + ", " + OTHER);
        approved();
        home.reporting = false;
        talk.passTo(HOUR);
        home.embargo().delivered(only(LIST).id());
        home.embargo().delivered(only(talk.rita.address().value()).id());
        home.embargo().bounced(only(OTHER).id(), "451");
        otherTitleAndBack();
        assertThat(home.sentTo(OTHER)).isEmpty();

        talk.order(home.alice, "/publish\n");

        assertThat(CaseTalk.text(only(OTHER))).doesNotContain("[UPDATE]");
        assertThat(home.sentTo(LIST)).isEmpty();
        assertThat(home.sentTo(talk.rita.address().value())).isEmpty();
        home.sent.clear();
        home.clock.move(Duration.ofSeconds(1));
        talk.order(home.alice, "/publish\n");
        assertThat(talk.transcript(home.alice)).contains("has been posted already");
    }

    @Test
    void postThatCameBackAfterItsTextWentToTheOtherListShouldNotCountAsSeen() {
        home.postTo(LIST + ", " + OTHER);
        approved();
        home.reporting = false;
        talk.passTo(HOUR);
        OutgoingMail first = only(LIST);
        home.embargo().delivered(first.id());
        home.embargo().bounced(only(OTHER).id(), "451");
        otherTitleAndBack();
        talk.order(home.alice, "/publish\n");
        home.embargo().delivered(only(OTHER).id());

        home.embargo().bounced(first.id(), "550");
        home.sent.clear();
        home.clock.move(Duration.ofSeconds(1));
        talk.order(home.alice, "/publish\n");

        assertThat(CaseTalk.text(only(LIST))).doesNotContain("[UPDATE]").doesNotContain("In-Reply-To");
    }

    @Test
    void copyThatWasCalledOffShouldGoWhenTheSameIsApprovedAgain() {
        approved();
        home.reporting = false;
        talk.passTo(HOUR);
        home.embargo().delivered(only(LIST).id());
        home.embargo().bounced(only(talk.rita.address().value()).id(), "451");
        otherTitleAndBack();

        talk.order(home.alice, "/publish\n");

        assertThat(home.sentTo(LIST)).isEmpty();
        assertThat(talk.lines(talk.rita, only(talk.rita.address().value())))
                .contains("A long certificate name overflows a buffer.")
                .doesNotContain("[UPDATE]");
        assertThat(talk.bodies(home.bob)).anyMatch(body -> body.contains("gets his copy of it now"));
    }

    @Test
    void postThatTheRelayReportsLateShouldNotCountForTheNewerOne() {
        approved();
        home.reporting = false;
        talk.passTo(HOUR);
        OutgoingMail first = only(LIST);
        talk.order(home.alice, "/title Another title\n");
        talk.approve(home.alice);
        talk.order(home.alice, "/publish\n");
        OutgoingMail second = only(LIST);

        home.embargo().delivered(first.id());
        home.embargo().bounced(second.id(), "550");
        home.embargo().runDue();
        home.sent.clear();
        home.clock.move(Duration.ofSeconds(1));
        talk.order(home.alice, "/publish\n");

        assertThat(CaseTalk.text(only(LIST))).contains("[UPDATE]").contains("In-Reply-To: " + messageId(first));
    }

    private void otherTitleAndBack() {
        talk.order(home.alice, "/title Another title\n");
        talk.approve(home.alice);
        talk.passTo(HOUR.plus(Duration.ofMinutes(2)));
        talk.order(home.alice, TITLE);
        talk.approve(home.alice);
        home.sent.clear();
    }

    private void approved() {
        talk.order(home.alice, FIELDS);
        talk.approve(home.alice);
    }

    private OutgoingMail only(String address) {
        assertThat(home.sentTo(address)).hasSize(1);
        return home.sentTo(address).get(0);
    }

    private static String messageId(OutgoingMail mail) {
        return CaseTalk.text(mail)
                .lines()
                .filter(line -> line.startsWith("Message-ID: "))
                .findFirst()
                .orElseThrow()
                .substring("Message-ID: ".length());
    }
}
