package org.embargo.letters;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class TextWrapTest {

    private static final TextWrap TWENTY = new TextWrap(20);

    @Test
    void shortLinesShouldStay() {
        assertThat(TWENTY.wrap("one\n\n  two  three\n")).isEqualTo("one\n\n  two  three\n");
    }

    @Test
    void longLinesShouldBreakAtTheLastBlankThatFits() {
        assertThat(TWENTY.wrap("nineteen characters, and more")).isEqualTo("nineteen characters,\nand more");
    }

    @Test
    void itemsShouldGoOnUnderTheirText() {
        assertThat(TWENTY.wrap("- an item that is too long for it")).isEqualTo("- an item that is\n  too long for it");
        assertThat(TWENTY.wrap("10. an item that is too long")).isEqualTo("10. an item that is\n    too long");
    }

    @Test
    void quotedWordsShouldStayBehindTheirBar() {
        assertThat(TWENTY.wrap("  | words of somebody else")).isEqualTo("  | words of\n  | somebody else");
    }

    @Test
    void aLongWordShouldStayWhole() {
        assertThat(TWENTY.wrap("see https://example.org/a/long/way now"))
                .isEqualTo("see\nhttps://example.org/a/long/way\nnow");
    }

    @Test
    void aFingerprintShouldStayWhole() {
        String fingerprint = "AC55 0BB9 8F7D E91D FA3D 6774 5E73 9D69 AF08 0E09";

        assertThat(TWENTY.wrap("by " + fingerprint + " from now on")).isEqualTo("by\n" + fingerprint + "\nfrom now on");
    }

    @Test
    void textFarToTheRightShouldBreakAllTheSame() {
        assertThat(TWENTY.lines(" ".repeat(500) + "some words that stand far right"))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(20));
    }

    @Property(tries = 1000)
    void noWordShouldBeLostAndNoLineBeTooLong(
            @ForAll @Chars({' ', '-', '.'}) @CharRange(from = 'a', to = 'c') String text) {
        String wrapped = TWENTY.wrap(text);

        assertThat(wrapped.replaceAll("\\s+", "")).isEqualTo(text.replaceAll("\\s+", ""));
        assertThat(wrapped.lines()).allSatisfy(line -> assertThat(line.length() <= 20 || isOneWord(line))
                .isTrue());
    }

    private static boolean isOneWord(String line) {
        return !line.strip().replaceFirst("^- +", "").contains(" ");
    }
}
