package org.embargo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.embargo.content.Content;
import org.junit.jupiter.api.Test;

final class DeliveryReportTest {

    private static final String STATUS = """
            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; a@a.example
            Action: failed
            Status: 5.1.1 (no such user)

            Final-Recipient: rfc822; b@a.example
            Action: Delayed (still trying)
            Status: 4.2.2

            Final-Recipient: rfc822; c@a.example
            Action: delivered
            """;

    @Test
    void eachRecipientShouldHaveItsStatus() throws IOException {
        assertThat(read(report("delivery-status", STATUS), MailLimits.DEFAULT))
                .containsExactly(
                        new DeliveryStatus("failed", Optional.of("5.1.1")),
                        new DeliveryStatus("delayed", Optional.of("4.2.2")),
                        new DeliveryStatus("delivered", Optional.empty()));
    }

    @Test
    void recipientsShouldBeBounded() throws IOException {
        MailLimits two = new MailLimits(20, 500, 2_000, 1 << 15, 1 << 16, 1 << 20, 1000, 2, 2, 2, 1);

        assertThat(read(report("delivery-status", STATUS), two)).hasSize(2);
    }

    @Test
    void wordsOfABounceShouldNotMakeOne() throws IOException {
        assertThat(read("Subject: Undelivered Mail Returned to Sender\n\n" + STATUS, MailLimits.DEFAULT))
                .isEmpty();
        assertThat(read(report("disposition-notification", STATUS), MailLimits.DEFAULT))
                .isEmpty();
        assertThat(read(
                        report("delivery-status", STATUS).replace("multipart/report", "multipart/mixed"),
                        MailLimits.DEFAULT))
                .isEmpty();
    }

    @Test
    void unknownActionShouldBeLeftOut() throws IOException {
        assertThat(read(report("delivery-status", "\nAction: exploded\n"), MailLimits.DEFAULT))
                .isEmpty();
    }

    static String report(String type, String status) {
        return "Content-Type: multipart/report; report-type=" + type + "; boundary=b\n\n--b\n\nYour mail bounced\n"
                + "--b\nContent-Type: message/delivery-status\n\n" + status
                + "\n--b\nContent-Type: text/rfc822-headers\n\nSubject: x\n\n--b--\n";
    }

    private static List<DeliveryStatus> read(String mail, MailLimits limits) throws IOException {
        byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        Allowance allowance = new Allowance(MailLimits.DEFAULT, Mails.SPOOLS);
        return new DeliveryReport(limits)
                .read(new MailParser(allowance).parse(Content.of(bytes), 0).root());
    }
}
