package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.embargo.desk.CommandDesk.Reported;
import org.embargo.mail.OpenedMail;
import org.embargo.model.IntakeId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two mails about one case at the same time, and what outlasts a stop in between. */
class TwoMembersTest {

    @TempDir
    private static Path folder;

    private static CommandDesk desk;

    private Reported about;

    @BeforeAll
    static void start() {
        desk = new CommandDesk(folder);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @BeforeEach
    void report() {
        about = desk.report();
    }

    @RepeatedTest(5)
    void secondOfTwoAtOnceShouldBeDecidedOnTheChangedCase() throws Exception {
        atOnce(desk.mail(desk.alice, about, "/close\n"), desk.mail(desk.bob, about, "/close\n"));

        List<String> transcripts = new ArrayList<>(desk.bodies(desk.alice));
        transcripts.addAll(desk.bodies(desk.bob));
        assertThat(transcripts).filteredOn(body -> body.startsWith("Done")).hasSize(1);
        assertThat(transcripts)
                .filteredOn(body -> body.startsWith("Not done"))
                .singleElement()
                .asString()
                .contains("closed already");
        assertThat(transcripts).filteredOn(body -> body.contains("> /close")).hasSize(1);
    }

    @RepeatedTest(5)
    void oneSignatureInTwoMailsAtOnceShouldActOnce() throws Exception {
        String mail = desk.mail(desk.alice, about, "/reply\nonce\n");

        atOnce(mail, mail.replace("Subject: ", "Subject: again "));

        assertThat(desk.home.sentTo(about.reporter().address().value())).hasSize(1);
        assertThat(desk.bodies(desk.alice))
                .filteredOn(body -> body.startsWith("Done"))
                .hasSize(1);
    }

    @Test
    void holdShouldOutlastARestart() {
        desk.order(desk.alice, about, "/hold\n");
        desk.home.restart();
        desk.home.sent.clear();

        desk.order(desk.bob, about, "/reply\nlater\n");
        desk.home.clock.move(Duration.ofMinutes(30));
        desk.home.embargo().runDue();

        assertThat(desk.transcript(desk.bob)).contains("waits for /resume");
        assertThat(desk.home.sentTo(about.reporter().address().value())).isEmpty();
        desk.order(desk.alice, about, "/resume\n");
        assertThat(desk.home.sentTo(about.reporter().address().value())).hasSize(1);
    }

    private void atOnce(String first, String second) throws Exception {
        List<OpenedMail> opened = new ArrayList<>();
        for (String mail : List.of(first, second)) {
            opened.add(opened(mail));
        }
        CyclicBarrier together = new CyclicBarrier(opened.size());
        ExecutorService threads = Executors.newFixedThreadPool(opened.size());
        try {
            List<Callable<Boolean>> work = opened.stream()
                    .map(mail -> (Callable<Boolean>) () -> {
                        together.await();
                        desk.home.embargo().takeIn(mail);
                        return true;
                    })
                    .toList();
            for (Future<Boolean> done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdown();
        }
        desk.home.embargo().runDue();
    }

    private OpenedMail opened(String mail) throws IOException {
        IntakeId id = desk.home.accept("someone@elsewhere.example", about.address(), mail);
        return desk.home.embargo().open(id).orElseThrow();
    }
}
