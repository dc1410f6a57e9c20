package org.embargo.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTextTest {

    @Test
    void plainTextShouldStayReadable() {
        BodyText body = BodyText.of("--- PYCA-2026-7310: write above this line ---\n\n> a = b\n");

        assertThat(body.encoding()).isEqualTo("7bit");
        assertThat(body.text()).isEqualTo("--- PYCA-2026-7310: write above this line ---\r\n\r\n> a = b\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"From here\n", "x \n", "x\t\n", ".\n", "a\rb\n", "ä\n", "\u0000\n", "a\n.b", "-- \n"})
    void whatIsTouchedOnTheWayShouldBeEncoded(String text) throws IOException {
        BodyText body = BodyText.of(text);

        assertThat(body.encoding()).isEqualTo("quoted-printable");
        assertThat(body.text()).isASCII();
        assertThat(body.text().lines())
                .noneMatch(line ->
                        line.startsWith("From ") || line.startsWith(".") || line.endsWith(" ") || line.endsWith("\t"));
        assertThat(decoded(body)).isEqualTo(text);
    }

    @Test
    void longLinesShouldBeEncoded() throws IOException {
        String text = "From x.".repeat(400) + "\n";
        BodyText body = BodyText.of(text);

        assertThat(body.text().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(76));
        assertThat(decoded(body)).isEqualTo(text);
    }

    @Property(tries = 500)
    void anyTextShouldComeBackTheSame(@ForAll @StringLength(min = 1, max = 300) String any) throws IOException {
        String text = VisibleText.lines(any).replace("\r", "");
        BodyText body = BodyText.of(text);

        assertThat(body.text()).isASCII();
        assertThat(body.text().lines()).noneMatch(line -> line.startsWith("From ") || line.startsWith("."));
        assertThat(decoded(body)).isEqualTo(text);
    }

    private static String decoded(BodyText body) throws IOException {
        if (body.encoding().equals("7bit")) {
            return body.text().replace("\r\n", "\n");
        }
        byte[] encoded = body.text().getBytes(StandardCharsets.US_ASCII);
        try (QuotedPrintableInputStream in = new QuotedPrintableInputStream(new ByteArrayInputStream(encoded))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
