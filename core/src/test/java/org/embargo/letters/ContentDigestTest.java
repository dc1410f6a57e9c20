package org.embargo.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.embargo.model.Address;
import org.embargo.model.Approvals;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.Credit;
import org.embargo.model.CveId;
import org.embargo.model.CweId;
import org.embargo.model.Dossier;
import org.embargo.model.DossierEvent;
import org.embargo.model.Fingerprint;
import org.embargo.model.FinishedTexts;
import org.embargo.model.FinishedTexts.Gap;
import org.embargo.model.Lead;
import org.embargo.model.Schedule;
import org.embargo.model.Severity;
import org.embargo.model.TextField;
import org.embargo.model.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an approval binds to: the digest changes with all of it, and with nothing else. */
class ContentDigestTest {

    private static final Case FULL = SampleCases.with(SampleCases.full(), SampleCases.DATED);

    @Test
    void sameContentShouldHaveTheSameDigest() {
        Case later = FULL.after(List.of());

        assertThat(digest(FULL)).matches("[0-9a-f]{64}").isEqualTo(digest(later));
    }

    static Stream<Arguments> fields() {
        Severity low = new Severity(Severity.Level.LOW, Optional.empty(), Optional.empty());
        return Stream.of(
                Arguments.of("title", text(TextField.TITLE)),
                Arguments.of("description", text(TextField.DESCRIPTION)),
                Arguments.of("remedy", text(TextField.REMEDY)),
                Arguments.of("workaround", text(TextField.WORKAROUND)),
                Arguments.of("severity", new DossierEvent.SeveritySet(low)),
                Arguments.of("cves", new DossierEvent.CvesSet(List.of(new CveId("CVE-2026-12346")))),
                Arguments.of("cwes", new DossierEvent.CwesSet(List.of(new CweId("CWE-415")))),
                Arguments.of("affected", new DossierEvent.AffectedSet(SampleCases.confidential("< 45.0.3"))),
                Arguments.of("fixed", new DossierEvent.FixedSet(SampleCases.confidential("45.0.3"))),
                Arguments.of("no release", new DossierEvent.FixedSet(List.of())),
                Arguments.of("credit", new DossierEvent.CreditSaid(Credit.Naming.of("Eve"))),
                Arguments.of("no credit", new DossierEvent.CreditSaid(Credit.Naming.ANONYMOUS)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fields")
    void everyFieldShouldChangeIt(String what, DossierEvent change) {
        assertThat(digest(FULL.after(change))).as(what).isNotEqualTo(digest(FULL));
    }

    @Test
    void wordThatThereAreNoPatchesShouldChangeIt() {
        Case undecided = SampleCases.with(Dossier.EMPTY, SampleCases.DATED);

        assertThat(digest(undecided.after(new DossierEvent.PatchesNone()))).isNotEqualTo(digest(undecided));
    }

    static Stream<Arguments> dates() {
        Optional<Instant> hour = Optional.of(SampleCases.HOUR);
        return Stream.of(
                Arguments.of(
                        "hour", new Schedule(Optional.of(SampleCases.HOUR.plusSeconds(1)), Lead.USUAL, Urgency.NONE)),
                Arguments.of("no hour", Schedule.OPEN),
                Arguments.of("distance", new Schedule(hour, Lead.of(Duration.ofDays(6)), Urgency.NONE)),
                Arguments.of("at once", new Schedule(hour, Lead.AT_ONCE, Urgency.NONE)),
                Arguments.of("no notice", new Schedule(hour, Lead.NO_NOTICE, Urgency.NONE)),
                Arguments.of("exploited", new Schedule(hour, Lead.USUAL, Urgency.EXPLOITED)),
                Arguments.of("leaked", new Schedule(hour, Lead.USUAL, Urgency.LEAKED)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dates")
    void everyDateShouldChangeIt(String what, Schedule changed) {
        assertThat(digest(SampleCases.with(SampleCases.full(), changed)))
                .as(what)
                .isNotEqualTo(digest(FULL));
    }

    static Stream<Arguments> desks() {
        AdvisoryDesk desk = SampleCases.DESK;
        Address list = new Address("project-dev@lists.example");
        Address other = new Address("other@lists.example");
        Fingerprint key = new Fingerprint("A".repeat(40));
        Duration week = Duration.ofDays(7);
        Duration day = Duration.ofDays(1);
        Optional<String> url = desk.releaseUrl();
        return Stream.of(
                Arguments.of("project", desk("other", desk.address(), desk.key(), List.of(list), week, url)),
                Arguments.of("address", desk("cryptography", other, desk.key(), List.of(list), week, url)),
                Arguments.of("key", desk("cryptography", desk.address(), key, List.of(list), week, url)),
                Arguments.of("list", desk("cryptography", desk.address(), desk.key(), List.of(other), week, url)),
                Arguments.of(
                        "lists", desk("cryptography", desk.address(), desk.key(), List.of(list, other), week, url)),
                Arguments.of("distance", desk("cryptography", desk.address(), desk.key(), List.of(list), day, url)),
                Arguments.of(
                        "release url",
                        desk("cryptography", desk.address(), desk.key(), List.of(list), week, Optional.empty())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("desks")
    void everyTraitOfTheDeskShouldChangeIt(String what, AdvisoryDesk changed) {
        assertThat(new AdvisoryWriter(changed, Templates.shipped()).finish(FULL).digest())
                .as(what)
                .isNotEqualTo(digest(FULL));
    }

    @Test
    void caseShouldChangeIt() {
        CaseId other = new CaseId("PYCA", 2026, 7311);

        assertThat(digest(SampleCases.with(other, SampleCases.full(), SampleCases.DATED, Approvals.NONE)))
                .isNotEqualTo(digest(FULL));
    }

    @Test
    void ruleThatSetsTheHourShouldChangeItAndTheHourItselfNot() {
        Schedule exploited = new Schedule(Optional.of(SampleCases.HOUR), Lead.USUAL, Urgency.EXPLOITED);
        Schedule moved = new Schedule(Optional.of(SampleCases.HOUR.minusSeconds(1)), Lead.USUAL, Urgency.EXPLOITED);
        AdvisoryDesk desk = SampleCases.DESK;
        AdvisoryDesk slower = new AdvisoryDesk(
                desk.project(),
                desk.address(),
                desk.key(),
                desk.mailingLists(),
                desk.advanceNotice(),
                Duration.ofHours(25),
                desk.releaseUrl(),
                AdvisoryDesk.Pushing.NONE);
        Case current = SampleCases.with(SampleCases.full(), exploited);

        assertThat(digest(SampleCases.with(SampleCases.full(), moved))).isEqualTo(digest(current));
        assertThat(new AdvisoryWriter(slower, Templates.shipped())
                        .finish(current)
                        .digest())
                .isNotEqualTo(digest(current));
    }

    @Test
    void reporterWhoAsksNotToBeNamedAfterApprovalShouldNotChangeIt() {
        FinishedTexts approved = finished(FULL);
        Approvals approvals = new Approvals(List.of(), List.of(), Optional.of(approved), Set.of());
        Credit none = new Credit(Optional.empty(), Optional.of(Credit.Naming.ANONYMOUS), Optional.empty());
        DossierEvent withdrawn = new DossierEvent.CreditSaid(Credit.Naming.ANONYMOUS);
        Case approvedCase = SampleCases.with(SampleCases.ID, SampleCases.full(), SampleCases.DATED, approvals);

        assertThat(digest(approvedCase.after(withdrawn))).isEqualTo(approved.digest());
        assertThat(approved.credit().of(none).text()).isEqualTo("a reporter who does not wish to be named");
        assertThat(approved.credit().of(SampleCases.full().credit()).text()).isEqualTo("Robin Reporter");
        assertThat(digest(FULL.after(withdrawn))).isNotEqualTo(approved.digest());
    }

    @Test
    void gapsShouldStandInOurWordsAlone() {
        FinishedTexts texts = finished(FULL.after(List.of(
                new DossierEvent.CreditSaid(Credit.Naming.of(Gap.HOUR.mark())),
                new DossierEvent.TextSet(
                        TextField.DESCRIPTION, new Confidential(Gap.RELEASES.mark() + Gap.TIMELINE.mark())))));

        assertThat(texts.post().text().split(Gap.TIMELINE.mark(), -1)).hasSize(2);
        assertThat(texts.post().text().split(Gap.RELEASES.mark(), -1)).hasSize(2);
        assertThat(texts.notice().text()).doesNotContain("\uE000");
        assertThat(texts.credit().named().text()).isEqualTo("[U+E000]HOUR[U+E001]");
    }

    @Test
    void valuesShouldNotRunIntoEachOther() {
        assertThat(new ContentSum().add("a", List.of("b", "c")).hex())
                .isNotEqualTo(new ContentSum().add("a", List.of("bc", "")).hex())
                .isNotEqualTo(new ContentSum()
                        .add("a", List.of("b"))
                        .add("c", List.of())
                        .hex())
                .isEqualTo(new ContentSum().add("a", List.of("b", "c")).hex());
    }

    private static AdvisoryDesk desk(
            String project,
            Address address,
            Fingerprint key,
            List<Address> lists,
            Duration distance,
            Optional<String> releaseUrl) {
        return new AdvisoryDesk(
                project, address, key, lists, distance, Duration.ofHours(24), releaseUrl, AdvisoryDesk.Pushing.NONE);
    }

    private static String digest(Case current) {
        return finished(current).digest();
    }

    private static FinishedTexts finished(Case current) {
        return new AdvisoryWriter(SampleCases.DESK, Templates.shipped()).finish(current);
    }

    private static DossierEvent text(TextField field) {
        return new DossierEvent.TextSet(field, new Confidential("Another."));
    }
}
