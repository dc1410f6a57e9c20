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

/** What members read of the steps to come, where the hour that was set is not the one that holds. */
@SuppressWarnings("NullAway.Init") // set before each test
class ToldTimetableTest {

    private static final Instant HOUR = TestHome.START.plus(Duration.ofDays(10));
    private static final String FIELDS =
            "/accept\n/title Overflow\n/affects < 45.0.2\n/fixed none\n/description\nLong.\n/end\n"
                    + "/remedy\nWait.\n/end\n/patch none\n/disclose " + HOUR + "\n";

    @TempDir
    private Path folder;

    private TestHome home;
    private CaseTalk talk;

    @BeforeEach
    void report() {
        home = TestHome.in(folder);
        home.writeDesk(
                "example",
                TestHome.DESK,
                "PYCA",
                List.of(home.alice, home.bob),
                "receipt-delay = 0s\nnotice-spread = 0s\ntime-sensitive-notice = 3h\n");
        home.restart();
        talk = CaseTalk.reported(home);
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Test
    void hourShouldBeTheOneThatFollowsTheNoticesWhereTheCaseIsExploited() {
        talk.order(home.alice, FIELDS + "/exploited\n");
        talk.approve(home.bob);
        home.embargo().runDue();
        home.sent.clear();

        talk.order(home.alice, "/status\n");

        assertThat(talk.transcript(home.alice))
                .contains("The case is notified.")
                .containsPattern("Next: disclosure on [^.]* in (2|3) hours")
                .doesNotContainPattern("Next: disclosure on [^.]* in 9 days");
    }

    @Test
    void reminderShouldSpeakOfTheDateNoticeWhereNobodyElseIsTold() {
        talk.order(home.alice, FIELDS + "/advance none\n");
        home.sent.clear();

        talk.passTo(HOUR.minus(Duration.ofDays(7)).plusSeconds(1));

        assertThat(talk.bodies(home.bob))
                .anyMatch(body -> body.contains("the date notice") && body.contains("to the reporter alone"))
                .noneMatch(body -> body.contains("the advance notice"));
    }
}
