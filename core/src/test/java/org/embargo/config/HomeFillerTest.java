package org.embargo.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.embargo.model.Address;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFillerTest {

    @TempDir
    Path parent;

    private Home home = new Home(Path.of("."));

    @BeforeEach
    void nameAHomeThatIsNotThere() {
        home = new Home(parent.resolve("home"));
    }

    @Test
    void absentHomeShouldBeFilledForItsOwnerAlone() throws IOException {
        assertThat(home.isEmpty()).isTrue();

        new HomeFiller(home).fill();

        assertThat(home.isEmpty()).isFalse();
        assertThat(mode(home.folder())).isEqualTo("rwx------");
        assertThat(mode(home.secrets())).isEqualTo("rwx------");
        assertThat(home.serverProperties()).hasSameTextualContentAs(Path.of("../conf/embargo.properties"));
        assertThat(home.deskFolders()).isEmpty();
    }

    @Test
    void homeThatIsOpenToOthersShouldBeClosed() throws IOException {
        Files.createDirectories(home.secrets());
        Files.setPosixFilePermissions(home.folder(), PosixFilePermissions.fromString("rwxr-xr-x"));

        new HomeFiller(home).fill();

        assertThat(mode(home.folder())).isEqualTo("rwx------");
    }

    @Test
    void keysOfADeskThatAreOpenToOthersShouldBeClosed() throws IOException {
        Path desk = home.desks().resolve("pyca");
        Files.createDirectories(desk.resolve("former"));
        for (String name : new String[] {"secret.asc", "former/old.asc"}) {
            Files.writeString(desk.resolve(name), "");
            Files.setPosixFilePermissions(desk.resolve(name), PosixFilePermissions.fromString("rw-r--r--"));
        }

        new HomeFiller(home).fill();

        assertThat(mode(desk.resolve("secret.asc"))).isEqualTo("rw-------");
        assertThat(mode(desk.resolve("former/old.asc"))).isEqualTo("rw-------");
    }

    @Test
    void whatStandsInTheHomeShouldBeLeftAlone() throws IOException {
        Files.createDirectories(home.conf());
        Files.writeString(home.serverProperties(), "clock-tolerance = 1m\n");

        new HomeFiller(home).fill();

        assertThat(home.serverProperties()).hasContent("clock-tolerance = 1m\n");
    }

    @Test
    void filledInFileShouldLeaveNoHalfOfItself() throws IOException {
        Path source = Files.writeString(parent.resolve("source"), "text");
        Path target = home.conf().resolve("letters/receipt.txt");

        new HomeFiller(home).fillIn(source.toUri().toURL(), target);

        assertThat(target).hasContent("text");
        try (Stream<Path> files = Files.list(home.conf().resolve("letters"))) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void exampleShouldBecomeADeskOnlyWhenItIsFinished() throws Exception {
        HomeFiller filler = new HomeFiller(home);
        filler.fill();

        ExampleDesk example = filler.beginExample().orElseThrow();

        assertThat(home.deskFolders()).isEmpty();
        assertThat(example.team())
                .containsExactly(new Address("alice@project.example"), new Address("bob@project.example"));
        assertThat(mode(example.secretKeys())).isEqualTo("rwx------");
        for (Address member : example.team()) {
            Files.createDirectories(example.folder().teamCertificates());
            Files.writeString(example.folder().teamCertificate(member), "");
        }
        assertThat(example.finish().folder()).isEqualTo(home.desks().resolve("example"));
        assertThat(ConfigReader.read(home).desks())
                .singleElement()
                .satisfies(desk -> assertThat(desk.address().value()).isEqualTo("security@project.example"));
    }

    @Test
    void exampleThatACrashInterruptedShouldBeginAgain() throws IOException {
        HomeFiller filler = new HomeFiller(home);
        filler.fill();
        filler.beginExample();

        Optional<ExampleDesk> again = filler.beginExample();

        assertThat(again.orElseThrow().team()).hasSize(2);
        assertThat(again.orElseThrow().finish().properties()).exists();
    }

    @Test
    void homeWithAnyDeskHoweverBrokenShouldGetNoExample() throws IOException {
        HomeFiller filler = new HomeFiller(home);
        filler.fill();
        Files.createDirectories(home.desks().resolve("lost"));

        assertThat(filler.beginExample()).isEmpty();
    }

    @Test
    void deskFolderShouldKnowItsKeys() throws IOException {
        DeskFolder desk = new DeskFolder(home.desks().resolve("pyca"));
        Files.createDirectories(desk.folder().resolve("former"));
        assertThat(desk.hasNoKey()).isTrue();

        Path former = Files.writeString(desk.folder().resolve("former/2024.asc"), "");
        Files.writeString(desk.folder().resolve("former/readme.txt"), "");
        assertThat(desk.hasNoKey()).isFalse();
        assertThat(desk.formerKeys()).containsExactly(former);
        assertThat(desk.secretKey()).isEmpty();

        Files.writeString(desk.secretKeyFile(), "");
        assertThat(desk.secretKey()).contains(desk.folder().resolve("secret.asc"));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
