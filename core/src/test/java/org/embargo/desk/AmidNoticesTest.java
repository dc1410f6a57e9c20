package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes while the notices of one case leave one after the other stops those that have not left. */
class AmidNoticesTest {

    @TempDir
    private Path folder;

    private NoticeDesk desk;

    @BeforeEach
    void approve() {
        desk = new NoticeDesk(
                folder,
                "notice-spread = 0s\n",
                BookMails.person("security@one.example"),
                BookMails.person("security@two.example"),
                BookMails.person("security@three.example"));
        desk.approve();
        desk.home.clock.move(Duration.between(desk.now(), NoticeDesk.DUE));
        desk.home.sent.clear();
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void undisturbedNoticesShouldAllLeave() {
        desk.home.embargo().runDue();

        assertThat(desk.toVendors()).hasSize(3);
    }

    @Test
    void holdShouldStopTheOthers() {
        afterTheFirst(() -> desk.order("/hold\n"));
    }

    @Test
    void holdOfTheOperatorShouldStopTheOthers() {
        afterTheFirst(() -> {
            try {
                Files.writeString(
                        Files.createDirectories(folder.resolve("hold")).resolve(desk.caseId), "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void otherContentShouldStopTheOthers() {
        afterTheFirst(() -> desk.order("/remedy\nUpgrade, or else.\n/end\n"));
    }

    @Test
    void lineChangedInTheCaseShouldStopTheOthers() {
        afterTheFirst(() -> tamper("UPDATE journal SET recorded = recorded + 1 WHERE case_version = 2 AND case_id = '"
                + desk.caseId + "'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE journal SET recorded = recorded + 1",
                "DELETE FROM journal",
                "UPDATE journal SET mac = ''"
            })
    void lineChangedInTheBookShouldStopTheOthers(String change) {
        afterTheFirst(() -> tamper(change + " WHERE case_version = 1 AND case_id LIKE '%-1000-1000'"));
    }

    private void afterTheFirst(Runnable change) {
        int[] notices = new int[1];
        desk.home.amid = mail -> {
            boolean toVendor =
                    desk.vendors.stream().anyMatch(vendor -> vendor.address().equals(mail.recipient()));
            if (toVendor && notices[0]++ == 0) {
                change.run();
            }
        };

        desk.home.embargo().runDue();

        assertThat(notices[0]).isEqualTo(1);
    }

    /** As somebody would who has the database and not the sealing secret. */
    private void tamper(String statement) {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName(folder.resolve("database").toString());
        try (Connection connection = derby.getConnection();
                Statement statements = connection.createStatement()) {
            assertThat(statements.executeUpdate(statement)).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
