package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.embargo.config.DeskFolder;
import org.embargo.config.LeaverFolder;
import org.embargo.desk.check.CheckFinding;
import org.embargo.desk.check.HomeCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A member whom whoever runs the server takes off the team, while it runs. */
class LeaverStoryTest {

    private static final Person VENDOR = BookMails.person("security@vendor.example");
    private static final String ADD = "/recipient add A Vendor <security@vendor.example>\n";

    @TempDir
    private Path folder;

    private BookMails mails;
    private Person alice;
    private Person bob;
    private LeaverFolder leavers;

    @BeforeEach
    void start() {
        mails = new BookMails(folder, "");
        alice = mails.home.alice;
        bob = mails.home.bob;
        leavers = new LeaverFolder(new DeskFolder(folder.resolve("conf/desks/example")));
    }

    @AfterEach
    void stop() {
        mails.close();
    }

    private void add(Person by) {
        mails.order(by, ADD, VENDOR.certificate().armored());
    }

    private String listed() {
        mails.order(alice, "/recipient list\n");
        return mails.transcript(alice);
    }

    private String check() {
        return new HomeCheck(folder, mails.home.clock, true)
                .findings().stream().map(CheckFinding::toString).collect(Collectors.joining("\n"));
    }

    @Test
    void nextMailOfALeaverShouldBeAStrangers() throws IOException {
        leavers.leave(bob.address());

        add(bob);

        assertThat(mails.home.sentTo(BookMails.BOB))
                .noneMatch(mail -> mails.read(bob, mail).startsWith("Done"));
        assertThat(mails.bodies(alice)).anyMatch(body -> body.contains("bob@project.example"));
        assertThat(listed()).doesNotContain("vendor.example");
    }

    @Test
    void leaverShouldGetNoMailOfTheTeamAndTheOthersBeTold() throws IOException {
        leavers.leave(bob.address());
        mails.home.sent.clear();

        mails.home.embargo().runDue();

        assertThat(mails.bodies(alice)).singleElement().asString().contains("bob@project.example has left the team");
        assertThat(mails.home.sentTo(BookMails.BOB)).isEmpty();
        mails.home.receive(
                "rita@reporter.example",
                TestHome.DESK,
                TestHome.fields("rita@reporter.example", "hole") + "\r\nIt is there.\r\n");
        assertThat(mails.home.sentTo(BookMails.BOB)).isEmpty();
    }

    @Test
    void letterThatWaitsForALeaverShouldNotGo() throws IOException {
        mails.home.accept(
                "rita@reporter.example",
                TestHome.DESK,
                TestHome.fields("rita@reporter.example", "hole") + "\r\nIt is there.\r\n");
        mails.home.sent.clear();
        leavers.leave(bob.address());

        mails.home.embargo().runDue();

        assertThat(mails.home.sentTo(BookMails.BOB)).isEmpty();
        assertThat(mails.home.sentTo(BookMails.ALICE)).isNotEmpty();
    }

    @Test
    void leaverShouldStayAwayAfterARestartAndWithoutTheFile() throws IOException {
        leavers.leave(bob.address());
        mails.home.embargo().runDue();
        mails.home.restart();
        add(bob);
        assertThat(listed()).doesNotContain("vendor.example");

        java.nio.file.Files.delete(leavers.file(bob.address()));
        mails.home.restart();
        add(bob);

        assertThat(listed()).doesNotContain("vendor.example");
    }

    @Test
    void leaverWhoIsTakenBackShouldBeObeyedAgain() throws IOException {
        leavers.leave(bob.address());
        mails.home.embargo().runDue();
        mails.home.sent.clear();

        leavers.comeBack(bob.address());
        mails.home.embargo().runDue();

        assertThat(mails.bodies(alice)).singleElement().asString().contains("is of the team again");
        assertThat(leavers.returned()).isEmpty();
        add(bob);
        assertThat(mails.transcript(bob)).startsWith("Done");
    }

    @Test
    void lastMemberShouldStay() throws IOException {
        leavers.leave(bob.address());
        leavers.leave(alice.address());

        mails.order(alice, "/recipient list\n");

        assertThat(mails.transcript(alice)).startsWith("Done");
        assertThat(check()).contains("every member has left, so all of them stay");
    }

    @Test
    void tooFewMembersForAnApprovalShouldBeTold() throws IOException {
        mails.home.writeDesk(
                "example", TestHome.DESK, "PYCA", List.of(alice, bob), "receipt-delay = 0s\napprovals = 2\n");
        mails.home.restart();
        mails.home.embargo().runDue();
        mails.home.sent.clear();
        leavers.leave(bob.address());

        mails.home.embargo().runDue();

        assertThat(mails.bodies(alice))
                .singleElement()
                .asString()
                .contains("The team has 1 members now, and 2 must approve");
        assertThat(check())
                .contains("bob@project.example has left")
                .contains("nothing can be approved: it has 1 members left, and approvals = 2");
    }
}
