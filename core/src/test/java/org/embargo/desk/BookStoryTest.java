package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.embargo.mail.OpenedMail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The private list, ordered by signed mail, on a real database and real keys. */
class BookStoryTest {

    private static final Person VENDOR = BookMails.person("security@vendor.example");
    private static final String ADD = "/recipient add A Vendor <security@vendor.example>\n";

    @TempDir
    private static Path folder;

    private static BookMails mails;

    @BeforeAll
    static void start() {
        mails = new BookMails(folder, "");
    }

    @AfterAll
    static void stop() {
        mails.close();
    }

    @AfterEach
    void emptyTheList() {
        mails.order(alice(), "/recipient remove security@vendor.example now\n");
        mails.home.sent.clear();
    }

    private String key(Person person) {
        return person.certificate().armored();
    }

    private Person alice() {
        return mails.home.alice;
    }

    @Test
    void recipientShouldBeOnTheListAfterOneMemberAddedHim() {
        mails.order(alice(), ADD, key(VENDOR));

        assertThat(mails.transcript(alice()))
                .startsWith("Done")
                .contains("A Vendor, security@vendor.example, is on the private list")
                .contains(VENDOR.certificate().fingerprint().spaced())
                .contains("with security@vendor.example")
                .doesNotContain("None of its user ids");
        mails.order(alice(), "/recipient list\n");
        assertThat(mails.transcript(alice()))
                .contains("A Vendor, security@vendor.example, "
                        + VENDOR.certificate().fingerprint().spaced());
    }

    @Test
    void othersShouldBeToldOfWhatWasOrderedAboutNoCase() {
        mails.order(alice(), ADD, key(VENDOR));

        assertThat(mails.bodies(mails.home.bob))
                .singleElement()
                .asString()
                .contains("alice@project.example ordered this")
                .contains("Done: /recipient add A Vendor <security@vendor.example>")
                .contains(VENDOR.certificate().fingerprint().spaced())
                .contains("--- security@project.example: write above this line --- ")
                .contains("> /recipient add A Vendor");
    }

    @Test
    void otherMembersShouldBeGivenTheCertificateToLookAt() {
        mails.order(alice(), ADD, key(VENDOR));

        OpenedMail told = mails.home.bob.read(
                mails.home.sentTo(BookMails.BOB).get(0).message(), mails.desk(), mails.home.spools(), mails.now());
        assertThat(told.attachments()).anyMatch(file -> file.name().text().endsWith("key.asc"));
    }

    @Test
    void listShouldBeAnsweredToTheAskingMemberOnly() {
        mails.order(alice(), ADD, key(VENDOR));

        mails.order(mails.home.bob, "/recipient list\n");

        assertThat(mails.transcript(mails.home.bob)).contains("A Vendor");
        assertThat(mails.bodies(alice()))
                .singleElement()
                .asString()
                .contains("bob@project.example ordered this")
                .contains("/recipient list")
                .doesNotContain("Vendor");
    }

    @Test
    void keyThatTheMembersOwnProgramAttachesShouldNotCount() {
        mails.order(alice(), ADD, key(alice()), key(VENDOR));

        assertThat(mails.transcript(alice()))
                .startsWith("Done")
                .contains(VENDOR.certificate().fingerprint().spaced());
    }

    @Test
    void membersOwnKeyAloneShouldNotBeTakenForTheRecipient() {
        mails.order(alice(), ADD, key(alice()));

        assertThat(mails.transcript(alice())).startsWith("Not done").contains("No certificate is attached");
    }

    @Test
    void otherMembersKeyShouldNotBeTakenForTheRecipient() {
        mails.order(alice(), ADD, key(mails.home.bob));

        assertThat(mails.transcript(alice())).startsWith("Not done").contains("is a member's or names one");
    }

    @Test
    void secondKeyOfAMemberThatTheDeskDoesNotKnowShouldNotBeTakenForTheRecipient() {
        mails.order(alice(), ADD, key(BookMails.person(BookMails.ALICE)));

        assertThat(mails.transcript(alice())).startsWith("Not done").contains("is a member's or names one");
    }

    @Test
    void severalForeignCertificatesShouldBeRefused() {
        mails.order(alice(), ADD, key(VENDOR), key(mails.home.bob));

        assertThat(mails.transcript(alice())).startsWith("Not done").contains("Several certificates");
    }

