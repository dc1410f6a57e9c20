package org.embargo.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.embargo.hostile.Seeds;
import org.embargo.model.Address;
import org.embargo.model.CaseId;
import org.embargo.model.CveId;
import org.embargo.model.CweId;
import org.embargo.model.DurationText;
import org.embargo.model.OneLine;
import org.embargo.model.RefName;
import org.embargo.model.ReleaseVersion;
import org.embargo.model.SeriesRule;
import org.embargo.model.TagPattern;
import org.embargo.model.Token;
import org.embargo.model.VersionRange;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands as members write them, and the values in them: versions, times, severities, names. */
class CommandFuzzTest {

    static Stream<byte[]> commands() {
        return Seeds.withMutants(
                Seeds.of(
                        "PYCA-2026-7310\r\n/reply clear\r\ntext\r\n//x\r\n /y\r\n/end\r\n/disclose 2026-12-01T15:00Z\r\n-- \r\nx",
                        "/title A title\n/severity CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\n/cve CVE-2026-1234\n/cwe 79",
                        "/affects >= 1.0, < 3.4.0-beta1\n/fixed 45.0.2, 44.0.4\n/advance 36h\n/released 1.0 https://x.example/",
                        "/recipient add A Vendor, Inc. <psirt@vendor.example>\n/key reporter 0123456789ABCDEF\n/patch none main",
                        "/approve abcdefghijklmnopqrstuvwxyz234567\n--- PYCA-2026-7310: write above this line ---\n> /publish",
                        "/dry-run\n/disclose 2026-03-29 02:30 Europe/Berlin\n/resume clock 2026-12-01\n/exploited words\n/leaked"));
    }

    @MethodSource("commands")
    @FuzzTest
    void anyMailOfAMemberShouldBeReadOrAnswered(byte[] input) {
        CommandMail mail = CommandReader.read(new String(input, StandardCharsets.UTF_8));

        assertThat(mail.mistakes().isEmpty() || mail.requests().isEmpty()).isTrue();
        assertThat(mail.requests()).hasSizeLessThanOrEqualTo(CommandReader.MOST_COMMANDS);
    }

    static Stream<byte[]> values() {
        return Seeds.withMutants(Seeds.of(
                "45.0.2",
                "v3.4.0-beta1",
                "1.1.1w",
                "\r1d",
                "2026.1rc1",
                ">= 1.0, < 2.0",
                "99999999999999999999999.0",
                "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N",
                "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P/RL:O/RC:C",
                "AV:N/AC:L/Au:N/C:P/I:P/A:P",
                "2026-12-01T15:00:59Z",
                "2026-03-29 02:30 Europe/Berlin",
                "-999999999-01-01",
                "36h",
                "999999999999999999d",
                "\"a b\"@project.example",
                "PYCA-2026-7310",
                "v{version}"));
    }

    @MethodSource("values")
    @FuzzTest
    void anyValueShouldBeReadOrRefused(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);

        ReleaseVersion.parse(text).ifPresent(version -> {
            ReleaseVersion other = new ReleaseVersion("1.0");
            assertThat(Integer.signum(version.compareTo(other))).isEqualTo(-Integer.signum(other.compareTo(version)));
            assertThat(version.canonical() + version.series(SeriesRule.MAJOR_MINOR))
                    .doesNotContain("\n", "\r", " ");
        });
        VersionRange.parse(text).ifPresent(range -> assertThat(range.print()).doesNotContain("\n", "\r"));
        SeverityText.vector(text).ifPresent(severity -> assertThat(severity).isNotNull());
        try {
            assertThat(HourText.read(text)).isNotNull();
        } catch (MistakeException told) {
            assertThat(told).isNotNull();
        }
        DurationText.parse(text)
                .ifPresent(duration -> assertThat(duration.isNegative()).isFalse());
        Address.parse(text).ifPresent(address -> assertThat(address.value()).doesNotContain("\n", "\r", " ", ">", "<"));
        RefName.parse(text).ifPresent(name -> assertThat(name.value()).doesNotContain("..", "\n", " "));
        assertThat(CaseId.parse(text).isPresent() && CveId.parse(text).isPresent())
                .isFalse();
        assertThat(CweId.parse(text).isPresent() && Token.parse(text).isPresent())
                .isFalse();
        assertThat(TagPattern.parse(text)).isNotNull();
        assertThat(OneLine.flawOfName(text)).isNotNull();
    }
}
