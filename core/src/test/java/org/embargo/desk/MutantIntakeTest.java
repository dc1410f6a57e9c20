package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.embargo.hostile.Mutations;
import org.embargo.hostile.Seeds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutants of the corpus through the whole intake, with database, files, keys and letters: whatever comes, each mail ends
 * as a case, joined to one, answered, set aside or taken for a copy, soon, and what leaves because of it is well formed.
 * With {@code -Dembargo.mutants=10000} many of them; figures go to {@code target/mutants.txt}. How much memory a mail needs
 * is seen by {@code MailMemoryTest}.
 */
class MutantIntakeTest {

    private static final int MUTANTS = Integer.getInteger("embargo.mutants", 100);
    private static final int FOLLOW_UPS = 60;
    /** It takes some 8 KB to read its line of the journal once. */
    private static final long MOST_BYTES_A_FOLLOW_UP = 14L << 10;

    private static final long MOST_LEFT_BYTES = 64L << 20;
    private static final long MOST_NANOS = 2_000_000_000L;

    @TempDir
    private Path folder;

    private MutantDesk desk;

    @BeforeEach
    void start() throws IOException {
        desk = MutantDesk.in(folder);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void mailOfTheListShouldCostNoMoreForTheCasesThatNobodyHasWrittenOf() {
        desk.receiveAt("security+list@project.example", list("loads classes"), 0);
        desk.receiveAt("security+list@project.example", list("one"), 0);
        long alone = desk.bytesOfLast();
        byte[] report = "From: rita@elsewhere.example\r\nSubject: number 0000\r\n\r\nwords\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 1_000; i < 1_150; i++) {
            String numbered = new String(report, StandardCharsets.US_ASCII).replace("0000", String.valueOf(i));
            desk.receiveAt("security@project.example", numbered.getBytes(StandardCharsets.US_ASCII), 0);
        }

        desk.receiveAt("security+list@project.example", list("two"), 0);

        assertThat(desk.complaints()).isEmpty();
        assertThat(desk.bytesOfLast()).isLessThan(alone + (1L << 20));
    }

    @Test
    void mailShouldCostOneLookAtItsCaseHoweverManyItHas() {
        desk.receiveAt("security@project.example", report(0), 0);
        String thread = desk.reporterAddress();
        desk.receiveAt(thread, report(1), 0);
        long first = desk.bytesOfLast();

        for (int i = 2; i < 2 + FOLLOW_UPS; i++) {
            desk.receiveAt(thread, report(i), 0);
        }

        assertThat(desk.complaints()).isEmpty();
        assertThat(desk.bytesOfLast() - first).isLessThan(FOLLOW_UPS * MOST_BYTES_A_FOLLOW_UP);
    }

    private static byte[] report(int number) {
        return ("From: rita@elsewhere.example\r\nSubject: number " + number + "\r\n\r\nwords\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] list(String subject) {
        return ("List-Id: <dev.lists.example>\r\nFrom: someone@elsewhere.example\r\nSubject: " + subject
                        + "\r\n\r\nAnybody else with a slow build?\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void everyMutantShouldEndSomewhereSoonAndLeaveLittleBehind() throws Exception {
        List<byte[]> mails = Seeds.mails();
        Mutations mutations = new Mutations(mails);
        mails.forEach(mail -> desk.receive(mail, -1));
        long idle = MutantDesk.liveBytes();

        for (int i = 0; i < MUTANTS; i++) {
            desk.receive(mutations.mutant(i), i);
        }

        desk.write(Path.of("target/mutants.txt"), MutantDesk.liveBytes() - idle);
        assertThat(desk.complaints()).isEmpty();
        assertThat(desk.untaken()).isEmpty();
        assertThat(desk.waiting()).isEmpty();
        assertThat(desk.slowestNanos()).isLessThan(MOST_NANOS);
        assertThat(MutantDesk.liveBytes() - idle).isLessThan(MOST_LEFT_BYTES);
    }
}
