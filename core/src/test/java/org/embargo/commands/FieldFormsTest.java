package org.embargo.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.embargo.model.Confidential;
import org.embargo.model.Severity;
import org.embargo.model.VersionRange;
import org.embargo.process.requests.DisclosureHour;
import org.embargo.process.requests.FieldRequest;
import org.embargo.process.requests.Ordered;
import org.embargo.process.requests.Request;
import org.embargo.process.requests.ScheduleRequest;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Refusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldFormsTest {

    /** Scores as FIRST's calculators have them. */
    @ParameterizedTest
    @CsvSource({
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, CRITICAL, 9.8",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H/E:P/RL:O/RC:C, CRITICAL, 9.0",
        "CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N, LOW, 1.8",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N, NONE, 0.0",
        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N, CRITICAL, 9.3",
        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:P, HIGH, 8.9",
    })
    void vectorShouldHaveItsScoreAndLevel(String vector, Severity.Level level, String score) {
        assertThat(only("/severity " + vector))
                .isEqualTo(new FieldRequest.Severity(new Severity(level, Optional.of(vector), Optional.of(score))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                "CVSS:2.0/AV:N/AC:L/Au:N/C:P/I:P/A:P",
                "AV:N/AC:L/Au:N/C:P/I:P/A:P",
                "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H",
                "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/A:L",
                "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:Q",
                "CVSS:4.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                "cvss:3.1/av:n"
            })
    void whatIsNoVectorShouldBeRefused(String vector) {
        assertThat(mistake("/severity " + vector)).isEqualTo(Refusal.of(Reason.VECTOR_WRONG, vector));
    }

    @Test
    void versionsOneByOneShouldBeARangeEach() {
        assertThat(CommandReader.read("/affects 44.0.1, v44.0.2\n").requests().stream()
                        .map(each -> (FieldRequest.Affects) each.request())
                        .map(each -> each.range().map(VersionRange::print).orElse("none")))
                .containsExactly("44.0.1", "44.0.2");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T15:00Z, 2026-12-01T15:00:00Z",
        "2026-12-01t15:00:30z, 2026-12-01T15:00:30Z",
        "2026-12-01 15:00 UTC, 2026-12-01T15:00:00Z",
        "2026-12-01   15:00:07   UTC, 2026-12-01T15:00:07Z",
        "2026-12-01 15:00 Europe/Berlin, 2026-12-01T14:00:00Z",
        "2026-07-01 15:00 Europe/Berlin, 2026-07-01T13:00:00Z",
        "2026-12-01T15:00 America/Argentina/Buenos_Aires, 2026-12-01T18:00:00Z",
    })
    void timeShouldBeReadInItsZone(String written, Instant moment) {
        assertThat(only("/disclose " + written))
                .isEqualTo(new ScheduleRequest.Disclose(Optional.of(new DisclosureHour.At(moment))));
    }

    @Test
    void dayAloneShouldLeaveTheHourToTheDesk() {
        assertThat(only("/disclose 2026-12-01"))
                .isEqualTo(new ScheduleRequest.Disclose(Optional.of(new DisclosureHour.On(LocalDate.of(2026, 12, 1)))));
    }

    @Test
    void hourThatDoesNotExistShouldBeRefusedWithTheReason() {
        assertThat(mistake("/disclose 2027-03-28 02:30 Europe/Berlin"))
                .isEqualTo(Refusal.of(Reason.HOUR_SKIPPED, "2027-03-28 02:30", "Europe/Berlin"));
    }

    @Test
    void hourThatExistsTwiceShouldBeRefusedWithBothMoments() {
        assertThat(mistake("/disclose 2026-10-25 02:30 Europe/Berlin"))
                .isEqualTo(Refusal.of(
                        Reason.HOUR_TWICE,
                        "2026-10-25 02:30",
                        "Europe/Berlin",
                        "2026-10-25T00:30:00Z",
                        "2026-10-25T01:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01 15:00 europe/berlin, Europe/Berlin",
        "2026-12-01 15:00 Europe/Berln, Europe/Berlin",
        "2026-12-01 15:00 CST, ''",
    })
    void zoneShouldHaveANameOfItsOwn(String written, String meant) {
        Refusal refusal = mistake("/disclose " + written);

        assertThat(refusal.reason()).isEqualTo(Reason.ZONE_UNKNOWN);
        if (!meant.isEmpty()) {
            assertThat(refusal.values().get(1)).isEqualTo(new Confidential(meant));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-01T15:00",
                "2026-12-01 15:00",
                "2026-12-01T15:00+01:00",
                "2026-02-30",
                "2026-12-01T25:00Z",
                "01.12.2026",
                "2026-12-01T15:00:00.5Z",
                "7d"
            })
    void otherFormsOfTimeShouldBeRefused(String written) {
        assertThat(mistake("/disclose " + written).reason()).isEqualTo(Reason.ARGUMENT_WRONG);
    }

    @Test
    void textThatCouldStandForAGapShouldBeRefused() {
        assertThat(mistake("/description\nfine\n\ue000CREDIT\ue001\n").reason()).isEqualTo(Reason.TEXT_DECEIVES);
        assertThat(mistake("/remedy\n" + "x".repeat(FieldForms.LONGEST_TEXT + 1))
                        .reason())
                .isEqualTo(Reason.TEXT_TOO_LONG);
    }

    private static Request only(String line) {
        CommandMail mail = CommandReader.read(line + "\n");
        assertThat(mail.mistakes()).isEmpty();
        List<Request> requests = mail.requests().stream().map(Ordered::request).collect(Collectors.toList());
        assertThat(requests).hasSize(1);
        return requests.get(0);
    }

    private static Refusal mistake(String line) {
        CommandMail mail = CommandReader.read(line + "\n");
        assertThat(mail.mistakes()).hasSize(1);
        return mail.mistakes().get(0).why();
    }
}
