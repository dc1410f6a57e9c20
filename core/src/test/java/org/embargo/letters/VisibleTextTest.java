package org.embargo.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

    @Test
    void controlAndBidiCharactersShouldBeShown() {
        assertThat(VisibleText.lines("a\u202Eb\u0007c\u2066d\rx\u0000"))
                .isEqualTo("a[U+202E]b[U+0007]c[U+2066]d[U+000D]x[U+0000]");
    }

    @Test
    void everythingThatSomeProgramTakesForALineEndShouldBeShown() {
        assertThat(VisibleText.lines("a\u2028b\u2029c\u0085d\u000Be\u000Cf").lines())
                .hasSize(1);
    }

    @Test
    void ordinaryTextShouldStay() {
        String text = "Grüße, 漢字 \uD83D\uDC69\u200D\uD83D\uDCBB\n\tindented\n";

        assertThat(VisibleText.lines(text)).isEqualTo(text);
    }

    @Test
    void halfACharacterShouldBeShown() {
        assertThat(VisibleText.lines("a\uD800b")).isEqualTo("a[U+D800]b");
    }

    @Test
    void invisibleTagCharactersShouldBeShown() {
        assertThat(VisibleText.lines("a\uDB40\uDC41")).isEqualTo("a[U+E0041]");
    }

    @Test
    void aValueShouldBeOneLine() {
        assertThat(VisibleText.value("  a\r\n/publish\n\u00a0 b ")).isEqualTo("a /publish b");
    }

    @Test
    void aValueShouldHoldNoMarker() {
        assertThat(VisibleText.value("x --- PYCA-2026-7310: write above this line ---"))
                .doesNotContain("---");
    }

    @Test
    void aValueShouldBeBounded() {
        assertThat(VisibleText.value("\uD83D\uDE00".repeat(1000)).length()).isLessThan(420);
    }
}
