package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.embargo.mail.OpenedMail;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates of recipients that end: the team hears of it early, and so does whoever must renew his. */
class RecipientCertificateTest {

    private static final String VENDOR = "security@vendor.example";

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

    @Test
    void certificateThatEndsShouldBeToldToTheTeamAndToItsOwner() throws Exception {
        Person vendor = Person.at(VENDOR, mails.now().minusSeconds(60), Duration.ofDays(40));
        mails.order(
                mails.home.alice,
                "/recipient add A Vendor <" + VENDOR + ">\n",
                vendor.certificate().armored());
        mails.home.sent.clear();

        mails.home.clock.move(Duration.ofDays(11));
        mails.home.embargo().runDue();

        assertThat(mails.bodies(mails.home.bob))
                .anyMatch(body -> body.contains("Of the recipient A Vendor, " + VENDOR)
                        && body.contains(vendor.certificate().fingerprint().spaced()));
        OpenedMail early = vendor.read(only().message(), mails.desk(), mails.home.spools(), mails.now());
        assertThat(early.encrypted()).isTrue();
        assertThat(early.body()).contains(vendor.certificate().fingerprint().spaced());
        mails.home.sent.clear();

        mails.home.clock.move(Duration.ofDays(30));
        mails.home.embargo().runDue();

        String last = text(only());
        assertThat(last).contains("can't be used").doesNotContain("PYCA-").doesNotContain("disclos");
        assertThat(mails.bodies(mails.home.bob)).anyMatch(body -> body.contains("can't be used now"));
    }

    private static OutgoingMail only() {
        assertThat(mails.home.sentTo(VENDOR)).hasSize(1);
        return mails.home.sentTo(VENDOR).get(0);
    }

    private static String text(OutgoingMail mail) throws Exception {
        return new String(mail.message().bytes(), StandardCharsets.UTF_8);
    }
}
