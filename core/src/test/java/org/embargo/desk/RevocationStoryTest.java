package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.openpgp.RevocationMaker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revocations of certificates that the desk holds, in anybody's mail. */
class RevocationStoryTest {

    private static final Pattern CASE = Pattern.compile("PYCA-2026-\\d{4,}");
    private static final Pattern APPROVAL = Pattern.compile("/approve [a-z2-7]{26,}");
    private static final String CONTENT =
            "/accept\n/title A\n/severity low\n/affects < 2.0\n/fixed 2.0\n/description\nText.\n"
                    + "/end\n/remedy Upgrade.\n/patch none\n/disclose 2026-04-01T15:00Z\n";

    @TempDir
    private Path folder;

    private final Person rita = BookMails.person("rita@reporter.example");
    private final Person vendor = BookMails.person("security@vendor.example");
    private final Person stranger = BookMails.person("mallory@elsewhere.example");
    private BookMails mails;
    private Person alice;
    private Person bob;
    private String caseId = "";
    private int count;

    @BeforeEach
    void start() {
        mails = new BookMails(folder, "");
        alice = mails.home.alice;
        bob = mails.home.bob;
    }

    @AfterEach
    void stop() {
        mails.close();
    }

    /** In clear, from somebody whom nobody knows. */
    private void bring(String armored) {
        bring(stranger, "rev@revocations.example", TestHome.DESK, armored);
    }

    private void bring(Person from, String subject, String to, String armored) {
        mails.home.sent.clear();
        mails.home.clock.move(Duration.ofSeconds(1));
        count++;
        String entity = "MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nLook at this.\r\n" + armored;
        mails.home.receive(
                from.address().value(), to, TestHome.fields(from.address().value(), subject + count) + entity);
    }

    private void report() {
        mails.home.sent.clear();
        mails.home.receive(
                rita.address().value(),
                TestHome.DESK,
                rita.encrypted(
                        mails.desk(), TestHome.fields(rita.address().value(), "hole"), "words", true, mails.now()));
        Matcher id = CASE.matcher(String.join(" ", mails.bodies(alice)));
        assertThat(id.find()).isTrue();
        caseId = id.group();
    }

    private void order(Person member, String commands) {
        mails.orderAt(caseAddress(), caseId, member, commands);
    }

    private String caseAddress() {
        return "security+" + caseId.toLowerCase(Locale.ROOT) + "@project.example";
    }

    private List<String> told(Person member) {
        return mails.bodies(member).stream()
                .filter(body -> body.contains("was revoked") && !body.startsWith("There is news"))
                .toList();
    }

    @Test
    void membersCommandsShouldBeRefusedOnceAnybodyBringsHisRevocation() {
        bring(bob.revoking(mails.now()).revoked(bob.certificate()));

        assertThat(told(alice))
                .singleElement()
                .asString()
                .contains("The OpenPGP certificate of the member bob@project.example was revoked")
                .contains(bob.certificate().fingerprint().spaced())
                .contains("a mail that belongs to PYCA-2026-");
        assertThat(told(bob)).isEmpty();

        mails.order(
                bob,
                "/recipient add A Vendor <security@vendor.example>\n",
                vendor.certificate().armored());
        mails.home.restart();
        mails.order(
                bob,
                "/recipient add A Vendor <security@vendor.example>\n",
                vendor.certificate().armored());
        mails.order(alice, "/recipient list\n");

        assertThat(mails.transcript(alice)).doesNotContain("vendor.example");
    }

    @Test
    void revocationThatStandsAloneShouldDoAsWell() {
        bring(bob.revoking(mails.now()).alone(bob.certificate()));

        assertThat(told(alice)).singleElement().asString().contains("the member bob@project.example was revoked");
    }

    @Test
    void revocationShouldBeToldOnce() {
        bring(bob.revoking(mails.now()).revoked(bob.certificate()));
        mails.home.restart();

        bring(bob.revoking(mails.now()).revoked(bob.certificate()));

        assertThat(told(alice)).isEmpty();
    }

    @Test
    void forgedRevocationShouldDoNothing() {
        bring(stranger.revoking(mails.now()).revoked(bob.certificate()));
        assertThat(told(alice)).isEmpty();
        bring(stranger.revoking(mails.now()).alone(bob.certificate()));
        assertThat(told(alice)).isEmpty();

        mails.order(
                bob,
                "/recipient add A Vendor <security@vendor.example>\n",
                vendor.certificate().armored());

        assertThat(mails.transcript(bob)).startsWith("Done");
    }

    @Test
    void approvalShouldFallWithTheApproversCertificate() {
        report();
        order(alice, CONTENT);
        order(bob, "/preview\n");
        Matcher digest = APPROVAL.matcher(mails.transcript(bob));
        assertThat(digest.find()).isTrue();
        order(bob, digest.group() + "\n");
        assertThat(mails.transcript(bob)).contains("Approved: 1 of 1");

        bring(bob.revoking(mails.now()).revoked(bob.certificate()));

        assertThat(mails.bodies(alice)).anySatisfy(body -> assertThat(body)
                .contains(caseId)
                .contains("bob@project.example")
                .containsIgnoringCase("approv"));
        order(alice, "/status\n");
        assertThat(mails.transcript(alice)).doesNotContain("Approved: 1 of 1");
    }

