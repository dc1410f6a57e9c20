package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.mail.OpenedMail;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guest of a case: what he sees, what he can say, and what he can't do. */
class GuestStoryTest {

    private static final String GUS = "gus@elsewhere.example";
    private static final Person GUEST = BookMails.person(GUS);
    private static final Pattern CASE = Pattern.compile("PYCA-2026-\\d{4,}");
    private static final Pattern TOKEN_ADDRESS = Pattern.compile("security\\+g\\.[a-z2-7]{26}@project\\.example");

    @TempDir
    private static Path folder;

    private static BookMails mails;
    private static int count;

    private Person rita;
    private String caseId;
    private String guestAddress;

    @BeforeAll
    static void start() {
        mails = new BookMails(folder, "");
    }

    @AfterAll
    static void stop() {
        mails.close();
    }

    @BeforeEach
    void invite() {
        count++;
        rita = Person.at("rita" + count + "@reporter.example", mails.now().minusSeconds(60));
        mails.home.sent.clear();
        receive(rita, TestHome.DESK, "report", "secret words");
        Matcher id = CASE.matcher(text(mails.home.sentTo(BookMails.ALICE).get(0)));
        assertThat(id.find()).isTrue();
        caseId = id.group();
        order("/invite Gus Guest <" + GUS + ">\n", GUEST.certificate().armored());
        assertThat(mails.transcript(mails.home.alice)).startsWith("Done").contains("is a guest of this case");
        Matcher address = TOKEN_ADDRESS.matcher(onlyToGuest());
        assertThat(address.find()).isTrue();
        guestAddress = address.group();
        mails.home.sent.clear();
    }

    @AfterEach
    void clear() {
        mails.home.sent.clear();
    }

    @Test
    void guestShouldSeeWhatTheReporterWritesWithoutTheOriginal() {
        receive(rita, TestHome.DESK, "Re: [" + caseId + "]", "it is in read()");

        assertThat(onlyToGuest()).contains("it is in read()").contains(guestAddress);
        OpenedMail seen = opened();
        assertThat(seen.attachments()).noneMatch(file -> file.name().text().endsWith(".eml"));
        assertThat(seen.encrypted()).isTrue();
        assertThat(seen.outer().inReplyTo()).hasSize(1);
    }

    @Test
    void guestShouldSeeAMembersNoteWithoutWhatItQuotes() {
        order("Look at this.\n> /approve ABCDEFGHIJKLMNOPQRSTUVWXYZ\n");

        assertThat(onlyToGuest()).contains("Look at this.").doesNotContain("ABCDEFGH");
    }

    @Test
    void guestShouldSeeTheTextOfTheNoteCommandToo() {
        order("/note Look at that.\nAll of it.\n/end\n/owner " + BookMails.BOB + "\n");

        assertThat(onlyToGuest())
                .contains("Look at that. All of it.")
                .contains("/note")
                .doesNotContain(BookMails.BOB);
    }

    @Test
    void guestShouldSeeWhichCommandsWereObeyedAndNotTheirArguments() {
        order("On we go.\n/owner " + BookMails.BOB + "\n");

        assertThat(onlyToGuest()).contains("/owner").contains("On we go.").doesNotContain(BookMails.BOB);
    }

    @Test
    void guestShouldNotHearOfThePrivateList() {
        order("/recipient list\n");

        assertThat(mails.transcript(mails.home.alice)).startsWith("Done");
        assertThat(mails.home.sentTo(GUS)).isEmpty();
    }

    @Test
    void mailOfTheGuestShouldBeANoteOfHisToTheTeamAndNeverACommand() {
        receive(GUEST, guestAddress, "hint", caseId + "\n/accept\nTry a longer input.");

        assertThat(mails.bodies(mails.home.bob))
                .singleElement()
                .asString()
                .contains("A note of the guest Gus Guest, " + GUS)
                .contains("Good signature over all of it")
                .contains("> Try a longer input.")
                .contains(caseId);
        assertThat(mails.home.sentTo(rita.address().value())).isEmpty();
        assertThat(mails.home.sentTo(GUS)).isEmpty();
        order("/status\n");
        assertThat(mails.transcript(mails.home.alice))
                .contains("The case is reported.")
                .contains("Guest: Gus Guest, " + GUS)
                .contains("guest wrote");
    }

    @Test
    void strangerWhoKnowsTheAddressShouldBeMarked() {
        Person eve = Person.at("eve@evil.example", mails.now().minusSeconds(60));

        receive(eve, guestAddress, "hello", "I am Gus");

        assertThat(mails.bodies(mails.home.bob)).singleElement().asString().contains("is not proven to be his");
        assertThat(mails.home.sentTo("eve@evil.example")).isEmpty();
    }

    @Test
    void certificateThatAGuestBringsShouldNotBeOfferedForTheReporter() {
        Person other = BookMails.person(GUS);
        String mail = GUEST.encryptedWith(
                mails.desk(),
                fields(GUEST, "key"),
                "new key",
                List.of(other.certificate().armored()),
                mails.now());

        mails.home.receive(GUS, guestAddress, mail);

        assertThat(mails.bodies(mails.home.bob))
                .singleElement()
                .asString()
                .doesNotContain("brought a certificate that is not used");
    }

    @Test
    void heldCaseShouldTellItsGuestsNothing() {
        order("/hold\n");
        mails.home.sent.clear();

        order("Not yet for anybody.\n");
        assertThat(mails.home.sentTo(GUS)).isEmpty();

        order("/resume\n");
        assertThat(mails.bodies(GUEST)).anyMatch(body -> body.contains("Not yet for anybody."));
    }

    @Test
    void formerGuestsAddressShouldBeAnybodys() {
        order("/uninvite " + GUS + "\n");
        assertThat(mails.transcript(mails.home.alice)).startsWith("Done");
        assertThat(mails.home.sentTo(GUS)).isEmpty();
        mails.home.sent.clear();

        receive(GUEST, guestAddress, "again", "still there");

        Matcher id = CASE.matcher(text(mails.home.sentTo(BookMails.BOB).get(0)));
        assertThat(id.find()).isTrue();
        assertThat(id.group()).isNotEqualTo(caseId);
        mails.home.sent.clear();
        order("Between us.\n");
        assertThat(mails.home.sentTo(GUS)).isEmpty();
    }

    @Test
    void membersKeyShouldNotBeTakenForAGuest() {
        order(
                "/invite Other <other@elsewhere.example>\n",
                mails.home.bob.certificate().armored());

        assertThat(mails.transcript(mails.home.alice)).startsWith("Not done").contains("is a member's or names one");
    }

    private void order(String text, String... armored) {
        mails.orderAt(
                "security+" + caseId.toLowerCase(Locale.ROOT) + "@project.example",
                caseId,
                mails.home.alice,
                text,
                armored);
    }

    private static void receive(Person author, String to, String subject, String text) {
        mails.home.clock.move(Duration.ofSeconds(1));
        String mail = author.encrypted(mails.desk(), fields(author, subject), text, true, mails.now());
        mails.home.receive(author.address().value(), to, mail);
    }

    private static String fields(Person author, String subject) {
        return TestHome.fields(author.address().value(), subject + " " + System.nanoTime());
    }

    private static String onlyToGuest() {
        assertThat(mails.home.sentTo(GUS)).hasSize(1);
        return mails.bodies(GUEST).get(0);
    }

    private static OpenedMail opened() {
        return GUEST.read(mails.home.sentTo(GUS).get(0).message(), mails.desk(), mails.home.spools(), mails.now());
    }

    private static String text(OutgoingMail mail) {
        try {
            return new String(mail.message().bytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
