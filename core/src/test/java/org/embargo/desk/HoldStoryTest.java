package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.config.HoldFolder;
import org.embargo.config.Home;
import org.embargo.model.CaseId;
import org.embargo.openpgp.Certificate;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever runs the server holds by a file, and how it ends. */
class HoldStoryTest {

    private static final String ALICE = "alice@project.example";
    private static final String RITA = "rita@reporter.example";
    private static final Pattern CASE = Pattern.compile("PYCA-2026-\\d{4,}");

    @TempDir
    private Path folder;

    private TestHome home;
    private HoldFolder files;
    private Certificate desk;
    private CaseId id;

    @BeforeEach
    void report() throws IOException {
        home = TestHome.in(folder);
        files = new HoldFolder(new Home(folder));
        desk = home.deskCertificate();
        home.receive(RITA, TestHome.DESK, TestHome.fields(RITA, "report") + "\r\nwords\r\n");
        Matcher found = CASE.matcher(text(home.sentTo(ALICE).get(0)));
        assertThat(found.find()).isTrue();
        id = CaseId.parse(found.group()).orElseThrow();
        home.sent.clear();
    }

    @AfterEach
    void stop() {
        home.close();
    }

    @Test
    void fileShouldHoldTheCaseAndTellTheTeamOnce() throws Exception {
        files.hold(Optional.of(id));
        run();

        assertThat(toAlice()).singleElement().asString().contains("Whoever runs this server put the case on hold");
        home.sent.clear();
        run();
        home.restart();
        run();
        assertThat(home.sent).isEmpty();
        order("/reply\nwords\n");
        assertThat(home.sentTo(RITA)).isEmpty();
        order("/status\n");
        assertThat(toAlice())
                .anyMatch(text -> text.contains("put it on hold; /resume ends that") && text.contains("operator"));
    }

    @Test
    void fileShouldHoldBeforeAnybodyHasLookedAtItForTheJournal() throws Exception {
        order("/hold\n");
        order("/reply\nwords\n");
        files.hold(Optional.of(id));

        order("/resume\n");

        assertThat(home.sentTo(RITA)).isEmpty();
        assertThat(files.read().hold(id)).isTrue();
    }

    @Test
    void resumeShouldRemoveTheFileAndLetGo() throws Exception {
        files.hold(Optional.of(id));
        run();
        order("/reply\nwords\n");

        order("/resume\n");

        assertThat(files.read().hold(id)).isFalse();
        assertThat(home.sentTo(RITA)).hasSize(1);
        run();
        assertThat(home.sentTo(RITA)).hasSize(1);
    }

    @Test
    void liftedFileShouldLetGoAndTellTheTeam() throws Exception {
        files.hold(Optional.of(id));
        order("/reply\nwords\n");
        home.sent.clear();

        files.lift(Optional.of(id));
        run();

        assertThat(home.sentTo(RITA)).hasSize(1);
        assertThat(toAlice()).anyMatch(text -> text.contains("took the hold of the case back"));
        assertThat(files.read().lifted()).isEmpty();
    }

    @Test
    void transcriptShouldSayThatALetterWaitsWhileAllIsHeld() throws Exception {
        files.hold(Optional.empty());

        order("/reply\nwords\n/end\n/reporter new@reporter.example\n");

        assertThat(home.sentTo(RITA)).isEmpty();
        assertThat(toAlice())
                .noneMatch(text -> text.contains("The reporter is told"))
                .anyMatch(text -> text.contains("The reporter is not told yet")
                        && text.contains("holds all cases: the letter, in clear, waits until he ends that")
                        && text.contains("The address before is told when the hold ends"));
    }

    @Test
    void transcriptShouldSayThatALetterWaitsWhileAFileHoldsTheCase() throws Exception {
        files.hold(Optional.of(id));

        order("/accept\n");

        assertThat(toAlice()).anyMatch(text -> text.contains("the letter, in clear, waits for /resume"));
    }

    @Test
    void liftedFileShouldLeaveAMembersHold() throws Exception {
        order("/hold\n");
        files.hold(Optional.of(id));
        run();
        order("/reply\nwords\n");
        home.sent.clear();

        files.lift(Optional.of(id));
        run();

        assertThat(home.sentTo(RITA)).isEmpty();
        assertThat(toAlice()).anyMatch(text -> text.contains("A member holds it as well"));
        order("/resume\n");
        assertThat(home.sentTo(RITA)).hasSize(1);
    }

    @Test
    void lostFileShouldLeaveTheCaseHeld() throws Exception {
        files.hold(Optional.of(id));
        run();
        files.forget(id);

        order("/reply\nwords\n");
        run();

        assertThat(home.sentTo(RITA)).isEmpty();
    }

    @Test
    void holdOfAllShouldLetOnlyReceiptsOut() throws Exception {
        files.hold(Optional.empty());
        run();
        assertThat(toAlice()).singleElement().asString().contains("put all cases on hold");
        home.sent.clear();
        home.restart();

        String nina = "nina@reporter.example";
        home.receive(nina, TestHome.DESK, TestHome.fields(nina, "other") + "\r\nwords\r\n");
        String kim = "kim@reporter.example";
        home.receive(kim, "security+key@project.example", TestHome.fields(kim, "key") + "\r\n");
        order("/reply\nwords\n");

        assertThat(home.sentTo(nina)).hasSize(1);
        assertThat(home.sentTo(kim)).isEmpty();
        assertThat(home.sentTo(RITA)).isEmpty();
        assertThat(toAlice()).noneMatch(text -> text.contains("put all cases on hold"));
    }

    @Test
    void resumeShouldSayThatTheHoldOfAllStands() throws Exception {
        order("/hold\n");
        order("/reply\nwords\n");
        files.hold(Optional.empty());
        home.sent.clear();

        order("/resume\n");

        assertThat(home.sentTo(RITA)).isEmpty();
        assertThat(toAlice()).anyMatch(text -> text.startsWith("Done") && text.contains("embargo hold --off all"));
        files.lift(Optional.empty());
        run();
        assertThat(home.sentTo(RITA)).hasSize(1);
        assertThat(toAlice()).anyMatch(text -> text.contains("ended the hold of all cases"));
    }

    @Test
    void fileOfNoCaseShouldStopNothing() throws Exception {
        files.hold(CaseId.parse("PYCA-2026-1000"));

        order("/reply\nwords\n");

        assertThat(home.sentTo(RITA)).hasSize(1);
    }

    private void run() {
        home.clock.move(Duration.ofSeconds(3));
        home.embargo().runDue();
    }

    private void order(String text) {
        home.clock.move(Duration.ofSeconds(3));
        String fields = TestHome.fields(ALICE, "about " + System.nanoTime());
        home.receive(
                ALICE,
                "security+" + id.inAddress() + "@project.example",
                home.alice.encrypted(desk, fields, id + "\n" + text, false, home.clock.instant()));
    }

    private List<String> toAlice() {
        return home.sentTo(ALICE).stream()
                .map(mail -> home.alice
                        .read(mail.message(), desk, home.spools(), home.clock.instant())
                        .body()
                        .replaceAll("\\s+", " "))
                .toList();
    }

    private static String text(OutgoingMail mail) throws IOException {
        return new String(mail.message().bytes(), StandardCharsets.UTF_8);
    }
}