    @Test
    void letterToAReporterWithARevokedCertificateShouldWait() {
        report();

        bring(rita.revoking(mails.now()).revoked(rita.certificate()));
        assertThat(told(alice))
                .singleElement()
                .asString()
                .contains(caseId + ": the OpenPGP certificate of the reporter rita@reporter.example was revoked");
        order(alice, "/reply\nHello.\n");

        assertThat(mails.home.sentTo(rita.address().value())).isEmpty();
    }

    @Test
    void recipientWithARevokedCertificateShouldGetNoNotice() {
        mails.order(
                alice,
                "/recipient add A Vendor <security@vendor.example>\n",
                vendor.certificate().armored());

        bring(vendor.revoking(mails.now()).revoked(vendor.certificate()));

        assertThat(told(alice))
                .singleElement()
                .asString()
                .contains("the recipient A Vendor, security@vendor.example was revoked");
        mails.order(alice, "/recipient list\n");
        assertThat(mails.transcript(alice)).contains("nothing can be encrypted to this certificate now");
    }

    @Test
    void copyFromBeforeItsRevocationShouldNotComeBackOntoTheList() {
        add(vendor);
        bring(vendor.revoking(mails.now()).revoked(vendor.certificate()));
        mails.order(alice, "/recipient remove security@vendor.example\n");

        add(vendor);

        assertThat(mails.transcript(alice)).startsWith("Not done").contains("Nothing can be encrypted to");
        mails.order(alice, "/recipient list\n");
        assertThat(mails.transcript(alice)).contains("Nobody is on the private list");
    }

    @Test
    void copyFromBeforeItsRevocationShouldNotBeGoodForSomebodyElseEither() {
        report();
        bring(rita.revoking(mails.now()).revoked(rita.certificate()));

        mails.order(
                alice,
                "/recipient add Rita <rita@reporter.example>\n",
                rita.certificate().armored());

        assertThat(mails.transcript(alice)).startsWith("Not done").contains("Nothing can be encrypted to");
    }

    @Test
    void copyFromBeforeItsRevocationShouldNotBeTakenWithAnotherReport() {
        report();
        String first = caseId;
        bring(rita.revoking(mails.now()).revoked(rita.certificate()));
        mails.home.clock.move(Duration.ofSeconds(1));

        mails.home.sent.clear();
        mails.home.receive(
                rita.address().value(),
                TestHome.DESK,
                rita.encrypted(
                        mails.desk(), TestHome.fields(rita.address().value(), "hole two"), "more", true, mails.now()));

        assertThat(mails.bodies(alice))
                .noneMatch(body -> body.contains("Letters to the reporter are encrypted to") && !body.contains(first));
        assertThat(mails.home.sentTo(rita.address().value()))
                .noneMatch(letter -> LetterForm.raw(letter).contains("application/pgp-encrypted"));
    }

    @Test
    void guestWithARevokedCertificateShouldGetNoMoreOfHisCase() {
        report();
        mails.orderAt(
                caseAddress(),
                caseId,
                alice,
                "/invite A Vendor <security@vendor.example>\n",
                vendor.certificate().armored());

        bring(vendor.revoking(mails.now()).revoked(vendor.certificate()));

        assertThat(told(alice))
                .singleElement()
                .asString()
                .contains(caseId)
                .contains("the guest security@vendor.example was revoked");
        order(alice, "A note for all.\n");
        assertThat(mails.home.sentTo("security@vendor.example"))
                .noneMatch(letter -> LetterForm.raw(letter).contains("application/pgp-encrypted"));
    }

    private void add(Person recipient) {
        mails.order(
                alice,
                "/recipient add A Vendor <security@vendor.example>\n",
                recipient.certificate().armored());
    }

    @Test
    void revokedKeyOfTheDeskShouldBeToldAndMailGoOn() {
        bring(deskKey().revoked(mails.desk()));

        assertThat(told(alice)).singleElement().asString().contains("The desk's own OpenPGP key was revoked");
        bring(deskKey().revoked(mails.desk()));
        assertThat(told(alice)).isEmpty();
        report();
    }

    private RevocationMaker deskKey() {
        try {
            Path desk = mails.home.folder.resolve("conf/desks/example/secret.asc");
            char[] passphrase = Files.readString(mails.home.folder.resolve("secrets/example.pass"))
                    .strip()
                    .toCharArray();
            return new RevocationMaker(Files.readString(desk), passphrase, mails.now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void otherChangesOfACertificateShouldStayProposals() {
        Person longer = BookMails.person(BookMails.BOB);

        bring(longer.certificate().armored());

        assertThat(told(alice)).isEmpty();
        mails.order(bob, "/recipient list\n");
        assertThat(mails.transcript(bob)).startsWith("Done");
    }
}
