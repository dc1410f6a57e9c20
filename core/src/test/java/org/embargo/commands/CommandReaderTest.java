package org.embargo.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.embargo.model.Address;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.process.requests.AskingRequest;
import org.embargo.process.requests.CourseRequest;
import org.embargo.process.requests.Ordered;
import org.embargo.process.requests.ReporterRequest;
import org.embargo.process.requests.Request;
import org.embargo.process.standing.Clearance;
import org.embargo.process.words.Command;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Refusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandReaderTest {

    private static final CaseId CASE = new CaseId("PYCA", 2026, 7310);
    private static final String MARKER = "--- PYCA-2026-7310: write above this line ---\n";

    @Test
    void textBeforeTheFirstCommandShouldBeANote() {
        CommandMail mail = CommandReader.read("PYCA-2026-7310\nI look into it.\n\n/status\n");

        assertThat(mail.note()).isEqualTo(new Confidential("I look into it."));
        assertThat(mail.named()).containsExactly(CASE);
        assertThat(requests(mail)).containsExactly(new AskingRequest.Status());
    }

    @Test
    void mailWithoutCommandsShouldBeANoteAlone() {
        CommandMail mail = CommandReader.read("See PYCA-2026-7310 and\n /etc/passwd\n//etc/shadow\n");

        assertThat(mail.hasCommands()).isFalse();
        assertThat(mail.mentioned()).containsExactly(CASE);
        assertThat(mail.note()).isEqualTo(new Confidential("See PYCA-2026-7310 and\n/etc/passwd\n/etc/shadow"));
    }

    @Test
    void addressAloneShouldNameTheDesk() {
        assertThat(CommandReader.read("security@project.example\n/cases\n").addresses())
                .containsExactly(new Address("security@project.example"));
    }

    @Test
    void textShouldEndAtTheNextCommandAtEndOrAtTheSignature() {
        CommandMail mail =
                CommandReader.read("/reply Dear Robin,\nthanks.\n/note\nmine\n/end\n\n/close\nwhy\n-- \nAlice\n");

        assertThat(requests(mail))
                .containsExactly(
                        new ReporterRequest.Reply(new Confidential("Dear Robin,\nthanks."), Clearance.NONE),
                        new AskingRequest.Note(new Confidential("mine")),
                        new CourseRequest.Close(new Confidential("why")));
    }

    @Test
    void quotedLinesAndWhatFollowsTheMarkerShouldNotBeRead() {
        CommandMail mail = CommandReader.read(
                "/owner alice@project.example\n> /junk PYCA-2026-7310\n" + MARKER + "/junk PYCA-2026-7310\n");

        assertThat(requests(mail)).containsExactly(new CourseRequest.Owner(new Address("alice@project.example")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "| ", " ", "\u00a0", "** "})
    void openTextBeforeAnUnquotedMarkerShouldBeRefused(String before) {
        CommandMail mail = CommandReader.read("/reply\nDear Robin\n\nOn Monday the desk wrote:\n" + before + MARKER);

        assertThat(mail.mistakes()).containsExactly(new Mistake(1, Refusal.of(Reason.TEXT_NOT_CLOSED)));
        assertThat(mail.requests()).isEmpty();
    }

    @Test
    void openTextShouldBeRefusedAlsoWhereItsAuthorSignedBeforeTheMarker() {
        assertThat(CommandReader.read("/reply\nDear Robin\n-- \nAlice\n" + MARKER)
                        .mistakes())
                .hasSize(1);
    }

    @Test
    void closedTextBeforeAnUnquotedMarkerShouldBeObeyed() {
        CommandMail mail = CommandReader.read("/reply\nDear Robin\n/end\n\n" + MARKER + "> x\n/junk PYCA-2026-7310");

        assertThat(requests(mail))
                .containsExactly(new ReporterRequest.Reply(new Confidential("Dear Robin"), Clearance.NONE));
    }

    @Test
    void openTextBeforeAQuotedMarkerShouldBeObeyed() {
        assertThat(CommandReader.read("/reply\nDear Robin\n> " + MARKER + "> /publish\n")
                        .mistakes())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/acept                    | UNKNOWN_COMMAND    | /accept",
                "/staus                    | UNKNOWN_COMMAND    | /status",
                "/xyzzy                    | UNKNOWN_COMMAND    | ''",
                "/                         | UNKNOWN_COMMAND    | ''",
                "/help repply              | UNKNOWN_COMMAND    | /reply",
                "/reply                    | TEXT_MISSING       | /reply [clear] [sure] TEXT",
                "/reply clear              | TEXT_MISSING       | /reply [clear] [sure] TEXT",
                "/reject                   | TEXT_MISSING       | /reject [clear] [sure] TEXT",
                "/reply clear enough       | CLEARANCE_OR_TEXT  | clear",
                "/accept sure we do        | CLEARANCE_OR_TEXT  | sure",
                "/duplicate PYCA-2026-7 clear it is | ARGUMENT_WRONG | ''",
                "/duplicate PYCA-2026-7310 clear it is | CLEARANCE_OR_TEXT | clear",
                "/owner                    | ARGUMENT_MISSING   | /owner ADDRESS",
                "/owner alice              | ARGUMENT_WRONG     | ''",
                "/junk                     | ARGUMENT_MISSING   | /junk CASE ...",
                "/junk PYCA-2026-7310 x    | ARGUMENT_WRONG     | ''",
                "/duplicate                | ARGUMENT_MISSING   | /duplicate CASE [clear] [sure] [TEXT]",
                "/duplicate of PYCA-2026-7 | ARGUMENT_WRONG     | ''",
                "/cases al                 | ARGUMENT_WRONG     | all",
                "/status now               | ARGUMENT_WRONG     | ''",
                "/key report               | ARGUMENT_WRONG     | reporter",
                "/key reporter 1234        | ARGUMENT_WRONG     | ''",
                "/reporter a@b.example yes | ARGUMENT_WRONG     | sure",
                "/end                      | END_WITHOUT_TEXT   |",
                "/title                    | ARGUMENT_MISSING   | /title TITLE",
                "/severity medium          | ARGUMENT_WRONG     | moderate",
                "/severity hihg            | ARGUMENT_WRONG     | high",
                "/severity CVSS:3.1/AV:N   | VECTOR_WRONG       | CVSS:3.1/AV:N",
                "/cve 2026-1234            | ARGUMENT_WRONG     | ''",
                "/cwe 416                  | ARGUMENT_WRONG     | ''",
                "/affects < x              | RANGE_WRONG        | < x",
                "/affects >= 2, < 1        | RANGE_WRONG        | >= 2, < 1",
                "/fixed soon               | ARGUMENT_WRONG     | ''",
                "/description              | TEXT_MISSING       | /description TEXT",
                "/credit www.evil.example  | NAME_WRONG         | 100",
                "/patch main..dev         | ARGUMENT_WRONG     | ''",
                "/disclose tomorrow        | ARGUMENT_WRONG     | ''",
                "/disclose 2026-13-01      | ARGUMENT_WRONG     | ''",
                "/advance 0d               | ARGUMENT_WRONG     | ''",
                "/advance later            | ARGUMENT_WRONG     | ''",
            })
    void mistakeShouldSayWhatWasReadAndWhatWasProbablyMeant(String line, Reason reason, String last) {
        CommandMail mail = CommandReader.read("a note\n\n" + line + "\n");

        assertThat(mail.mistakes()).singleElement().satisfies(mistake -> {
            assertThat(mistake.line()).isEqualTo(3);
            assertThat(mistake.why().reason()).isEqualTo(reason);
            if (last != null) {
                assertThat(mistake.why().values().get(mistake.why().values().size() - 1))
                        .isEqualTo(new Confidential(last));
            }
        });
    }

    @Test
    void oneMistakeShouldStopAllCommands() {
        CommandMail mail = CommandReader.read("/hold\n/acept\n/status\n");

        assertThat(mail.requests()).isEmpty();
        assertThat(mail.mistakes()).extracting(Mistake::line).containsExactly(2);
    }

    @Test
    void textAfterACommandThatTakesNoneShouldBeAMistake() {
        assertThat(CommandReader.read("/status\n\nthanks\n").mistakes())
                .containsExactly(new Mistake(3, Refusal.of(Reason.STRAY_TEXT, "thanks")));
        assertThat(CommandReader.read("/note a\n/end\nthanks\n").mistakes())
                .containsExactly(new Mistake(3, Refusal.of(Reason.STRAY_TEXT, "thanks")));
    }

    @Test
    void dryRunShouldStandFirst() {
        assertThat(CommandReader.read("/dry-run\n/hold\n").dryRun()).isTrue();
        assertThat(CommandReader.read("/hold\n/dry-run\n").mistakes())
                .containsExactly(new Mistake(2, Refusal.of(Reason.DRY_RUN_NOT_FIRST)));
    }

    @Test
    void clearanceShouldCountAloneOnItsLineAndAWordThatOnlyLooksLikeItBeText() {
        assertThat(requests(CommandReader.read("/reply sure clear\nDear Robin\n")))
                .containsExactly(new ReporterRequest.Reply(new Confidential("Dear Robin"), new Clearance(true, true)));
        for (String text : List.of("Clear words on it.", "Sure, we will.", "clear: it crashes", "Clear", "clearly")) {
            assertThat(requests(CommandReader.read("/reply " + text + "\n")))
                    .containsExactly(new ReporterRequest.Reply(new Confidential(text), Clearance.NONE));
        }
        assertThat(requests(CommandReader.read("/reply\nclear enough\n")))
                .containsExactly(new ReporterRequest.Reply(new Confidential("clear enough"), Clearance.NONE));
        assertThat(requests(CommandReader.read("/duplicate pyca-2026-7310 clear\nthanks\n")))
                .containsExactly(
                        new ReporterRequest.Duplicate(CASE, new Confidential("thanks"), new Clearance(true, false)));
    }

    @Test
    void helpShouldTakeCommandsWithAndWithoutTheirSlash() {
        assertThat(requests(CommandReader.read("/help reply\n/help /reply\n/Help\n")).stream()
                        .map(Request::arguments))
                .containsExactly("/reply", "/reply", "");
    }

    @Test
    void commandsShouldBeBounded() {
        assertThat(CommandReader.read("/status\n".repeat(CommandReader.MOST_COMMANDS))
                        .mistakes())
                .isEmpty();
        assertThat(CommandReader.read("/status\n".repeat(CommandReader.MOST_COMMANDS + 1))
                        .mistakes())
                .extracting(mistake -> mistake.why().reason())
                .containsExactly(Reason.TOO_MANY_COMMANDS);
    }

    @Test
    void everyCommandShouldBeRead() {
        String all = """
                /help
                /cases
                /status
                /note x
                /reply x
                /accept
                /reject x
                /duplicate PYCA-2026-7310
                /junk PYCA-2026-7310
                /owner a@b.example
                /reporter a@b.example
                /key reporter
                /recipient add A Vendor <a@vendor.example>
                /title Overflow in the parser
                /severity high
                /cve CVE-2026-1234
                /cwe CWE-416
                /affects < 45.0.2
                /fixed 45.0.2
                /description x
                /remedy x
                /workaround x
                /credit Rita
                /patch none
                /disclose 2026-12-01
                /advance 7d
                /preview
                /approve aaaabbbbccccddddeeeeffffgg
                /invite A Guest <a@vendor.example>
                /uninvite a@vendor.example
                /hold
                /resume
                /exploited
                /leaked
                /released 45.0.2 https://project.example/45.0.2
                /publish
                /retry
                /close
                /reopen
                /export
                """;

        assertThat(requests(CommandReader.read(all)).stream().map(Request::command))
                .containsExactlyInAnyOrder(Command.values());
    }

    private static List<Request> requests(CommandMail mail) {
        assertThat(mail.mistakes()).isEmpty();
        return mail.requests().stream().map(Ordered::request).toList();
    }
}
