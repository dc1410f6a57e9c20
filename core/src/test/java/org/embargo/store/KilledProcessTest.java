package org.embargo.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.embargo.model.CaseId;
import org.embargo.model.IntakeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kill -9, for real: what was promised is there, and what is there is whole. */
class KilledProcessTest {

    @Test
    void whatWasPromisedShouldSurviveEachKill(@TempDir Path home) throws Exception {
        List<String> promised = new ArrayList<>();

        for (int lines : List.of(31, 64)) {
            promised.addAll(runAndKillAfter(home, lines, 0));
        }

        try (Store store = Store.open(StoreSettings.in(home))) {
            assertThat(promised).hasSizeGreaterThan(90);
            for (String each : promised) {
                hold(store, each.split(" ", -1));
            }
            assertThat(store.verify(KilledProcess.DESK)).isEmpty();
            assertThat(store.intakeFiles().waiting()).hasSizeLessThanOrEqualTo(3);
            assertThat(store.intakeFiles().quarantined()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {800, 1700})
    void homeKilledWhileItIsMadeShouldBeOpened(int millis, @TempDir Path home) throws Exception {
        runAndKillAfter(home, 1, millis);

        try (Store store = Store.open(StoreSettings.in(home))) {
            assertThat(store.isReachable()).isTrue();
            assertThat(store.verify(KilledProcess.DESK)).isEmpty();
        }
    }

    private static void hold(Store store, String[] promise) throws IOException {
        if (promise[0].equals("sealed")) {
            assertThat(store.intakeFiles()
                            .read(new IntakeId(promise[1]))
                            .content()
                            .bytes())
                    .isEqualTo(KilledProcess.MAIL);
        } else if (promise[0].equals("filed")) {
            CaseId id = CaseId.parse(promise[1]).orElseThrow();
            store.reading(transaction -> {
                assertThat(transaction.journal().find(id)).isPresent();
                assertThat(transaction.mails().find(new IntakeId(promise[2]))).isPresent();
                assertThat(transaction.outbox().of(id)).hasSize(1);
                return true;
            });
        }
    }

    /** Reads what the process promises until there are {@code lines} of it, waits, and kills it. */
    private static List<String> runAndKillAfter(Path home, int lines, int millis) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProcess.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> read = new ArrayList<>();
        try (BufferedReader promises = process.inputReader(StandardCharsets.US_ASCII)) {
            while (read.size() < lines) {
                String line = promises.readLine();
                assertThat(line).as("the process ended by itself").isNotNull();
                read.add(line);
            }
            Thread.sleep(millis);
            // by its handle: the process itself would close what it wrote and nobody has read
            process.toHandle().destroyForcibly();
            promises.lines().forEach(read::add);
        }
        process.waitFor();
        return read;
    }
}
