package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A member who takes another certificate stays the person he is, where a case is approved by two. */
class RenewedMemberTest {

    private static final Person RENEWED = BookMails.person(BookMails.BOB);
    private static final Pattern APPROVE = Pattern.compile("/approve [a-z2-7]{26,64}");

    @TempDir
    private Path folder;

    private NoticeDesk desk;
    private Person bob;

    @BeforeEach
    void start() {
        desk = new NoticeDesk(folder, "approvals = 2\nnew-key-wait = 1h\n");
        bob = desk.home.bob;
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void memberWhoHasChangedTheContentShouldNotApproveItWithFreshEyesByAnotherCertificate() {
        order(bob, "/workaround Refuse such files.\n");
        renew();
        desk.home.clock.move(Duration.ofHours(2));

        approve(desk.home.alice);
        approve(RENEWED);

        assertThat(desk.mails.transcript(RENEWED))
                .contains("Missing: the approval of a member who has changed nothing");
    }

    @Test
    void approvalShouldFallAtOnceWhenItsAuthorTakesAnotherCertificate() {
        approve(bob);
        assertThat(desk.mails.transcript(bob)).contains("Approved: 1 of 2");

        renew();
        desk.home.embargo().runDue();

        assertThat(desk.mails.bodies(desk.home.alice))
                .anyMatch(body -> body.contains("The approvals (bob@project.example) hold no more"));
        order(desk.home.alice, "/status\n");
        assertThat(desk.mails.transcript(desk.home.alice)).contains("Approved: 0 of 2");
    }

    private void renew() {
        String certified = bob.certify(RENEWED, desk.now().minusSeconds(60));
        String command = "/key member " + BookMails.BOB + "\n";
        desk.mails.order(desk.home.alice, command, certified);
        desk.mails.order(bob, command, certified);
    }

    private void approve(Person member) {
        order(member, "/preview\n");
        Matcher line = APPROVE.matcher(desk.mails.transcript(member));
        assertThat(line.find()).isTrue();
        order(member, line.group() + "\n");
    }

    private void order(Person member, String text) {
        desk.mails.orderAt(desk.caseAddress(), desk.caseId, member, text);
    }
}
