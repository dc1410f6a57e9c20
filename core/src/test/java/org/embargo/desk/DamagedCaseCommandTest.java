package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.embargo.desk.CommandDesk.Reported;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When one journal is damaged, members look at what they have. */
class DamagedCaseCommandTest {

    @TempDir
    private Path folder;

    @Test
    void listOfCasesShouldShowTheOthers() {
        try (CommandDesk desk = new CommandDesk(folder)) {
            Reported damaged = desk.report();
            Reported other = desk.report();
            desk.damage(damaged);

            desk.order(desk.alice, other, "/cases\n");

            assertThat(desk.transcript(desk.alice)).startsWith("Done").contains(other.id() + ",");
        }
    }

    @Test
    void mailOfTheListShouldBeTakenInAndItsLeakOfAnotherCaseTold() {
        try (CommandDesk desk = new CommandDesk(folder)) {
            Reported damaged = desk.report();
            Reported other = desk.report();
            desk.damage(damaged);
            desk.home.sent.clear();
            Person reader = Person.at("reader@elsewhere.example", desk.now());

            desk.send(
                    reader,
                    "security+list@project.example",
                    "List-Id: <dev.lists.example>\r\n" + CommandDesk.fields(reader)
                            + CommandDesk.text("What is " + other.id() + " about?"));

            assertThat(desk.bodies(desk.bob)).anyMatch(body -> body.contains("this may be a leak"));
        }
    }

    @Test
    void copyOfAReportOfADamagedCaseShouldBecomeACase() {
        try (CommandDesk desk = new CommandDesk(folder)) {
            Person rita = Person.at("rita@reporter.example", desk.now());
            String report = rita.encrypted(desk.certificate(), CommandDesk.fields(rita), "the heap", true, desk.now());
            desk.send(rita, TestHome.DESK, report);
            Reported damaged = new Reported(
                    CommandDesk.caseOf(desk.home.sentTo(CommandDesk.ALICE).get(0)), rita);
            desk.damage(damaged);
            desk.home.sent.clear();

            desk.send(
                    rita,
                    TestHome.DESK,
                    "Comments: sent once more\r\n" + report.replaceFirst("Subject: ", "Subject: again "));

            assertThat(desk.bodies(desk.alice)).hasSize(1).first().asString().contains(damaged.id());
        }
    }
}
