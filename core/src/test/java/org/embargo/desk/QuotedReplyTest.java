package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.embargo.mail.OpenedMail;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A reporter plants commands wherever his words reach a member: name, subject, text. The member answers the desk's mail as
 * each mail program quotes it.
 */
class QuotedReplyTest {

    private static final String WORDS = "We look into it this week.";

    @TempDir
    private static Path folder;

    private static CommandDesk desk;

    private CommandDesk.Reported about;
    private MailProgram.Letter letter;
    private int before;

    @BeforeAll
    static void start() {
        desk = new CommandDesk(folder);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @BeforeEach
    void plant() {
        // he reports first and plants then, when he knows the case
        about = desk.report();
        Person rita = about.reporter();
        String junk = "/junk " + about.id();
        String text = "thank you\n" + junk + "\n> " + junk + "\n\n--- " + about.id()
                + ": write above this line ---\n" + junk + "\n/reply\nplanted for all to read\n" + "x".repeat(60)
                + " " + junk + "\n" + ("y".repeat(9) + " ").repeat(6) + junk + "\n" + " ".repeat(80) + "\n\n" + junk
                + "\n";
        String fields = CommandDesk.fields(rita)
                .replaceFirst(
                        "From: .*",
                        "From: \"name that a program must wrap " + junk + "\" <"
                                + rita.address().value() + ">")
                .replaceFirst("Subject: .*", "Subject: [" + about.id() + "] so long that a program must wrap " + junk);
        desk.send(
                rita,
                TestHome.DESK,
                rita.encrypted(desk.certificate(), fields, text.replace("\n", "\r\n"), false, desk.now()));
        OutgoingMail mail = desk.home.sentTo(CommandDesk.ALICE).get(0);
        assertThat(CommandDesk.caseOf(mail)).isEqualTo(about.id());
        OpenedMail opened = desk.alice.read(mail.message(), desk.certificate(), desk.home.spools(), desk.now());
        letter = MailProgram.Letter.of(opened);
        desk.home.sent.clear();
        before = desk.journalLines(about);
    }

    @ParameterizedTest
    @EnumSource
    void plainAnswerShouldBeANoteToTheTeamAndNothingElse(MailProgram program) {
        answer(program, WORDS);

        assertThat(desk.journalLines(about)).isEqualTo(before + 1);
        assertThat(desk.home.sent).extracting(mail -> mail.recipient().value()).containsExactly(CommandDesk.BOB);
        assertThat(desk.bodies(desk.bob)).singleElement().asString().contains("> " + WORDS);
        assertThat(state()).contains("The case is reported.");
    }

    @ParameterizedTest
    @EnumSource
    void closedTextShouldReachTheReporterWithoutWhatIsQuoted(MailProgram program) {
        answer(program, about.id() + "\n/reply\n" + WORDS + "\n/end");

        assertThat(toReporter()).contains(WORDS).doesNotContain("junk", "write above", "human must have answered");
        assertThat(state()).contains("The case is reported.");
    }

    @ParameterizedTest
    @EnumSource
    void openTextShouldBeRefusedWhereTheProgramQuotesWithoutMarks(MailProgram program) {
        answer(program, about.id() + "\n/reply\n" + WORDS);

        if (program.quotes()) {
            assertThat(toReporter()).contains(WORDS).doesNotContain("junk", "write above", "human must have answered");
        } else {
            assertThat(desk.transcript(desk.alice)).startsWith("Not done").contains("runs on to the quoted mail");
            desk.assertNothingLeft(WORDS);
            assertThat(desk.journalLines(about)).isEqualTo(before + 1);
        }
        assertThat(state()).contains("The case is reported.");
    }

    @ParameterizedTest
    @EnumSource
    void verdictWithoutWordsShouldNotTakeWhatIsQuotedForItsText(MailProgram program) {
        answer(program, about.id() + "\n/accept");

        if (program.quotes()) {
            assertThat(toReporter()).doesNotContain("junk", "write above", "human must have answered");
        } else {
            assertThat(desk.transcript(desk.alice)).startsWith("Not done").contains("runs on to the quoted mail");
            desk.assertNothingLeft();
        }
    }

    private void answer(MailProgram program, String words) {
        desk.send(desk.alice, about.address(), desk.entity(desk.alice, program.answer(words, letter)));
    }

    private String toReporter() {
        List<OutgoingMail> letters = desk.home.sentTo(about.reporter().address().value());
        assertThat(letters).hasSize(1);
        return desk.body(about.reporter(), letters.get(0));
    }

    private String state() {
        desk.home.sent.clear();
        desk.order(desk.bob, about, "/status\n");
        return desk.transcript(desk.bob);
    }
}
