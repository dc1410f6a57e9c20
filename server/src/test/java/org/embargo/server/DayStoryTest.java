package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The day of disclosure, from the patch in a member's mail to the post: two desks on one server, one with its repository
 * in a folder, one with its by ssh. It is played once, both at a time; the tests look at what came of it.
 */
@SuppressWarnings("NullAway.Init") // all is set while it is played
class DayStoryTest {
    private static final String LIST = "announce@lists.example";
    private static final String TITLE = "Quicksilver overread in the bag reader";
    private static final String DESCRIPTION = "A crafted pomegranate makes the reader return 64 KB of memory.";
    private static final Duration NOTICE = Duration.ofSeconds(16);

    @TempDir
    private static Path folder;

    private static final List<GpgHome> PEOPLE = new ArrayList<>();
    private static final List<Day> DAYS = new ArrayList<>();
    private static World world;
    private static GitHost host;
    private static GpgHome rita;
    private static GpgHome vendor;
    private static Path calls;
    private static Set<String> leaksBeforeTheHour;

    /** What one desk goes through. */
    private record Day(String name, Member alice, Member bob, CodeBase code, String caseId) {

        String post() {
            return world.relay().mailsTo(LIST).stream()
                    .map(Mime::of)
                    .filter(mail -> mail.field("Subject").contains(caseId))
                    .reduce((first, second) -> {
                        throw new AssertionError("posted twice");
                    })
                    .map(mail -> open(mail, alice.key()))
                    .orElseThrow(() -> new AssertionError("not posted"));
        }

