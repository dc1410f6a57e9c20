package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody changed the journal in the database: the team hears of it at the next start, and nothing public is done by it. */
class JournalWatchTest {

    private static final String LIST = "dev@lists.example";
    private static final Instant HOUR = TestHome.START.plus(Duration.ofDays(10));
    private static final String FIELDS = "/accept\n/title Buffer overflow in the parser\n"
            + "/affects >= 41.0.0, < 45.0.2\n/fixed none\n/description\nA long name overflows a buffer.\n/end\n"
            + "/remedy\nUpgrade.\n/end\n/patch none\n/advance none\n/disclose " + HOUR + "\n";

    @TempDir
    private Path folder;

    private TestHome home;
    private CaseTalk talk;

    @BeforeEach
    void approve() {
        home = TestHome.in(folder);
        talk = CaseTalk.reported(home);
        talk.order(home.alice, FIELDS);
        talk.approve(home.alice);
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Test
    void journalThatWasCutShouldBeToldAndPublishNothing() throws SQLException {
        talk.order(home.bob, "/hold\n");
        String id = talk.caseId;
        tamper(
                "DELETE FROM journal WHERE desk = 'example' AND line_no = (SELECT line_no FROM journal_ends)",
                "UPDATE journal_ends SET line_no = line_no - 1",
                "UPDATE journal_ends SET mac = (SELECT mac FROM journal WHERE journal.line_no = journal_ends.line_no)",
                "UPDATE cases SET case_version = case_version - 1 WHERE case_id = '" + id + "'");

        restart();
        talk.passTo(HOUR);
        talk.passTo(HOUR.plus(Duration.ofHours(1)));

        assertThat(talk.bodies(home.bob)).anyMatch(body -> body.contains("journal in the database is not whole"));
        assertThat(home.sentTo(LIST)).isEmpty();
    }

    @Test
    void lineThatWasChangedShouldBeTold() throws SQLException {
        tamper("UPDATE journal SET recorded = recorded + 1 WHERE line_no = 2");

        restart();

        assertThat(talk.bodies(home.bob)).anyMatch(body -> body.contains("Line 2 of the desk's journal"));
    }

    @Test
    void journalWithoutWitnessShouldBeToldAndWatchedFromNowOn() throws Exception {
        Files.delete(folder.resolve("witness/example.seen"));

        restart();
        assertThat(talk.bodies(home.bob)).anyMatch(body -> body.contains("taken as it is"));
        restart();
        talk.passTo(HOUR);

        assertThat(talk.bodies(home.bob)).noneMatch(body -> body.contains("taken as it is"));
        assertThat(home.sentTo(LIST)).hasSize(1);
    }

    private void restart() {
        home.sent.clear();
        home.restart();
        home.embargo().runDue();
    }

    /** As somebody would who has the database and not the sealing secret. */
    private void tamper(String... statements) throws SQLException {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName(folder.resolve("database").toString());
        try (Connection connection = derby.getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
