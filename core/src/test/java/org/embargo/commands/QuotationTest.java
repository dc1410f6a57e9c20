package org.embargo.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.process.requests.AskingRequest;
import org.embargo.process.requests.CourseRequest;
import org.embargo.process.requests.Ordered;
import org.embargo.process.requests.Request;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Refusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What mail programs put around the words of who answers, and what of it a stranger has written. */
class QuotationTest {

    private static final CaseId CASE = new CaseId("PYCA", 2026, 7310);
    private static final String MARKER = "--- PYCA-2026-7310: write above this line ---\n";
    private static final String HEAD = "From: security@project.example\nSent: Monday, March 2, 2026\nTo: Alice\n"
            + "Subject: [PYCA-2026-7310] New report: a crash that is so long that it is wrapped\n/junk PYCA-2026-7310\n\n";

    @ParameterizedTest
    @ValueSource(strings = {"", "-----Original Message-----\n", "________________________________\n"})
    void commandInARepeatedHeaderShouldNotBeRead(String rule) {
        CommandMail mail = CommandReader.read("/status\n\n" + rule + HEAD + "a new report.\n" + MARKER);

        assertThat(mail.mistakes()).isEmpty();
        assertThat(requests(mail)).containsExactly(new AskingRequest.Status());
    }

    @Test
    void repeatedHeaderShouldLeaveANoteANote() {
        CommandMail mail = CommandReader.read("I look into it.\n\n" + HEAD + MARKER);

        assertThat(mail.hasCommands()).isFalse();
        assertThat(mail.note()).isEqualTo(new Confidential("I look into it."));
    }

    @Test
    void openCommandShouldNotTakeARepeatedHeaderForItsText() {
        assertThat(CommandReader.read("/accept\n\n" + HEAD + MARKER).mistakes())
                .containsExactly(new Mistake(1, Refusal.of(Reason.TEXT_NOT_CLOSED)));
    }

    @Test
    void fieldsInAMembersOwnTextShouldBeRead() {
        CommandMail mail = CommandReader.read(
                "/reply\nImpact: high\nVersion: 45\nFix: soon\n/end\n/junk PYCA-2026-7310\n" + MARKER);

        assertThat(requests(mail)).hasSize(2).contains(new CourseRequest.Junk(CASE));
    }

    @Test
    void repeatedHeaderWithoutAMarkerShouldBeTextAsAnyOther() {
        assertThat(requests(CommandReader.read("/reply\nas you wrote:\n" + HEAD.replace("/junk", "junk"))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PYCA-2026-7310: write above this line",
                "--- PYCA-2026-7310:\u00a0write above\u00a0this line ---",
                "\u2014 PYCA-2026-7310:  write above this line \u2014",
                "    --- PYCA-2026-7310: write above this line ---",
            })
    void markerShouldBeKnownInWhateverDress(String marker) {
        assertThat(CommandReader.read("/status\n" + marker + "\n/junk PYCA-2026-7310\n")
                        .requests())
                .hasSize(1);
    }

    @Test
    void endOfAQuotedLineThatWasWrappedShouldNotBeACommand() {
        CommandMail mail =
                CommandReader.read("> " + MARKER + "> > some words that were wrapped\n/junk PYCA-2026-7310\n");

        assertThat(mail.mistakes()).containsExactly(new Mistake(3, Refusal.of(Reason.TOUCHES_QUOTE)));
        assertThat(mail.requests()).isEmpty();
    }

    @Test
    void secondPieceOfAQuotedLineThatWasWrappedShouldNotBeACommandEither() {
        assertThat(CommandReader.read("> " + MARKER + "> > words\nmore words\n/junk PYCA-2026-7310\n")
                        .requests())
                .isEmpty();
    }

    @Test
    void commandBelowAQuotationShouldBeReadAfterAnEmptyLine() {
        CommandMail mail = CommandReader.read("On Monday the desk wrote:\n> " + MARKER + "> > words\n\n/status\n");

        assertThat(requests(mail)).containsExactly(new AskingRequest.Status());
    }

    @Test
    void commandBelowQuotedWordsOfTheTeamShouldBeRead() {
        assertThat(requests(CommandReader.read("> shall we?\n/status\n> and then?\n/hold\n")))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, Mar 2, 2026 at 10:00 AM security <\nsecurity@project.example> wrote:\n\n> x\n",
                "On Monday the desk wrote:\n> " + MARKER,
                "On Monday the desk wrote:\n| a new report\n| " + MARKER,
            })
    void introductionOfAQuotationShouldBeNoMistakeBelowAFinishedCommand(String introduction) {
        assertThat(requests(CommandReader.read("/status\n\n" + introduction))).hasSize(1);
        assertThat(requests(CommandReader.read("/reply\nhello\n/end\n\n" + introduction)))
                .hasSize(1);
    }

    @Test
    void wordsBetweenTheEndAndAQuotationShouldBeToldAndNotDropped() {
        String words = "/reply\nhello\n/end\nand one thing more\n\nOn Monday the desk wrote:\n> x\n";

        assertThat(CommandReader.read(words).mistakes())
                .containsExactly(new Mistake(4, Refusal.of(Reason.STRAY_TEXT, "and one thing more")));
    }

    @Test
    void wordsBetweenCommandsShouldStayAMistakeAlsoWhereAMarkerFollows() {
        assertThat(CommandReader.read("/status\nwords\n/hold\n" + MARKER).mistakes())
                .containsExactly(new Mistake(2, Refusal.of(Reason.STRAY_TEXT, "words")));
    }

    private static List<Request> requests(CommandMail mail) {
        assertThat(mail.mistakes()).isEmpty();
        return mail.requests().stream().map(Ordered::request).toList();
    }

    @Test
    void lineWithoutEndShouldCostNoTime() {
        String line = "x".repeat(500_000);

        assertTimeout(Duration.ofSeconds(5), () -> CommandReader.read("/remedy\n" + line + "\n"));
    }
}
