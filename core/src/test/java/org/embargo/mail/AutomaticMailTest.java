package org.embargo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.embargo.content.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AutomaticMailTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated; type=x (comment)",
                "auto-submitted: AUTO-NOTIFIED",
                "List-Id: <x.example>",
                "List-Unsubscribe: <mailto:x@y.example>",
                "Precedence: bulk",
                "Precedence: List"
            })
    void fieldOfAMachineShouldMakeAMailAutomatic(String field) {
        assertThat(AutomaticMail.is(Mails.open(field + "\n\ntext"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: no",
                "Auto-Submitted: (really) No; x=y",
                "Subject: Out of office: automatic reply",
                "Subject: Undelivered Mail Returned to Sender",
                "Precedence: normal"
            })
    void wordsShouldNotMakeAMailAutomatic(String field) {
        assertThat(AutomaticMail.is(Mails.open(field + "\n\ntext"))).isFalse();
    }

    @Test
    void nullSenderShouldMakeAMailAutomatic() {
        RawMail bounce = Mails.raw(Content.of("\r\ntext".getBytes(StandardCharsets.UTF_8)), Optional.empty());

        assertThat(AutomaticMail.is(Mails.open(bounce))).isTrue();
    }

    @Test
    void deliveryReportShouldBeAutomatic() {
        assertThat(AutomaticMail.is(Mails.open(DeliveryReportTest.report("delivery-status", "\nAction: delivered\n"))))
                .isTrue();
    }
}
