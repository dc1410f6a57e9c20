package org.embargo.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.embargo.model.OneLine.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rita Reporter",
                "Dr. R. M\u00fcller (@rita)",
                "J.R. Hacker",
                "St.John Smith",
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
                "team 42, University of X",
                "A/B Security"
            })
    void nameShouldBeTaken(String name) {
        assertThat(OneLine.flawOfName(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rita https://evil.example",
                "www.evil.example",
                "Rita (evil.com)",
                "mailto:x",
                "rita@evil.example",
                "//evil",
                "evil\uff0ecom",
                "evil\u3002com",
                "EVIL.COM",
                "http:/evil",
                "\u0435vil.\u0440\u0444"
            })
    void nameThatLeadsAwayShouldBeRefused(String name) {
        assertThat(OneLine.flawOfName(name)).contains(Flaw.LINK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rita\u202eatiR", "Rita\u0007", "Rita\tX", "Rita\u2028X", "\ue000CREDIT\ue001", "\ud800"})
    void whatHidesOrTurnsRoundShouldBeRefused(String name) {
        assertThat(OneLine.flawOfName(name)).contains(Flaw.CONTROL);
        assertThat(OneLine.flawOfTitle(name)).contains(Flaw.CONTROL);
    }

    @Test
    void lengthShouldBeBoundedInCharacters() {
        String smile = "\ud83d\ude42";

        assertThat(OneLine.flawOfName(smile.repeat(100))).isEmpty();
        assertThat(OneLine.flawOfName(smile.repeat(101))).contains(Flaw.LONG);
        assertThat(OneLine.flawOfTitle("x".repeat(150))).isEmpty();
        assertThat(OneLine.flawOfTitle("x".repeat(151))).contains(Flaw.LONG);
        assertThat(OneLine.flawOfName(" ")).contains(Flaw.EMPTY);
    }
}
