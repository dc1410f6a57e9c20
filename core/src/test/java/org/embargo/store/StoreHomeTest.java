package org.embargo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.embargo.model.Actor;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.Fingerprint;
import org.embargo.model.Token;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home over several starts: what a crash, an operator or a thief may have left there. */
class StoreHomeTest {
    private static final Token TOKEN = Samples.token();

    private static Path used = Path.of("");

    private final Path home;

    /** Making a database takes longer than anything else here: one is made, and copied. */
    @BeforeAll
    static void use(@TempDir Path folder) throws Exception {
        used = folder;
        Store.open(StoreSettings.in(used)).close();
    }

    StoreHomeTest(@TempDir Path folder) throws IOException {
        home = folder.resolve("home");
        copyAll(used, home);
    }

    @Test
    void secretShouldBeMadePrivateAndStayTheSame() throws Exception {
        byte[] made = Files.readAllBytes(secret());

        Store.open(StoreSettings.in(home)).close();

        assertThat(Files.readAllBytes(secret())).isEqualTo(made);
        assertThat(Files.getPosixFilePermissions(secret())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void secretReadableByOthersShouldStopTheStartAndSayHowToMendIt() throws Exception {
        Files.setPosixFilePermissions(secret(), PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreStartException.class)
                .hasMessageContaining("chmod 600 " + secret());
    }

    @Test
    void wrongSecretShouldStopTheStart() throws Exception {
        Files.writeString(secret(), "A".repeat(43) + "=\n");

        assertThatThrownBy(this::open).isInstanceOf(StoreStartException.class).hasMessageContaining("not the one");
        Files.delete(home.resolve("witness/sealing.tag"));
        assertThatThrownBy(this::open).isInstanceOf(StoreStartException.class).hasMessageContaining("the database");
    }

    @Test
    void missingSecretShouldStopTheStartInsteadOfBeingMadeAnew() throws Exception {
        Files.delete(secret());

        assertThatThrownBy(this::open).isInstanceOf(StoreStartException.class).hasMessageContaining("is missing");
        assertThat(secret()).doesNotExist();
    }

    @Test
    void garbledSecretShouldStopTheStartWithoutBeingQuoted() throws Exception {
        Files.writeString(secret(), "hunter2");

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreStartException.class)
                .hasMessageContaining("no sealing secret")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void secondStoreOnOneHomeShouldBeRefused() throws Exception {
        try (Store first = Store.open(StoreSettings.in(home))) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(StoreStartException.class)
                    .hasMessageContaining("another server");
            assertThat(first.isReachable()).isTrue();
        }
        Store.open(StoreSettings.in(home)).close();
    }

    @Test
    void databaseLeftHalfMadeShouldBeMadeAnew() throws Exception {
        Files.move(home.resolve("database"), home.resolve("elsewhere"));
        Path halfMade = home.resolve("database.making");
        Files.createDirectories(halfMade.resolve("seg0"));
        Files.writeString(halfMade.resolve("service.properties"), "half");

        try (Store store = Store.open(StoreSettings.in(home))) {
            assertThat(store.isReachable()).isTrue();
        }
        assertThat(halfMade).doesNotExist();
    }

    @Test
    void nothingShouldBeReadableInTheHome() throws Exception {
        DeskName desk = Samples.desk();
        try (Store store = Store.open(StoreSettings.in(home))) {
            useAll(store, desk);
        }

        assertThat(PlantedWords.filesWith(home, List.of("planted", "Plantagenet", Samples.KEY.hex(), TOKEN.value())))
                .isEmpty();
    }

    @Test
    void crashBetweenCommitAndWitnessShouldBeNoDamage() throws Exception {
        DeskName desk = Samples.desk();
        Path witness = home.resolve("witness").resolve(desk + ".seen");
        Path before = home.resolve("before");
        try (Store store = Store.open(StoreSettings.in(home))) {
            file(store, desk);
            Files.copy(witness, before);
            file(store, desk);
        }
        Files.move(before, witness, StandardCopyOption.REPLACE_EXISTING);

        try (Store store = Store.open(StoreSettings.in(home))) {
            assertThat(store.verify(desk)).isEmpty();
            file(store, desk);
            assertThat(store.verify(desk)).isEmpty();
        }
    }

    @Test
    void tornWitnessWriteShouldLeaveTheOneBefore() throws Exception {
        DeskName desk = Samples.desk();
        try (Store store = Store.open(StoreSettings.in(home))) {
            file(store, desk);
            file(store, desk);
        }
        byte[] slots = Files.readAllBytes(home.resolve("witness").resolve(desk + ".seen"));
        slots[3] ^= 1;
        Files.write(home.resolve("witness").resolve(desk + ".seen"), slots);

        try (Store store = Store.open(StoreSettings.in(home))) {
            assertThat(store.verify(desk)).isEmpty();
        }
    }

    @Test
    void missingWitnessShouldShow() throws Exception {
        DeskName desk = Samples.desk();
        try (Store store = Store.open(StoreSettings.in(home))) {
            file(store, desk);
        }
        Files.delete(home.resolve("witness").resolve(desk + ".seen"));

        try (Store store = Store.open(StoreSettings.in(home))) {
            file(store, desk);
            assertThat(store.verifyEnd(desk)).contains(new JournalDamage(desk, JournalDamage.Kind.WITNESS_MISSING, 0));
            assertThat(store.foundAtStart(desk)).isEqualTo(store.verifyEnd(desk));
        }
    }

    @Test
    void journalWithoutWitnessShouldBeWatchedAgainOnceThatWasTold() throws Exception {
        DeskName desk = Samples.desk();
        try (Store store = Store.open(StoreSettings.in(home))) {
            file(store, desk);
        }
        Files.delete(home.resolve("witness").resolve(desk + ".seen"));

        try (Store store = Store.open(StoreSettings.in(home))) {
            store.watchFromNowOn(desk);
            file(store, desk);
        }

        try (Store store = Store.open(StoreSettings.in(home))) {
            assertThat(store.foundAtStart(desk)).isEmpty();
            assertThat(store.verify(desk)).isEmpty();
        }
    }

    @Test
    void olderDatabaseShouldShowAgainstTheWitnessAtTheNextStart() throws Exception {
        DeskName desk = Samples.desk();
        Path witness = home.resolve("witness").resolve(desk + ".seen");
        Path later = home.resolve("later");
        try (Store store = Store.open(StoreSettings.in(home))) {
            file(store, desk);
        }
        Path copy = home.resolve("copy");
        copyAll(home.resolve("database"), copy);
        try (Store store = Store.open(StoreSettings.in(home))) {
            file(store, desk);
        }
        Files.copy(witness, later);
        Files.move(home.resolve("database"), home.resolve("newer"));
        Files.move(copy, home.resolve("database"));

        try (Store store = Store.open(StoreSettings.in(home))) {
            assertThat(store.verifyEnd(desk)).contains(new JournalDamage(desk, JournalDamage.Kind.CUT_OFF, 2));
            file(store, desk);
            file(store, desk);
            assertThat(store.verifyEnd(desk)).contains(new JournalDamage(desk, JournalDamage.Kind.WITNESS_DIFFERS, 2));
        }
        assertThat(witness).hasSameBinaryContentAs(later);
    }

    @Test
    void startShouldReleaseWhatTheLastRunHadClaimed() throws Exception {
        DeskName desk = Samples.desk();
        try (Store store = Store.open(StoreSettings.in(home))) {
            store.inTransaction(transaction -> {
                transaction.outbox().enqueue(Samples.keyAnswer(desk, Samples.NOON));
                transaction.timetable().schedule(TimetableKey.of(desk, "DIGEST"), Samples.NOON);
                return true;
            });
            claimAll(store);
        }

        try (Store store = Store.open(StoreSettings.in(home))) {
            assertThat(claimAll(store)).isEqualTo(2);
        }
    }

    @Test
    void newestTimeShouldComeFromJournalOrRecord() throws Exception {
        try (Store store = Store.open(StoreSettings.in(home))) {
            assertThat(store.newestRecordedTime()).isEmpty();
            file(store, Samples.desk());
            assertThat(store.newestRecordedTime()).contains(Samples.NOON);
            store.recordTime(Samples.NOON.plusSeconds(1));
            assertThat(store.newestRecordedTime()).contains(Samples.NOON.plusSeconds(1));
            store.recordTime(Samples.NOON.minusSeconds(1));
            assertThat(store.newestRecordedTime()).contains(Samples.NOON);
        }
    }

    @Test
    void derbyShouldWriteNoLogIntoTheWorkingFolder() throws Exception {
        Store.open(StoreSettings.in(home)).close();

        assertThat(Path.of("derby.log")).doesNotExist();
    }

    private void useAll(Store store, DeskName desk) throws IOException {
        CaseId id = file(store, desk).id();
        store.inTransaction(transaction -> {
            transaction.lookUps().rememberReporterToken(desk, TOKEN, id);
            transaction.certificates().keep(new KeptCertificate(id, Samples.KEY, List.of(1L), bytes("plantedkey")));
            transaction.outbox().enqueue(Samples.letter(desk, id, Samples.token(), Samples.NOON));
            transaction.answers().count(AnswerCounts.Kind.RECEIPT, desk, Samples.REPORTER, Samples.NOON);
            transaction
                    .journal()
                    .append(
                            transaction.journal().find(id).orElseThrow(),
                            List.of(Samples.followUp()),
                            new Actor(Actor.Kind.REPORTER, Optional.of(new Fingerprint(Samples.KEY.hex()))),
                            Samples.NOON);
            return true;
        });
        store.intakeFiles().seal(Samples.envelope(Samples.NOON), new ByteArrayInputStream(bytes("plantedbody")));
    }

    @Test
    void deskShouldBeKnownForGood() throws Exception {
        DeskName desk = Samples.desk();
        try (Store store = Store.open(StoreSettings.in(home))) {
            assertThat(store.<Boolean>reading(transaction -> transaction.desks().isKnown(desk)))
                    .isFalse();
            store.inTransaction(transaction -> {
                transaction.desks().remember(desk, Samples.NOON);
                transaction.desks().remember(desk, Samples.NOON);
                return true;
            });
            assertThat(store.<List<DeskName>>reading(
                            transaction -> transaction.desks().all()))
                    .contains(desk);
        }
    }

    private static Case file(Store store, DeskName desk) {
        Case unfiled = Case.unfiled(Samples.caseId(), desk);
        return store.inTransaction(transaction ->
                transaction.journal().append(unfiled, List.of(Samples.report()), Actor.OUTSIDE, Samples.NOON));
    }

    private static int claimAll(Store store) {
        Duration lease = Duration.ofHours(1);
        return store.inTransaction(transaction -> transaction
                        .outboxClaims()
                        .claimDue(Samples.NOON, 9, lease)
                        .size()
                + transaction.timetable().claimDue(Samples.NOON, 9, lease).size());
    }

    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private void open() throws StoreStartException {
        Store.open(StoreSettings.in(home)).close();
    }

    private Path secret() {
        return home.resolve("secrets/sealing.key");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
