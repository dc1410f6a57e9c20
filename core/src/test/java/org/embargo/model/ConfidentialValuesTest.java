package org.embargo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConfidentialValuesTest {

    private static final String PLANTED = "planted";

    @Test
    void eventsShouldPrintNothingThatAPersonWrote() {
        Randomness randomness = new Randomness(new Random(1));
        CaseEvent event = new MailEvent.ReportFiled(
                IntakeId.of(Instant.EPOCH, randomness.token()),
                Optional.of(new Address(PLANTED + "@reporter.example")),
                new Confidential(PLANTED),
                new Confidential(PLANTED),
                new Arrival(true, true, false, true, Optional.empty()),
                new Token("planted" + "a".repeat(19)),
                Optional.empty(),
                randomness.messageId("project.example"),
                Instant.EPOCH);

        assertThat(event.toString()).doesNotContain(PLANTED);
    }

    @Test
    void refusalOfAnAddressShouldNotQuoteIt() {
        assertThatThrownBy(() -> new Address("planted words"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(PLANTED);
    }

    @Test
    void addressesShouldEqualWhateverTheirCase() {
        assertThat(new Address("Alice@Reporter.Example")).isEqualTo(new Address("alice@reporter.example"));
    }

    @Test
    void addressFormShouldBeDecidedQuicklyForLongText() {
        String hostile = "a.".repeat(5_000) + "@" + "b-".repeat(5_000);

        assertThat(Address.parse(hostile)).isEmpty();
        assertThat(Address.parse("a".repeat(200) + "!".repeat(54))).isEmpty();
    }
}
