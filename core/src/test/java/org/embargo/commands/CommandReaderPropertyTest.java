package org.embargo.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.embargo.model.Address;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.Credit;
import org.embargo.model.CveId;
import org.embargo.model.Fingerprint;
import org.embargo.model.Lead;
import org.embargo.model.OneLine;
import org.embargo.model.ReleaseVersion;
import org.embargo.model.TextField;
import org.embargo.model.VersionRange;
import org.embargo.process.requests.ApprovalRequest;
import org.embargo.process.requests.AskingRequest;
import org.embargo.process.requests.BookRequest;
import org.embargo.process.requests.CourseRequest;
import org.embargo.process.requests.DisclosureHour;
import org.embargo.process.requests.FieldRequest;
import org.embargo.process.requests.Ordered;
import org.embargo.process.requests.ReporterRequest;
import org.embargo.process.requests.Request;
import org.embargo.process.requests.ScheduleRequest;
import org.embargo.process.standing.Clearance;
import org.embargo.process.words.Command;

class CommandReaderPropertyTest {

    @Property(tries = 2000)
    void noTextShouldMakeItThrow(@ForAll String text) {
        assertThat(CommandReader.read(text).requests()).hasSizeLessThanOrEqualTo(CommandReader.MOST_COMMANDS);
    }

    @Property(tries = 2000)
    void noLinesOfCommandsShouldMakeItThrow(@ForAll("nearlyCommands") String text) {
        CommandMail mail = CommandReader.read(text);

        assertThat(mail.mistakes().isEmpty() || mail.requests().isEmpty()).isTrue();
    }

    @Property(tries = 1000)
    void whatIsPrintedShouldBeReadAsTheSame(@ForAll("requests") List<Request> requests) {
        CommandMail read = CommandReader.read(CommandText.print(requests));

        assertThat(read.mistakes()).isEmpty();
        assertThat(read.requests().stream().map(Ordered::request)).containsExactlyElementsOf(requests);
    }

    @Provide
    Arbitrary<String> nearlyCommands() {
        Arbitrary<String> words = Arbitraries.of(Command.words())
                .map(word -> word + " PYCA-2026-7310")
                .injectDuplicates(0.2);
        return Arbitraries.oneOf(
                        words,
                        Arbitraries.of("/end", "/dry-run", "-- ", "> x", "//x", " /x", "/", "clear", "sure", ""),
                        Arbitraries.strings().ofMaxLength(12))
                .list()
                .ofMaxSize(20)
                .map(lines -> String.join("\n", lines));
    }

    @Provide
    Arbitrary<List<Request>> requests() {
        Arbitrary<Clearance> clearances = Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as(Clearance::new);
        Arbitrary<CaseId> cases =
                Arbitraries.longs().between(1000, 999_999).map(number -> new CaseId("PYCA", 2026, number));
        Arbitrary<Address> addresses =
                Arbitraries.of("alice@project.example", "r.o-b@x.example").map(Address::new);
        Arbitrary<Request> withText = Combinators.combine(
                        texts(), clearances, cases, Arbitraries.integers().between(0, 6))
                .as((text, clearance, id, which) -> switch (which) {
                    case 0 -> new AskingRequest.Note(text);
                    case 1 -> new ReporterRequest.Reply(text, clearance);
                    case 2 -> new ReporterRequest.Accept(text, clearance);
                    case 3 -> new ReporterRequest.Reject(text, clearance);
                    case 4 -> new ReporterRequest.Duplicate(id, text, clearance);
                    case 5 -> new CourseRequest.Hold(text);
                    default -> new CourseRequest.Close(text);
                });
        Arbitrary<Request> others = Combinators.combine(
                        cases, addresses, Arbitraries.integers().between(0, 20))
                .as((id, address, which) -> switch (which) {
                    case 0 -> new AskingRequest.Help(Optional.of(Command.REPLY));
                    case 1 -> new AskingRequest.Cases(true);
                    case 2 -> new AskingRequest.Status();
                    case 3 -> new CourseRequest.Junk(id);
                    case 4 -> new CourseRequest.Owner(address);
                    case 5 -> new ReporterRequest.Reporter(address, true);
                    case 6 -> new ReporterRequest.ReporterKey(Optional.of(new Fingerprint("0123456789".repeat(4))));
                    case 7 -> new ReporterRequest.ReporterKey(Optional.empty());
                    case 8 -> new CourseRequest.Resume();
                    case 9 -> new CourseRequest.Retry();
                    case 10 -> new ApprovalRequest.Preview();
                    case 11 -> new ApprovalRequest.Approve("abcdefghijklmnopqrstuvwxyz234567");
                    case 12 -> new BookRequest.AddRecipient(new Confidential("A Vendor, Inc."), address);
                    case 13 -> new BookRequest.RemoveRecipient(address, false);
                    case 14 -> new BookRequest.RemoveRecipient(address, true);
                    case 15 -> new BookRequest.PauseRecipient(address);
                    case 16 -> new BookRequest.ResumeRecipient(address);
                    case 17 -> new BookRequest.ListRecipients();
                    case 18 -> new BookRequest.MemberKey(address);
                    case 19 -> new BookRequest.RecipientKey(address);
                    default -> new ReporterRequest.Accept(new Confidential(""), Clearance.NONE);
                });
        return Arbitraries.oneOf(withText, others, fields(), dates()).list().ofMaxSize(8);
    }

