package org.embargo.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.embargo.process.requests.Ordered;
import org.embargo.process.requests.Request;

/** From the side of the text: whatever a member may write, in every form that each command has. */
class CommandRoundTripTest {

    private static final String MARKER = "--- PYCA-2026-7310: write above this line ---";

    @Property(tries = 3000)
    void whatIsReadShouldBePrintedSoThatItIsReadTheSame(@ForAll("mails") List<String> lines) {
        CommandMail mail = CommandReader.read(String.join("\n", lines));
        Assume.that(mail.mistakes().isEmpty());

        CommandMail again = CommandReader.read(CommandText.print(requests(mail)));

        assertThat(again.mistakes()).isEmpty();
        assertThat(requests(again)).isEqualTo(requests(mail));
    }

    @Property(tries = 1000)
    void nothingBelowTheMarkerShouldChangeWhatIsOrdered(
            @ForAll("mails") List<String> own, @ForAll("mails") List<String> others) {
        String above = String.join("\n", own) + "\n" + MARKER + "\n";

        CommandMail alone = CommandReader.read(above);
        CommandMail quoting = CommandReader.read(above + String.join("\n", others));

        assertThat(quoting).isEqualTo(alone);
    }

    @Property(tries = 1000)
    void quotedLinesShouldChangeNothingWhereverTheyStand(
            @ForAll("mails") List<String> own,
            @ForAll("mails") List<String> others,
            @ForAll @IntRange(max = 20) int at) {
        CommandMail alone = CommandReader.read(String.join("\n", own));
        Assume.that(alone.mistakes().isEmpty());
        List<String> lines = new ArrayList<>(own);
        lines.addAll(
                Math.min(at, own.size()),
                others.stream().map(line -> "> " + line).toList());

        CommandMail quoting = CommandReader.read(String.join("\n", lines));

        assertThat(requests(quoting)).isEqualTo(requests(alone));
        assertThat(quoting.note()).isEqualTo(alone.note());
    }

    @Property(tries = 1000)
    void noRunOfCharactersShouldMakeItThrow(@ForAll("odd") String text) {
        CommandMail mail = CommandReader.read(text);

        assertThat(mail.mistakes()).hasSizeLessThanOrEqualTo(CommandReader.MOST_COMMANDS);
    }

    @Provide
    Arbitrary<List<String>> mails() {
        Arbitrary<String> commands = Arbitraries.of(
                "/help reply",
                "/help",
                "/cases all",
                "/status",
                "/note x",
                "/NOTE",
                "/reply",
                "/reply clear",
                "/reply clear enough",
                "/reply Clear words",
                "/accept",
                "/accept sure clear",
                "/reject no",
                "/duplicate PYCA-2026-7311 clear",
                "/junk PYCA-2026-7310 PYCA-2026-7311",
                "/owner a@b.example",
                "/reporter <a@b.example> sure",
                "/key reporter",
                "/key reporter 0123 4567 89AB CDEF 0123 4567 89AB CDEF 0123 4567",
                "/hold",
                "/hold for now",
                "/resume",
                "/close bye",
                "/reopen",
                "/title A title",
                "/severity high",
                "/severity CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                "/cve CVE-2026-1234",
                "/cwe CWE-416",
                "/affects >= 41.0.0, < 45.0.2",
                "/affects 1.0, 2.0",
                "/affects none",
                "/fixed 45.0.2, 44.0.4",
                "/fixed none",
                "/description words",
                "/remedy",
                "/workaround w",
                "/credit Robin R.",
                "/credit anonymous",
                "/patch none",
                "/disclose 2026-12-01T15:00Z",
                "/disclose 2026-12-01",
                "/disclose 2026-12-01 15:00 Europe/Berlin",
                "/disclose none",
                "/advance 7d",
                "/advance now",
                "/end",
                "/end");
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.of(
                        "words",
                        "",
                        "",
                        " ",
                        "//etc",
                        " /etc",
                        "  /etc",
                        "\t/etc",
                        "///",
                        "clear",
                        "sure",
                        "-- x",
                        "--",
                        "-- ",
                        "\u2028/hold",
                        "\u0085/hold",
                        "\u00a0/hold",
                        " > x",
                        "PYCA-2026-7310",
                        "a\u0000b",
                        "\uFEFF/hold"),
                Arbitraries.strings().ofMaxLength(8).map(text -> text.replace('\n', ' ')
                        .replace('\r', ' ')));
        return Arbitraries.frequencyOf(Tuple.of(2, commands), Tuple.of(3, texts))
                .list()
                .ofMaxSize(7);
    }

    @Provide
    Arbitrary<String> odd() {
        return Arbitraries.of(
                        "/", "//", "/end", "> ", MARKER, "\n", "\r", "\u0000", "\ud800", " ", "-- ", "From: x", "_",
                        "a")
                .list()
                .ofMaxSize(200)
                .map(parts -> String.join("", parts));
    }

    private static List<Request> requests(CommandMail mail) {
        return mail.requests().stream().map(Ordered::request).toList();
    }
}
