package org.embargo.commands;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.embargo.model.Fingerprint;
import org.embargo.process.ApprovalRequest;
import org.embargo.process.AskingRequest;
import org.embargo.process.Clearance;
import org.embargo.process.Command;
import org.embargo.process.CourseRequest;
import org.embargo.process.Ordered;
import org.embargo.process.ReporterRequest;
import org.embargo.process.Request;

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
                        cases, addresses, Arbitraries.integers().between(0, 12))
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
                    default -> new ReporterRequest.Accept(new Confidential(""), Clearance.NONE);
                });
        return Arbitraries.oneOf(withText, others).list().ofMaxSize(8);
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
