package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.embargo.config.ConfigReader;
import org.embargo.config.EmbargoConfig;
import org.embargo.config.Home;
import org.embargo.desk.keys.DeskKeyFiles;
import org.embargo.desk.keys.SecretFile;
import org.embargo.desk.keys.StartException;
import org.embargo.mail.OpenedMail;
import org.embargo.model.Address;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.NewDeskKey;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk's own key: another one, a locked one. */
class DeskKeyStoryTest {

    private static final String VENDOR = "security@vendor.example";

    @TempDir
    private Path folder;

    private final Person rita = BookMails.person("rita@reporter.example");
    private final Person vendor = BookMails.person(VENDOR);
    private BookMails mails;
    private TestHome home;
    private Path desk;
    private Certificate old;

    @BeforeEach
    void start() {
        mails = new BookMails(folder, "");
        home = mails.home;
        desk = folder.resolve("conf/desks/example");
        old = mails.desk();
        mails.order(
                home.alice,
                "/recipient add A Vendor <" + VENDOR + ">\n",
                vendor.certificate().armored());
        report("hole", old);
        home.sent.clear();
    }

    @AfterEach
    void stop() {
        mails.close();
    }

    private void report(String subject, Certificate encryptTo) {
        home.receive(
                rita.address().value(),
                TestHome.DESK,
                rita.encrypted(
                        encryptTo,
                        TestHome.fields(rita.address().value(), subject),
                        "words of " + subject,
                        true,
                        mails.now()));
    }

    private Certificate rollOver() throws IOException {
        home.clock.move(Duration.ofHours(1));
        Files.createDirectories(desk.resolve("former"));
        Files.move(desk.resolve("secret.asc"), desk.resolve("former/old.asc"));
        char[] passphrase =
                Files.readString(folder.resolve("secrets/example.pass")).strip().toCharArray();
        NewDeskKey made =
                NewDeskKey.generate("cryptography security", new Address(TestHome.DESK), passphrase, mails.now());
        SecretFile.write(desk.resolve("secret.asc"), made.secret());
        restart();
        return made.certificate();
    }

    private void restart() {
        home.sent.clear();
        home.restart();
        home.embargo().runDue();
    }

    private OpenedMail only(Person reader, Certificate sender) {
        List<OutgoingMail> to = home.sentTo(reader.address().value());
        assertThat(to).hasSize(1);
        return reader.read(to.get(0).message(), sender, home.spools(), mails.now());
    }

    @Test
    void newKeyShouldSignAndBeAnnouncedAndTheOldOneStillOpen() throws IOException {
        Certificate present = rollOver();

        for (Person each : List.of(home.alice, vendor, rita)) {
            OpenedMail letter = only(each, present);
            assertThat(letter.encrypted()).isTrue();
            assertThat(letter.verdicts())
                    .anyMatch(verdict -> verdict.signer().equals(Optional.of(present.fingerprint())));
            assertThat(letter.body())
                    .contains(present.fingerprint().spaced())
                    .contains(old.fingerprint().spaced())
                    .doesNotContain("PYCA-")
                    .doesNotContain("hole");
            assertThat(letter.certificates()).singleElement().satisfies(brought -> {
                assertThat(brought.certificate().fingerprint()).isEqualTo(present.fingerprint());
                assertThat(brought.certificate().isCertifiedBy(old, new Address(TestHome.DESK), mails.now()))
                        .isTrue();
            });
        }
        home.sent.clear();
        report("second", old);
        assertThat(home.alice
                        .read(home.sentTo(BookMails.ALICE).get(0).message(), present, home.spools(), mails.now())
                        .body())
                .contains("words of second");
    }

    @Test
    void recipientsShouldNotLearnHowManyAreTold() throws IOException {
        Certificate present = rollOver();

        assertThat(only(home.alice, present).body().replaceAll("\\s+", " "))
                .contains("2 others, recipients and reporters of open cases");
        assertThat(only(vendor, present).body()).doesNotContain("others").contains("This is a routine mail");
    }

    @Test
    void newKeyShouldBeAnnouncedOnce() throws IOException {
        rollOver();

        restart();

        assertThat(home.sentTo(VENDOR)).isEmpty();
        assertThat(home.sentTo(rita.address().value())).isEmpty();
        assertThat(home.sentTo(BookMails.ALICE)).isEmpty();
    }

    @Test
    void keyThatComesBackShouldBeToldToTheTeamAlone() throws IOException {
        rollOver();
        Files.move(desk.resolve("secret.asc"), desk.resolve("former/new.asc"));
        Files.move(desk.resolve("former/old.asc"), desk.resolve("secret.asc"));

        restart();

        assertThat(only(home.alice, old).body().replaceAll("\\s+", " ")).contains("uses an OpenPGP key again");
        assertThat(home.sentTo(VENDOR)).isEmpty();
    }

    @Test
    void wrongOrMissingPassphraseShouldStopTheStartWithAWord() throws IOException {
        Path file = folder.resolve("secrets/example.pass");
        Files.writeString(file, "another word\n");
        assertThatThrownBy(home::restart)
                .isInstanceOf(StartException.class)
                .hasMessageContaining("no passphrase unlocks the secret key")
                .hasMessageContaining("secrets/example.pass")
                .hasMessageContaining("EMBARGO_PASSPHRASE_EXAMPLE")
                .hasMessageNotContaining("another word");

        Files.delete(file);
        assertThatThrownBy(() -> Embargo.start(folder, home.clock, home)).isInstanceOf(StartException.class);
        mails = new BookMails(Files.createDirectory(folder.resolve("another")), "");
    }

    @Test
    void passphraseMayStandInTheEnvironment() throws Exception {
        Path file = folder.resolve("secrets/example.pass");
        String passphrase = Files.readString(file, StandardCharsets.UTF_8);
        Files.delete(file);
        EmbargoConfig config = ConfigReader.read(new Home(folder));
        DeskKeyFiles files = new DeskKeyFiles(config, config.desks().get(0), name -> Optional.of(passphrase)
                .filter(set -> name.equals("EMBARGO_PASSPHRASE_EXAMPLE")));

        assertThat(files.read().certificate().fingerprint()).isEqualTo(old.fingerprint());
        assertThatThrownBy(() -> new DeskKeyFiles(config, config.desks().get(0), name -> Optional.empty()).read())
                .isInstanceOf(StartException.class);
    }
}
