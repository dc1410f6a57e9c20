package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.embargo.desk.NoticeDesk.DUE;
import static org.embargo.desk.NoticeDesk.HOUR;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.embargo.config.HoldFolder;
import org.embargo.config.Home;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens between the decision on the notices and the moment at which they leave. */
class LateNoticeTest {

    private static final Person ONE = BookMails.person("security@one.example");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private NoticeDesk desk;

    @BeforeEach
    void decide() {
        desk = new NoticeDesk(folder, "", ONE);
        desk.approve();
        desk.runTo(DUE.minus(Duration.ofMinutes(15)), Duration.ofHours(12));
        assertThat(desk.toVendors()).isEmpty();
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void noticeShouldNotLeaveOnceItsApproverHasAnotherKey() {
        Person renewed = BookMails.person(BookMails.ALICE);
        desk.mails.order(
                desk.home.alice,
                "/key member alice@project.example\n",
                desk.home.alice.certify(renewed, desk.now().minusSeconds(60)));

        desk.runTo(DUE.plus(MINUTE), MINUTE);

        assertThat(desk.toVendors()).isEmpty();
    }

    @Test
    void noticesThatAHoldKeptBackShouldKeepThePostBack() throws IOException {
        HoldFolder files = new HoldFolder(new Home(folder));
        // before the clock moves: a notice may be due in the next second
        files.hold(Optional.empty());
        desk.order("/released 45.0.2 https://project.example/45.0.2\n");
        desk.runTo(HOUR.minus(Duration.ofHours(2)), Duration.ofHours(12));
        files.lift(Optional.empty());

        desk.runTo(HOUR.minus(Duration.ofHours(1)), MINUTE);
        desk.onlyTo(ONE);
        desk.runTo(HOUR.plus(MINUTE), Duration.ofMinutes(20));

        assertThat(desk.home.sentTo("dev@lists.example")).isEmpty();
        assertThat(desk.toBob()).anyMatch(body -> body.contains("left so late"));
    }

    @Test
    void dateShouldNotBeToldToAFormerAddressOfTheReporter() {
        desk.order("/reporter rita@other.example\n");

        desk.runTo(DUE.plus(MINUTE), MINUTE);

        assertThat(desk.home.sentTo("rita@reporter.example"))
                .noneMatch(mail -> desk.opened(desk.rita, mail).body().contains("2026-03-12"));
        assertThat(desk.toBob())
                .anyMatch(body -> body.contains("rita@reporter.example") && body.contains("called off"));
    }
}
