package org.embargo.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeskMistakesTest {

    private static final String FILE = "conf/desks/pyca/desk.properties";
    private static final String DURATION = "expected a duration above zero such as 7d, 36h, 90m or 45s";
    private static final String DURATION_OR_ZERO = "expected a duration such as 7d, 36h, 90m, 45s or 0s";
    private static final String COUNT = "expected a whole number from 1 to 1000000";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acknowledge-within",
                "advance-notice",
                "time-sensitive-notice",
                "command-window",
                "new-key-wait",
                "confirm-within",
                "post-confirm-within",
                "last-call",
                "keep-in-touch",
                "release-within"
            })
    void durationShouldHaveAUnitAndBeAboveZero(String key) throws IOException {
        assertMistake(key + " = 7", key + ": read \"7\"; " + DURATION);
        assertMistake(key + " = 0s", key + ": read \"0s\"; " + DURATION);
        assertMistake(key + " =", key + ": empty; " + DURATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"receipt-delay", "notice-spread"})
    void delayShouldHaveAUnit(String key) throws IOException {
        assertMistake(key + " = 0", key + ": read \"0\"; " + DURATION_OR_ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cases-per-hour",
                "receipts-per-address",
                "receipts-per-domain",
                "receipts-per-hour",
                "supported-releases",
                "approvals"
            })
    void countShouldBeAWholeNumberAboveZero(String key) throws IOException {
        assertMistake(key + " = 0", key + ": read \"0\"; " + COUNT);
        assertMistake(key + " = many", key + ": read \"many\"; " + COUNT);
        assertMistake(key + " = 1000001", key + ": read \"1000001\"; " + COUNT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            disclosure-time    | 15:00                | a time and zone such as 15:00 UTC
            digest             | Mo 08:00 UTC         | a weekday, time and zone such as Monday 08:00 UTC
            list-hosts         | a b                  | a host name, several separated by commas, or nothing
            list-hosts         | a.example,,b.example | a host name, several separated by commas, or nothing
            release-url        | ftp://x.example/     | a URL that begins with https:// or http://, or nothing
            release-url        | releases             | a URL that begins with https:// or http://, or nothing
            repository         | https://x.example/r  | a URL that begins with file:/// or ssh://, or nothing
            repository         | ssh://-oProxy/r      | a URL that begins with file:/// or ssh://, or nothing
            main-branch        | --all                | the name of a branch
            main-branch        | a..b                 | the name of a branch
            releases           | 45.0.1,              | a version such as 45.0.1, several separated by commas, or nothing
            release-hook       | bin/release          | an absolute path, or nothing
            tag-pattern        | v                    | the form of a tag, with * for the version, such as v*, or nothing
            tag-release-url    | https://x.example/v  | a web address with * for the version, such as https://project.example/releases/*, or nothing
            tag-release-url    | releases/*           | a web address with * for the version, such as https://project.example/releases/*, or nothing
            tag-release-url    | ftp://x.example/*    | a web address with * for the version, such as https://project.example/releases/*, or nothing
            tag-release-url    | https:///v*          | a web address with * for the version, such as https://project.example/releases/*, or nothing
            tag-release-url    | https://v*.example/  | a web address with * for the version, such as https://project.example/releases/*, or nothing
            tag-release-url    | https://x.example/** | a web address with * for the version, such as https://project.example/releases/*, or nothing
            series             | minor                | major, major.minor or every
            commit-author      | security@x.example   | NAME <ADDRESS>, or nothing
            commit-signing-key | ABCD                 | desk, for the desk's own key, or nothing
            """)
    void valueShouldHaveItsForm(String key, String value, String expected) throws IOException {
        assertMistake(key + " = " + value, key + ": read \"" + value + "\"; expected " + expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | address      | security                                       | a mail address with at most 29 characters before the at sign
            1 | address      | abcdefghijklmnopqrstuvwxyz1234@project.example | a mail address with at most 29 characters before the at sign
            2 | case-prefix  | pyca                                           | 2 to 16 upper-case letters and digits, a letter first
            3 | project      | <b>x</b>                                       | a name of at most 100 characters without < > or quotation marks
            4 | mailing-list | lists.example                                  | a mail address, or several separated by commas
            5 | team         | alice@project.example; bob@project.example     | a mail address without a slash, or several separated by commas
            5 | team         | /etc/x@project.example                         | a mail address without a slash, or several separated by commas
            """)
    void requiredValueShouldHaveItsForm(int line, String key, String value, String expected) throws IOException {
        HomeFixture home = new HomeFixture(folder)
                .desk("pyca", HomeFixture.REQUIRED.replaceAll("(?m)^" + key + " = .*$", key + " = " + value));

        assertThat(home.problems())
                .containsExactly(FILE + ":" + line + ": " + key + ": read \"" + value + "\"; expected " + expected);
    }

    @Test
    void addressOfTaggedReleasesShouldBeginAsReleasesMust() throws IOException {
        String tags = HomeFixture.REQUIRED + "repository = file:///srv/git/x.git\ntag-pattern = v*\n"
                + "release-url = https://project.example/releases/\n";
        HomeFixture home =
                new HomeFixture(folder).desk("pyca", tags + "tag-release-url = https://project.example/files/*\n");

        assertThat(home.problems())
                .containsExactly(FILE + ":9: tag-release-url: read"
                        + " \"https://project.example/files/*\"; expected it to begin with release-url");
    }

    @Test
    void addressOfTaggedReleasesShouldNeedTheRepositoryAndTheFormOfItsTags() throws IOException {
        HomeFixture home = new HomeFixture(folder)
                .desk("pyca", HomeFixture.REQUIRED + "tag-release-url = https://project.example/files/*\n");

        assertThat(home.problems())
                .containsExactly(
                        FILE + ": repository: missing; expected it where tag-release-url is set",
                        FILE + ": tag-pattern: missing; expected it where tag-release-url is set");
    }

    @Test
    void requiredKeysShouldAllBeAskedForAtOnce() throws IOException {
        assertThat(new HomeFixture(folder).desk("pyca", "# nothing yet\n").problems())
                .containsExactly(
                        FILE
                                + ": address: missing; expected a mail address with at most 29 characters before the at sign",
                        FILE + ": case-prefix: missing; expected 2 to 16 upper-case letters and digits, a letter first",
                        FILE
                                + ": project: missing; expected a name of at most 100 characters without < > or quotation marks",
                        FILE + ": mailing-list: missing; expected a mail address, or several separated by commas",
                        FILE
                                + ": team: missing; expected a mail address without a slash, or several separated by commas");
    }

    @Test
    void unknownKeyShouldNameTheNearest() throws IOException {
        assertMistake("aprovals = 2", "aprovals: unknown key; did you mean approvals?");
        assertMistake("Receipt_Delay = 2s", "Receipt_Delay: unknown key; did you mean receipt-delay?");
        assertMistake("smtp = 2", "smtp: unknown key; docs/operations.md lists the keys");
        assertMistake(
                "upstream.openssl.from = *@openssl.org\nupstream.openssl.prof = none",
                7,
                "upstream.openssl.prof: unknown key; did you mean upstream.openssl.proof?");
    }

    @Test
    void upstreamShouldSayWhoAnnounces() throws IOException {
        assertThat(problemsOf("upstream.openssl.proof = spf\nupstream.openssl.series = a b"))
                .containsExactly(
                        FILE + ": upstream.openssl.from: missing; expected a mail address or *@domain",
                        FILE + ":6: upstream.openssl.proof: read \"spf\"; expected dkim, signature or none",
                        FILE + ":7: upstream.openssl.series: read \"a b\"; expected a version such as 45.0.1, several"
                                + " separated by commas, or nothing");
    }

    @Test
    void proofBySignatureShouldNameACertificateThatExists() throws IOException {
        String signed = "upstream.openssl.from = *@openssl.org\nupstream.openssl.proof = signature\n";
        String expected = "; expected the certificate that signs, as proof is signature";

        assertThat(problemsOf(signed)).containsExactly(FILE + ": upstream.openssl.certificate: missing" + expected);
        assertThat(problemsOf(signed + "upstream.openssl.certificate = openssl.asc"))
                .containsExactly(
                        FILE + ":8: upstream.openssl.certificate: no file conf/desks/pyca/openssl.asc" + expected);
    }

    @Test
    void approvalsShouldNotBeMoreThanTheTeamCanGive() throws IOException {
        assertMistake("approvals = 3", "approvals: read \"3\"; expected no more than the team has members, 2");
    }

    @Test
    void memberShouldBeNamedOnceAndHaveACertificateFile() throws IOException {
        HomeFixture home = new HomeFixture(folder)
                .desk(
                        "pyca",
                        HomeFixture.REQUIRED.replace(
                                "bob@project.example", "Alice@project.example, carol@project.example"));

        assertThat(home.problems())
                .containsExactly(
                        FILE + ":5: team: Alice@project.example is named twice; expected each member once",
                        FILE + ":5: team: no certificate of carol@project.example; expected it in"
                                + " conf/desks/pyca/team/carol@project.example.asc");
    }

    @Test
    void twoDesksShouldShareNeitherAddressNorPrefix() throws IOException {
        HomeFixture home = new HomeFixture(folder)
                .desk("second", HomeFixture.REQUIRED.replace("security@project", "Security+two@project"));

        assertThat(home.problems())
                .containsExactly(
                        "conf/desks/second/desk.properties:2: case-prefix: read \"PYCA\"; expected another than desk pyca has",
                        "conf/desks/second/desk.properties:1: address: read \"Security+two@project.example\"; expected none"
                                + " that is the address, or a +address, of desk pyca");
    }

    @Test
    void sameAddressShouldBeRefusedWhicheverDeskComesFirst() throws IOException {
        HomeFixture home = new HomeFixture(folder)
                .desk(
                        "another",
                        HomeFixture.REQUIRED
                                .replace("security@", "security+sub@")
                                .replace("PYCA", "SUB"));

        assertThat(home.problems())
                .containsExactly(
                        FILE + ":1: address: read \"security@project.example\"; expected none that is the address, or a"
                                + " +address, of desk another");
    }

    @Test
    void letterShouldNotLeadBackToADesk() throws IOException {
        HomeFixture home = new HomeFixture(folder)
                .desk(
                        "pyca",
                        HomeFixture.REQUIRED.replace("project-dev@lists.example", "security+list@project.example"));

        assertThat(home.problems())
                .containsExactly(
                        FILE + ":4: mailing-list: read \"security+list@project.example\"; expected no address of"
                                + " desk pyca: its mail would run in a circle");
    }

    @Test
    void folderThatIsNoDeskShouldBeTold() throws IOException {
        HomeFixture home = new HomeFixture(folder);
        Files.createDirectories(home.home().desks().resolve("Big Desk"));
        Files.createDirectories(home.home().desks().resolve("bare"));
        Files.createDirectories(home.home().desks().resolve(".git"));
        Files.writeString(home.home().desks().resolve("README"), "not a desk");

        assertThat(home.problems())
                .containsExactly(
                        "conf/desks/Big Desk: not the name of a desk; expected lower-case letters, digits and hyphens",
                        "conf/desks/bare/desk.properties: missing; expected a properties file");
    }

    @Test
    void homeWithoutADeskShouldBeTold() throws IOException {
        Home home = new Home(folder);
        new HomeFiller(home).fill();

        assertThatThrownBy(() -> ConfigReader.read(home))
                .isInstanceOf(ConfigException.class)
                .hasMessage("the configuration has 1 problem:\n  " + home.desks()
                        + ": no desk; expected a folder with a desk.properties");
    }

    @Test
    void allMistakesOfAllFilesShouldBeToldTogether() throws IOException {
        HomeFixture home = new HomeFixture(folder)
                .desk("pyca", HomeFixture.REQUIRED + "approvals = 5\nlast-cal = 1h\ndigest = never\n")
                .desk("second", "team = bob@project.example\n")
                .server("clock-tolerance = 5\n");

        assertThat(home.problems()).hasSize(8);
        assertThatThrownBy(home::read)
                .hasMessageStartingWith(
                        "the configuration has 8 problems:\n  " + home.home().folder())
                .hasMessageContaining("pyca/desk.properties:7: last-cal: unknown key; did you mean last-call?")
                .hasMessageContaining("second/desk.properties: project: missing")
                .hasMessageContaining("conf/embargo.properties:1: clock-tolerance: read \"5\"");
    }

    @Test
    void everyKeyShouldBeInTheOperationsPage() throws IOException {
        String page = Files.readString(Path.of("../docs/operations.md"));
        Set<Key<?>> keys = new HashSet<>(DeskKeys.ALL);
        keys.addAll(ServerKeys.ALL);
        keys.addAll(UpstreamKeys.of("NAME").all());

        assertThat(keys).allSatisfy(key -> assertThat(page)
                .contains("| `" + key.name() + "` | "
                        + key.fallback()
                                .map(text -> text.isEmpty() ? "" : "`" + text + "` ")
                                .orElse("required ")));
    }

    private void assertMistake(String line, String problem) throws IOException {
        assertMistake(line, 6, problem);
    }

    private void assertMistake(String lines, int number, String problem) throws IOException {
        assertThat(problemsOf(lines)).containsExactly(FILE + ":" + number + ": " + problem);
    }

    private List<String> problemsOf(String more) throws IOException {
        return new HomeFixture(folder).desk("pyca", HomeFixture.REQUIRED + more).problems();
    }
}
