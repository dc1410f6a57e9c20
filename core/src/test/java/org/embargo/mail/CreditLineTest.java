package org.embargo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditLineTest {

    @Test
    void lineInHisOwnTextShouldCount() {
        assertThat(CreditLine.in("Thanks.\nCredit:  Rita Reporter \n\nRita")).contains("Rita Reporter");
        assertThat(CreditLine.in("credit: none")).contains("none");
    }

    @Test
    void firstLineShouldCountSinceWhatIsBelowMayBeQuoted() {
        assertThat(CreditLine.in("credit: none\n\nsome text\ncredit: Mallory")).contains("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> credit: Mallory",
                "- credit: YOUR NAME",
                "credit: YOUR NAME",
                "credit:",
                "my credit: Mallory",
                "Hello\n-- \ncredit: Mallory",
                "Hello\n--- PYCA-2026-7310: write above this line ---\ncredit: Mallory",
                "Hello\n-----Original Message-----\ncredit: Mallory",
                "Hello\n________________________________\nFrom: a\ncredit: Mallory",
                "Hello\nFrom: Desk <security@project.example>\ncredit: Mallory",
                "Hello\nOn Monday the desk wrote:\ncredit: Mallory",
            })
    void whatIsNotHisOwnTextShouldNotCount(String text) {
        assertThat(CreditLine.in(text)).isEmpty();
    }
}
