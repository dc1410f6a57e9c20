package org.embargo.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.DeskName;
import org.embargo.model.DeskRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskConfigTest {

    private static final Address DESK = new Address("security@project.example");

    @TempDir
    Path folder;

    @Test
    void deskShouldHaveTheDefaultsOfTheContract() throws Exception {
        DeskConfig desk = new HomeFixture(folder).readDesk();

        assertThat(desk.name()).isEqualTo(new DeskName("pyca"));
        assertThat(desk.address()).isEqualTo(DESK);
        assertThat(desk.casePrefix()).isEqualTo("PYCA");
        assertThat(desk.project()).isEqualTo("cryptography");
        assertThat(desk.mailingLists()).containsExactly(new Address("project-dev@lists.example"));
        assertThat(desk.listHosts()).isEmpty();
        assertThat(desk.team())
                .containsExactly(new Address("alice@project.example"), new Address("bob@project.example"));
        assertThat(desk.approvals()).isEqualTo(1);
        assertThat(desk.limits()).isEqualTo(new DeskLimits(60, 5, 50, 500));
        assertThat(desk.upstreams()).isEmpty();
        assertThat(desk.isRehearsal()).isFalse();
    }

    @Test
    void clocksShouldHaveTheDefaultsOfTheContract() throws Exception {
        assertThat(new HomeFixture(folder).readDesk().clocks())
                .isEqualTo(new DeskClocks(
                        Duration.ofHours(48),
                        Duration.ofDays(7),
                        Duration.ofMinutes(15),
                        Duration.ofHours(24),
                        DailyTime.parse("15:00 UTC").orElseThrow(),
                        Duration.ofHours(24),
                        Duration.ofHours(48),
                        Duration.ofHours(24),
                        Duration.ofMinutes(30),
                        Duration.ofHours(24),
                        Duration.ofDays(14),
                        WeeklyTime.parse("Monday 08:00 UTC").orElseThrow(),
                        Duration.ofSeconds(60)));
    }

    @Test
    void releasesShouldHaveTheDefaultsOfTheContract() throws Exception {
        assertThat(new HomeFixture(folder).readDesk().releases())
                .isEqualTo(new ReleaseConfig(
                        Optional.empty(),
                        Optional.empty(),
                        "main",
                        2,
                        List.of(),
                        Optional.empty(),
                        Duration.ofHours(24),
                        Optional.empty(),
                        Optional.empty(),
                        "major.minor",
                        new CommitAuthor("cryptography security", DESK),
                        false,
                        Optional.empty()));
    }

    @Test
    void releaseKeysShouldBeRead() throws Exception {
        ReleaseConfig releases = read("""
                release-url = https://project.example/releases/
                repository = ssh://git@project.example/project.git
                main-branch = trunk
                supported-releases = 3
                releases = 45.0.1, 44.0.3
                release-hook = /usr/local/bin/release
                release-within = 12h
                tag-pattern = v*
                tag-release-url = https://project.example/releases/*
                patch-authors = on
                series = major
                commit-author = Project Security <commits@project.example>
                commit-signing-key = desk
                """).releases();

        assertThat(releases)
                .isEqualTo(new ReleaseConfig(
                        Optional.of(URI.create("https://project.example/releases/")),
                        Optional.of(URI.create("ssh://git@project.example/project.git")),
                        "trunk",
                        3,
                        List.of("45.0.1", "44.0.3"),
                        Optional.of(Path.of("/usr/local/bin/release")),
                        Duration.ofHours(12),
                        Optional.of("v*"),
                        Optional.of("https://project.example/releases/*"),
                        "major",
                        new CommitAuthor("Project Security", new Address("commits@project.example")),
                        true,
                        Optional.of("desk")));
        assertThat(releases.commitAuthor().identity()).isEqualTo("Project Security <commits@project.example>");
    }

    @Test
    void upstreamsShouldBeReadByName() throws Exception {
        HomeFixture home = new HomeFixture(folder).desk("pyca", HomeFixture.REQUIRED + """
                upstream.zlib.from = *@zlib.net
                upstream.openssl.from = releases@openssl.org
                upstream.openssl.list-id = openssl-announce.openssl.org
                upstream.openssl.proof = signature
                upstream.openssl.certificate = openssl.asc
                upstream.openssl.series = 3.0, 3.5
                upstream.openssl.release-within = 2d
                """);
        Path certificate = home.home().desks().resolve("pyca/openssl.asc");
        Files.writeString(certificate, "");

        assertThat(home.readDesk().upstreams())
                .containsExactly(
                        new UpstreamConfig(
                                "openssl",
                                Optional.of("openssl-announce.openssl.org"),
                                "releases@openssl.org",
                                UpstreamConfig.Proof.SIGNATURE,
                                Optional.of(certificate),
                                List.of("3.0", "3.5"),
                                Duration.ofDays(2)),
                        new UpstreamConfig(
                                "zlib",
                                Optional.empty(),
                                "*@zlib.net",
                                UpstreamConfig.Proof.DKIM,
                                Optional.empty(),
                                List.of(),
                                Duration.ofDays(3)));
    }

    @Test
    void severalMailingListsAndHostsShouldBeRead() throws Exception {
        DeskConfig desk = new HomeFixture(folder)
                .desk(
                        "pyca",
                        HomeFixture.REQUIRED.replace("lists.example", "lists.example, users@lists.example")
                                + "list-hosts = mx.lists.example, 192.0.2.7, 2001:db8::7\n")
                .readDesk();

        assertThat(desk.mailingLists())
                .containsExactly(new Address("project-dev@lists.example"), new Address("users@lists.example"));
        assertThat(desk.listHosts()).containsExactly("mx.lists.example", "192.0.2.7", "2001:db8::7");
    }

    @Test
    void clocksBelowOneHourShouldBeARehearsal() throws Exception {
        assertThat(read("advance-notice = 59m").isRehearsal()).isTrue();
        assertThat(read("acknowledge-within = 30s").isRehearsal()).isTrue();
        assertThat(read("advance-notice = 1h\nacknowledge-within = 60m\nlast-call = 1s")
                        .isRehearsal())
                .isFalse();
    }

    @Test
    void delayAndSpreadMayBeZero() throws Exception {
        DeskClocks clocks = read("receipt-delay = 0s\nnotice-spread = 0s").clocks();

        assertThat(clocks.receiptDelay()).isZero();
        assertThat(clocks.noticeSpread()).isZero();
    }

    @Test
    void deskShouldKnowItsAddressesAndMembers() throws Exception {
        EmbargoConfig config = new HomeFixture(folder).read();
        DeskConfig desk = config.desks().get(0);

        assertThat(desk.addressOf(new DeskRole.Key()).value()).isEqualTo("security+key@project.example");
        assertThat(config.deskAddress(new Address("security+typo@project.example"))
                        .orElseThrow()
                        .role())
                .isEqualTo(new DeskRole.Front());
        assertThat(config.deskAddress(new Address("postmaster@project.example")))
                .isEmpty();
        assertThat(desk.isMember(new Address("Alice@Project.example"))).isTrue();
        assertThat(desk.isMember(DESK)).isFalse();
        assertThat(config.desk(new DeskName("pyca"))).contains(desk);
        assertThat(config.desk(new DeskName("other"))).isEmpty();
    }

    private DeskConfig read(String more) throws Exception {
        return new HomeFixture(folder).desk("pyca", HomeFixture.REQUIRED + more).readDesk();
    }
}
