package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several members must want, and the certificates of members themselves. */
class MemberKeyStoryTest {

    private static final Person VENDOR = BookMails.person("security@vendor.example");
    private static final Person CAROL = BookMails.person("carol@project.example");
    private static final Person BOB_RENEWED = BookMails.person(BookMails.BOB);
    private static final String ADD = "/recipient add A Vendor <security@vendor.example>\n";
    private static final String KEY_OF_BOB = "/key member bob@project.example\n";

    @TempDir
    private Path folder;

    private BookMails mails;
    private Person alice;
    private Person bob;

    @BeforeEach
    void start() {
        mails = new BookMails(folder, "approvals = 2\nnew-key-wait = 48h\n", CAROL);
        alice = mails.home.alice;
        bob = mails.home.bob;
    }

    @AfterEach
    void stop() {
        mails.close();
    }

    private static String key(Person person) {
        return person.certificate().armored();
    }

    @Test
    void recipientShouldBeAddedWhenTheSecondMemberSendsTheSame() {
        mails.order(alice, ADD, key(VENDOR));
        assertThat(mails.transcript(alice))
                .startsWith("Not done yet: it waits until another member has sent the same.")
                .contains("1 of 2 members have ordered this")
                .contains(VENDOR.certificate().fingerprint().spaced())
                .doesNotContain("is on the private list");
        assertThat(mails.bodies(bob))
                .singleElement()
                .asString()
                .contains("Not done yet: /recipient add A Vendor")
                .contains("1 of 2 members");

        mails.order(alice, ADD, key(VENDOR));
        assertThat(mails.transcript(alice)).contains("1 of 2 members");

        mails.order(bob, ADD, key(bob), key(VENDOR));
        assertThat(mails.transcript(bob)).startsWith("Done").contains("is on the private list");
    }

    @Test
    void mailOfWhichOnlyAPartWaitsShouldSayBoth() {
        mails.order(alice, "/recipient list\n" + ADD, key(VENDOR));

        assertThat(mails.transcript(alice))
                .startsWith("Done in part. What waits for another member says so below.")
                .contains("1 of 2 members have ordered this");
    }

    @Test
    void commandWithAnotherCertificateShouldNotBeTheSame() {
        mails.order(alice, ADD, key(VENDOR));

        mails.order(bob, ADD, key(BookMails.person("security@vendor.example")));

        assertThat(mails.transcript(bob)).contains("1 of 2 members");
    }

    @Test
    void wordOfAMemberShouldCountForSevenDays() {
        mails.order(alice, ADD, key(VENDOR));
        mails.home.clock.move(Duration.ofDays(7));

        mails.order(bob, ADD, key(VENDOR));

        assertThat(mails.transcript(bob)).contains("1 of 2 members");
    }

    @Test
    void wordOfALeaverShouldNotCount() {
        mails.order(CAROL, ADD, key(VENDOR));
        mails.home.writeDesk(
                "example", TestHome.DESK, "PYCA", List.of(alice, bob), "receipt-delay = 0s\napprovals = 2\n");
        mails.home.restart();

        mails.order(bob, ADD, key(VENDOR));

        assertThat(mails.transcript(bob)).contains("1 of 2 members");
    }

    @Test
    void newCertificateOfAMemberShouldNeedHisOldKeysWord() {
        mails.order(alice, KEY_OF_BOB, key(BOB_RENEWED));
        assertThat(mails.transcript(alice))
                .startsWith("Not done")
                .contains("is not certified by the key that bob@project.example has here")
                .contains("only the operator can set it");

        mails.order(alice, KEY_OF_BOB, alice.certify(BOB_RENEWED, mails.now()));

        assertThat(mails.transcript(alice)).startsWith("Not done");
    }

    @Test
    void certifiedCertificateShouldBecomeTheMembersAndWaitBeforeItApproves() {
        String certified = bob.certify(BOB_RENEWED, mails.now().minusSeconds(60));
        mails.order(alice, KEY_OF_BOB, certified);
        assertThat(mails.transcript(alice)).contains("1 of 2 members");

        mails.order(bob, KEY_OF_BOB, certified);
        assertThat(mails.bodies(alice)).singleElement().asString().contains("Done: /key member bob@project.example");

        mails.order(bob, "/recipient list\n");
        assertThat(mails.home.sentTo(BookMails.ALICE))
                .singleElement()
                .satisfies(mail -> assertThat(mails.read(alice, mail)).doesNotContain("ordered this"));

        mails.order(BOB_RENEWED, "/recipient list\n");
        assertThat(mails.transcript(BOB_RENEWED)).startsWith("Done");
        mails.order(alice, ADD, key(VENDOR));
        assertThat(mails.bodies(BOB_RENEWED)).hasSize(1);
        mails.order(BOB_RENEWED, ADD, key(VENDOR));
        assertThat(mails.transcript(BOB_RENEWED)).startsWith("Not done").contains("Your certificate is new here");

        mails.home.clock.move(Duration.ofDays(2));
        mails.order(BOB_RENEWED, ADD, key(VENDOR));
        assertThat(mails.transcript(BOB_RENEWED)).contains("is on the private list");
    }

    @Test
    void certificateOfAMemberShouldOutliveARestartAndYieldToTheOperatorsNewerFile() {
        String certified = bob.certify(BOB_RENEWED, mails.now().minusSeconds(60));
        mails.order(alice, KEY_OF_BOB, certified);
        mails.order(CAROL, KEY_OF_BOB, certified);
        mails.home.restart();
        mails.order(BOB_RENEWED, "/recipient list\n");
        assertThat(mails.transcript(BOB_RENEWED)).startsWith("Done");

        Person set = BookMails.person(BookMails.BOB);
        mails.home.writeDesk("example", TestHome.DESK, "PYCA", List.of(alice, set, CAROL), "receipt-delay = 0s\n");
        mails.home.restart();

        mails.order(set, "/recipient list\n");
        assertThat(mails.transcript(set)).startsWith("Done");
    }

    @Test
    void certificateOfAnotherMemberShouldNotBeTaken() {
        mails.order(alice, KEY_OF_BOB, bob.certify(CAROL, mails.now()));

        assertThat(mails.transcript(alice)).startsWith("Not done").contains("is a member's or names one");
    }
}