    @Test
    void certificateThatCannotEncryptNowShouldBeRefused() {
        Person expired = Person.at("security@vendor.example", TestHome.START.minusSeconds(86_400), Duration.ofHours(1));

        mails.order(alice(), ADD, key(expired));

        assertThat(mails.transcript(alice())).startsWith("Not done").contains("Nothing can be encrypted");
    }

    @Test
    void certificateThatNamesSomebodyElseShouldBeTakenAndSaid() {
        Person other = BookMails.person("other@vendor.example");

        mails.order(alice(), ADD, key(other));

        assertThat(mails.transcript(alice()))
                .startsWith("Done")
                .contains("None of its user ids names security@vendor.example");
    }

    @Test
    void addressesOfTheDeskAndItsMembersShouldNotBeListed() {
        mails.order(alice(), "/recipient add X <security+key@project.example>\n", key(VENDOR));
        assertThat(mails.transcript(alice())).contains("is the address of a desk");

        mails.order(alice(), "/recipient add X <bob@project.example>\n", key(VENDOR));
        assertThat(mails.transcript(alice())).contains("is a member of the team");
    }

    @Test
    void recipientShouldBeListedOnce() {
        mails.order(alice(), ADD, key(VENDOR));

        mails.order(alice(), "/recipient add Again <SECURITY@vendor.example>\n", key(VENDOR));

        assertThat(mails.transcript(alice())).startsWith("Not done").contains("on the private list already");
    }

    @Test
    void recipientShouldBePausedResumedAndRemoved() {
        mails.order(alice(), ADD, key(VENDOR));

        mails.order(alice(), "/recipient pause security@vendor.example\n");
        assertThat(mails.transcript(alice())).startsWith("Done");
        mails.order(alice(), "/recipient list\n");
        assertThat(mails.transcript(alice())).contains(", paused");
        mails.order(alice(), "/recipient resume security@vendor.example\n");
        assertThat(mails.transcript(alice())).startsWith("Done");
        mails.order(alice(), "/recipient remove security@vendor.example now\n");
        assertThat(mails.transcript(alice())).startsWith("Done");

        mails.order(alice(), "/recipient list\n");

        assertThat(mails.transcript(alice())).contains("Nobody is on the private list");
    }

    @Test
    void listShouldSayWhoseCertificateHasExpired() {
        Person shortly = Person.at("soon@vendor.example", mails.now().minusSeconds(60), Duration.ofHours(2));
        mails.order(alice(), "/recipient add Soon <soon@vendor.example>\n", key(shortly));
        mails.home.clock.move(Duration.ofHours(3));

        mails.order(alice(), "/recipient list\n");

        assertThat(mails.transcript(alice())).contains("nothing can be encrypted to this certificate now");
        mails.order(alice(), "/recipient remove soon@vendor.example now\n");
    }

    @Test
    void newCertificateOfARecipientShouldReplaceHis() {
        Person renewed = BookMails.person("security@vendor.example");
        mails.order(alice(), ADD, key(VENDOR));

        mails.order(alice(), "/key recipient security@vendor.example\n", key(renewed));

        assertThat(mails.transcript(alice())).startsWith("Done").contains("another certificate from now on");
        mails.order(alice(), "/recipient list\n");
        assertThat(mails.transcript(alice()))
                .contains(renewed.certificate().fingerprint().spaced())
                .doesNotContain(VENDOR.certificate().fingerprint().spaced());
    }

    @Test
    void certificateInAnAutocryptHeaderShouldNotBeTaken() {
        String header = "Autocrypt: addr=alice@project.example; keydata="
                + java.util.Base64.getEncoder()
                        .encodeToString(VENDOR.certificate().binary()) + "\r\n";
        String mail = alice().encryptedWith(
                        mails.desk(),
                        header + TestHome.fields(BookMails.ALICE, "a"),
                        TestHome.DESK + "\n" + ADD,
                        java.util.List.of(),
                        mails.now());

        mails.home.sent.clear();
        mails.home.receive(BookMails.ALICE, TestHome.DESK, mail);

        assertThat(mails.transcript(alice())).contains("No certificate is attached");
    }

    @Test
    void listShouldNotBeChangedInClear() {
        mails.home.sent.clear();
        mails.home.receive(
                BookMails.ALICE,
                TestHome.DESK,
                TestHome.fields(BookMails.ALICE, "clear")
                        + alice().signed(mails.now(), TestHome.DESK + "\n/recipient list\n"));

        assertThat(mails.transcript(alice())).contains("It came in clear");
    }
}
