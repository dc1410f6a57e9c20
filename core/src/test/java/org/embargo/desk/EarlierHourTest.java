package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one member alone tries, step by step, to have a set date come earlier where it takes two. */
class EarlierHourTest {

    private static final Instant HOUR = TestHome.START.plus(Duration.ofDays(30));
    private static final String MISSING = "1 of 2 members have ordered this";

    @TempDir
    private Path folder;

    private TestHome home;
    private CaseTalk talk;

    @BeforeEach
    void report() {
        home = TestHome.in(folder);
        home.writeDesk(
                "example", TestHome.DESK, "PYCA", List.of(home.alice, home.bob), "receipt-delay = 0s\napprovals = 2\n");
        home.restart();
        talk = CaseTalk.reported(home);
        order(home.alice, "/accept\n/disclose " + HOUR + "\n");
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Test
    void hourThatWasTakenBackShouldNotComeEarlierWhereTheCaseIsMarkedAsExploitedMeanwhile() {
        order(home.alice, "/disclose none\n");
        order(home.alice, "/exploited\n");
        order(home.bob, "/exploited\n");

        String transcript = order(home.alice, "/disclose " + HOUR.minus(Duration.ofDays(9)) + "\n");

        assertThat(transcript).contains(MISSING);
    }

    @Test
    void exploitedShouldSayThatTheHourFollowsTheNoticesAndIsNeverLater() {
        order(home.alice, "/exploited\n");

        assertThat(order(home.bob, "/exploited\n"))
                .contains("The notices go as soon as the texts are approved")
                .contains("at the latest");
    }

    @Test
    void noticeShouldNotComeEarlierWhileTheHourIsTakenBack() {
        order(home.alice, "/disclose none\n");

        assertThat(order(home.alice, "/advance 20d\n")).contains(MISSING);
        assertThat(order(home.alice, "/advance now\n")).contains(MISSING);
        assertThat(order(home.alice, "/advance 3d\n")).startsWith("Done").doesNotContain(MISSING);
    }

    @Test
    void hourThatWasTakenBackAndSetLaterShouldNotComeEarlierThanThat() {
        order(home.alice, "/disclose none\n/disclose " + HOUR.plus(Duration.ofDays(9)) + "\n");

        assertThat(order(home.alice, "/disclose " + HOUR + "\n")).contains(MISSING);
    }

    private String order(Person member, String text) {
        home.clock.move(Duration.ofSeconds(2));
        home.sent.clear();
        talk.order(member, text);
        return talk.transcript(member);
    }
}