    private static Arbitrary<Request> fields() {
        Arbitrary<ReleaseVersion> versions = Arbitraries.of("1.0", "45.0.2", "3.4.0-beta1", "1.1.1w", "2026.1rc1")
                .map(ReleaseVersion::new);
        Arbitrary<String> names = Arbitraries.of("Rita", "\u017bofia O'Neill (she)", "none of them", "J. R. Hacker");
        return Combinators.combine(
                        texts().filter(text -> !OneLine.deceives(text.text())),
                        names,
                        versions,
                        versions,
                        Arbitraries.integers().between(0, 12))
                .as((text, name, one, other, which) -> switch (which) {
                    case 0 -> new FieldRequest.SetText(TextField.TITLE, new Confidential(name));
                    case 1 -> new FieldRequest.SetText(TextField.DESCRIPTION, text);
                    case 2 -> new FieldRequest.SetText(TextField.WORKAROUND, text);
                    case 3 ->
                        new FieldRequest.Severity(SeverityText.word("moderate").orElseThrow());
                    case 4 ->
                        new FieldRequest.Severity(
                                SeverityText.vector("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N")
                                        .orElseThrow());
                    case 5 -> new FieldRequest.Cve(List.of(new CveId("CVE-2026-1234"), new CveId("CVE-2025-99999")));
                    case 6 -> new FieldRequest.Cwe(List.of());
                    case 7 -> new FieldRequest.Affects(range(one, other));
                    case 8 -> new FieldRequest.Affects(VersionRange.parse(one.text()));
                    case 9 -> new FieldRequest.Fixed(one.equals(other) ? List.of() : List.of(one, other));
                    case 10 -> new FieldRequest.SetCredit(Credit.Naming.of(name));
                    case 11 -> new FieldRequest.SetCredit(Credit.Naming.ANONYMOUS);
                    default -> new FieldRequest.NoPatch();
                });
    }

    private static Optional<VersionRange> range(ReleaseVersion one, ReleaseVersion other) {
        return VersionRange.parse(">= " + one + ", < " + other).or(() -> VersionRange.parse("> " + one));
    }

    private static Arbitrary<Request> dates() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 4_000_000_000L),
                        Arbitraries.integers().between(0, 6))
                .as((seconds, which) -> switch (which) {
                    case 0 ->
                        new ScheduleRequest.Disclose(
                                Optional.of(new DisclosureHour.At(Instant.ofEpochSecond(seconds))));
                    case 1 ->
                        new ScheduleRequest.Disclose(
                                Optional.of(new DisclosureHour.On(LocalDate.ofEpochDay(seconds / 86_400))));
                    case 2 -> new ScheduleRequest.Disclose(Optional.empty());
                    case 3 ->
                        new ScheduleRequest.Advance(Lead.of(Duration.ofSeconds(
                                1 + seconds % Duration.ofDays(3660).toSeconds())));
                    case 4 -> new ScheduleRequest.Advance(Lead.AT_ONCE);
                    case 5 -> new ScheduleRequest.Advance(Lead.NO_NOTICE);
                    default -> new ScheduleRequest.Advance(Lead.USUAL);
                });
    }

    /** Texts as the reader can yield them: not blank at either end, without lines that are never text. */
    private static Arbitrary<Confidential> texts() {
        Arbitrary<String> line = Arbitraries.oneOf(
                Arbitraries.of("clear", "sure", "/reply", "//x", " /x", "  /y", "", "--x", " > x", "PYCA-2026-7310"),
                Arbitraries.strings().ascii().filter(text -> text.chars().noneMatch(c -> c < ' ')));
        return line.list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(lines -> lines.stream()
                        .filter(each ->
                                !each.startsWith(">") && !each.stripTrailing().equals("--"))
                        .collect(Collectors.toList()))
                .map(CommandText::trimmed)
                .filter(text -> !text.isBlank())
                .map(Confidential::new);
    }
}