        private static String open(Mime post, String key) {
            try {
                return rita.check(post, key).first("text/plain").text();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    @BeforeAll
    static void play() throws Exception {
        open();
        for (Day day : DAYS) {
            describe(day);
        }
        Instant hour = Instant.now().plus(NOTICE).plusSeconds(8).truncatedTo(ChronoUnit.SECONDS);
        for (Day day : DAYS) {
            assertThat(day.alice().order(day.caseId(), "/disclose " + hour + "\n"))
                    .startsWith("Done");
            day.code().move("main", "before.c");
            day.bob().approve(day.caseId());
            // after it was approved, and rehearsed for the last time
            day.code().move("release/45.0", "after.c");
        }
        world.relay().awaitMailsTo(vendor.address(), 2);
        for (Day day : DAYS) {
            for (String branch : CodeBase.BRANCHES) {
                assertThat(day.code().isFixed(branch)).isFalse();
            }
        }
        leaksBeforeTheHour = planted().leaks(folder.resolve("home"));
        assertThat(Instant.now()).as("all that precedes the hour").isBefore(hour);
        for (Day day : DAYS) {
            release(day);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        world.close();
        host.close();
        for (GpgHome each : PEOPLE) {
            each.close();
        }
    }

    private static void open() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        rita = person("rita@finder.example");
        vendor = person("security@alderworks.example");
        CodeBase inFolder = new CodeBase(Files.createDirectory(folder.resolve("in-folder")));
        CodeBase bySsh = new CodeBase(Files.createDirectory(folder.resolve("by-ssh")));
        host = new GitHost(Files.createDirectory(folder.resolve("keys")));
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/embargo.properties"), host.settings("far"));
        world = new World(home)
                .desk("near", "security@near.example", "NEAR", person("alice@near.example"), person("bob@near.example"))
                .desk("far", "security@far.example", "FARR", person("alice@far.example"), person("bob@far.example"));
        configure("near", inFolder.bare().toUri().toString().replaceAll("/$", ""), "release-hook = " + hook() + "\n");
        configure("far", host.uri(bySsh.bare()), "");
        world.start();
        DAYS.add(day("near", PEOPLE.get(2), PEOPLE.get(3), inFolder));
        DAYS.add(day("far", PEOPLE.get(4), PEOPLE.get(5), bySsh));
    }

    private static GpgHome person(String address) throws IOException {
        GpgHome person = GpgHome.of(address);
        PEOPLE.add(person);
        return person;
    }

    private static Path hook() throws IOException {
        calls = folder.resolve("calls");
        Path hook = Files.writeString(folder.resolve("hook.sh"), "#!/bin/sh\necho \"$1 $2\" >> " + calls + "\n");
        Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwx------"));
        return hook;
    }

    private static void configure(String desk, String repository, String more) throws IOException {
        Files.writeString(
                folder.resolve("home/conf/desks").resolve(desk).resolve("desk.properties"),
                "advance-notice = " + NOTICE.toSeconds() + "s\nnotice-spread = 0s\nlast-call = 2s\n"
                        + "repository = " + repository
                        + "\ntag-pattern = v*\ncommit-signing-key = desk\nreleases = 45.0.1, 44.0.8\n" + more,
                StandardOpenOption.APPEND);
    }

    private static Day day(String name, GpgHome alices, GpgHome bobs, CodeBase code) throws IOException {
        String desk = "security@" + name + ".example";
        String certificate = world.keyOf(desk, rita);
        String key = "";
        for (GpgHome each : PEOPLE) {
            key = each.learn(certificate);
        }
        Member alice = new Member(world, alices, desk, key);
        String id = Mails.messageId();
        String inside = Mails.textAndKey(DESCRIPTION + "\n\ncredit: Rita Reporter", rita.certificate());
        world.send(
                rita.address(),
                desk,
                Mails.pgpMime(Mails.head(rita.address(), desk, id, "..."), rita.signedAndEncrypted(inside, key)));
        String caseId = World.caseOf(world.letter(rita.address(), id));
        return new Day(name, alice, new Member(world, bobs, desk, key), code, caseId);
    }

    private static void describe(Day day) throws IOException {
        assertThat(day.alice()
                        .orderWithKey("/recipient add Alderworks <" + vendor.address() + ">", vendor.certificate()))
                .startsWith("Done");
        assertThat(day.alice()
                        .order(
                                day.caseId(),
                                "/accept\n/title " + TITLE + "\n/severity high\n/cve CVE-2026-1234\n"
                                        + "/affects >= 42\n/fixed 45.0.2, 44.0.9\n/description\n" + DESCRIPTION
                                        + "\n/end\n/remedy\nUpgrade.\n/end\n"))
                .startsWith("Done");
        byte[] patch = day.code()
                .patch("Fix CVE-2026-1234, " + TITLE + "\n\n" + DESCRIPTION + "\nReported-by: Rita Reporter\nSee "
                        + day.caseId());
        assertThat(day.alice()
                        .orderWithFile(
                                day.caseId(),
                                "/patch " + String.join(" ", CodeBase.BRANCHES) + "\n",
                                "0001-fix.patch",
                                patch))
                .startsWith("Done");
        assertThat(day.bob().told("main: the patches apply."))
                .contains("release/45.0: the patches apply.")
                .contains("release/44.0: the patches apply");
    }

    private static void release(Day day) throws IOException {
        assertThat(day.bob().told("Pushed: refs/heads/main"))
                .contains("Pushed: refs/heads/release/44.0", "Pushed: refs/tags/v45.0.2", "Pushed: refs/tags/v44.0.9");
        assertThat(world.relay().mailsTo(LIST)).noneMatch(mail -> mail.message().contains(day.caseId()));
        assertThat(day.alice()
                        .order(
                                day.caseId(),
                                "/released 45.0.2 https://project.example/45.0.2\n"
                                        + "/released 44.0.9 https://project.example/44.0.9\n"))
                .startsWith("Done");
        day.bob().told("The post is on its way");
        world.relay().awaitMailsTo(LIST, DAYS.indexOf(day) + 1);
    }

    private static PlantedWords planted() {
        return new PlantedWords(
                List.of("quicksilver", "pomegranate", "cve-2026-1234", "paula", "limited(bag"), List.of());
    }

    @Test
    void everyBranchShouldHaveTheFixOnTopOfWhatOthersPushedMeanwhile() throws IOException {
        for (Day day : DAYS) {
            for (String branch : CodeBase.BRANCHES) {
                assertThat(day.code().isFixed(branch))
                        .as(day.name() + " " + branch)
                        .isTrue();
            }
            assertThat(day.code().inBare("log", "--format=%s", "main"))
                    .isEqualTo("Security fix\nAdd more\nGo on\nBegin\n");
            assertThat(day.code().inBare("log", "--format=%s", "v45.0.2"))
                    .isEqualTo("Security fix\nAdd more\nGo on\nBegin\n");
            assertThat(day.code().inBare("log", "--format=%s", "v44.0.9")).isEqualTo("Security fix\nBegin\n");
        }
    }

    @Test
    void commitsShouldBeTheDesksAndSayNothing() throws IOException {
        for (Day day : DAYS) {
            assertThat(day.code().inBare("log", "-1", "--format=%an <%ae>%n%cn <%ce>%n%B", "release/44.0"))
                    .startsWith((day.name() + " security <security@" + day.name() + ".example>\n").repeat(2))
                    .contains("will be told on " + LIST);
        }
    }

    @Test
    void nothingButThePatchShouldStandInTheRepositorysObjects() throws IOException {
        for (Day day : DAYS) {
            String everything = day.code().everything().toLowerCase(Locale.ROOT);
            assertThat(everything).contains("limited(bag->length)").contains("security fix");
            Stream.of("quicksilver", "overread", "pomegranate", "cve-", "paula", "rita", "finder", day.caseId())
                    .map(word -> word.toLowerCase(Locale.ROOT))
                    .forEach(word -> assertThat(everything).doesNotContain(word));
        }
    }

    @Test
    void commitsAndTagsShouldBeSignedAsGpgVerifies() throws IOException {
        for (Day day : DAYS) {
            for (String branch : CodeBase.BRANCHES) {
                assertThat(day.code().verifies("verify-commit", branch, rita.folder()))
                        .isTrue();
            }
            assertThat(day.code().verifies("verify-tag", "v45.0.2", rita.folder()))
                    .isTrue();
            assertThat(day.code().verifies("verify-commit", "main~1", rita.folder()))
                    .isFalse();
        }
    }

    @Test
    void recipientShouldGetThePatchOfEachBranch() throws IOException {
        for (Day day : DAYS) {
            List<String> notices = new ArrayList<>();
            for (Relay.Received received : world.relay().mailsTo(vendor.address())) {
                if (Mime.of(received).field("From").contains(day.alice().desk())) {
                    notices.add(
                            vendor.open(Mime.of(received), day.alice().key()).raw());
                }
            }
            assertThat(notices.get(0)).contains("main.patch", "release-45.0.patch", "release-44.0.patch");
        }
    }

    @Test
    void postShouldNameTheReleases() {
        for (Day day : DAYS) {
            assertThat(day.post())
                    .contains(DESCRIPTION)
                    .contains("https://project.example/45.0.2")
                    .contains("https://project.example/44.0.9")
                    .contains("Rita Reporter");
        }
    }

    @Test
    void programForReleasesShouldBeCalledForEach() throws IOException {
        assertThat(Files.readAllLines(calls)).containsExactly("45.0.2 release/45.0", "44.0.9 release/44.0");
    }

    @Test
    void nothingShouldLieInClearBeforeTheHour() {
        assertThat(leaksBeforeTheHour).isEmpty();
        assertThat(planted().find(String.join("\n", world.server().output()), false))
                .isEmpty();
    }
}
