package org.embargo.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.embargo.origin.Judging.MAIL;
import static org.embargo.origin.Judging.RITA;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.embargo.config.IpRange;
import org.embargo.config.OriginConfig;
import org.embargo.mail.Origin;
import org.embargo.mail.Origin.Dkim;
import org.embargo.mail.Origin.Spf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;

class SpfTest {

    @TempDir
    Path folder;

    private final NameServer server = NameServer.start();
    private Judging judging;

    @BeforeEach
    void open() {
        judging = new Judging(folder, server);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "v=spf1 ip4:192.0.2.0/24 -all, PASS",
        "v=spf1 ip4:198.51.100.0/24 -all, FAIL",
        "v=spf1 ip4:198.51.100.0/24 ~all, FAIL",
        "v=spf1 ?all, FAIL",
        "v=spf1 nonsense:nonsense -all, FAIL",
        "unrelated, NONE",
        "v=spf1 include:hosts.other.example -all, PASS",
        "v=spf1 redirect=hosts.other.example, PASS",
        "v=spf1 mx -all, PASS",
        "v=spf1 exists:%{i}.hosts.other.example -all, PASS"
    })
    void recordOfTheAuthorsDomainShouldDecide(String record, Spf expected) throws Exception {
        server.text("reporter.example", record)
                .text("hosts.other.example", "v=spf1 ip4:192.0.2.1 -all")
                .record(a("192.0.2.1.hosts.other.example", "127.0.0.2"))
                .record(a("mx.reporter.example", "192.0.2.1"))
                .record(new MXRecord(
                        NameServer.name("reporter.example"),
                        DClass.IN,
                        60,
                        10,
                        NameServer.name("mx.reporter.example")));

        Origin origin = judging.of(MAIL);

        assertThat(origin.spf()).isEqualTo(expected);
        assertThat(origin.provesAuthorsDomain()).isEqualTo(expected == Spf.PASS);
    }

    @Test
    void nothingShouldBeLookedForInTheMailServersClassLoader() {
        server.text("reporter.example", "v=spf1 ip4:192.0.2.1 -all");
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            assertThat(judging.of(MAIL).spf()).isEqualTo(Spf.PASS);
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    @Test
    void ipv6ShouldBeJudgedToo() {
        server.text("reporter.example", "v=spf1 ip6:2001:db8::/32 -all");

        assertThat(judging.of(MAIL, RITA, "2001:db8:0:0:0:0:0:7").spf()).isEqualTo(Spf.PASS);
        assertThat(judging.of(MAIL, RITA, "2001:db9:0:0:0:0:0:7%eth0").spf()).isEqualTo(Spf.FAIL);
    }

    @Test
    void domainWithoutRecordShouldSayNothing() {
        assertThat(judging.of(MAIL).spf()).isEqualTo(Spf.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mallory@evil.example", "rita@notreporter.example"})
    void envelopeOfAnotherDomainShouldProveNothingAndCostNothing(String sender) {
        server.text("evil.example", "v=spf1 +all").text("notreporter.example", "v=spf1 +all");

        assertThat(judging.of(MAIL, sender, Judging.CLIENT).spf()).isEqualTo(Spf.OTHER_DOMAIN);
        assertThat(server.questions()).isZero();
    }

    @Test
    void envelopeOfTheSameOrganisationShouldAlign() {
        server.text("bounces.reporter.example", "v=spf1 ip4:192.0.2.1 -all");

        assertThat(judging.of(MAIL, "b@bounces.reporter.example", Judging.CLIENT)
                        .spf())
                .isEqualTo(Spf.PASS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "10.1.2.3", "192.168.7.7", "0:0:0:0:0:0:0:1", "198.51.100.7", "not an address"})
    void hostThatHandsOnShouldNotBeJudged(String ip) {
        server.text("reporter.example", "v=spf1 +all");
        Judging behindRelay =
                new Judging(folder, server, IpRange.parse("198.51.100.0/28").orElseThrow());

        assertThat(behindRelay.of(MAIL, RITA, ip).spf()).isEqualTo(Spf.FORWARDED);
        assertThat(behindRelay.of(MAIL, RITA, "198.51.100.16").spf()).isEqualTo(Spf.PASS);
    }

    @Test
    void silenceShouldBeNoVerdictAndCostNoMoreThanThePatience() {
        SigningDomain signer = SigningDomain.of("reporter.example").publishedAt(server);
        server.text("reporter.example", "v=spf1 +all").silent();
        long begin = System.nanoTime();

        Origin origin = judging.of(signer.sign(MAIL));

        assertThat(origin).isEqualTo(new Origin(List.of(), Optional.empty(), Dkim.NO_ANSWER, Spf.NO_ANSWER));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Patience.USUAL.plusSeconds(1));
    }

    @Test
    void slowAnswersShouldNotAddUp() {
        String record = "v=spf1 a:a.example a:b.example a:c.example a:d.example a:e.example a:f.example -all";
        server.text("reporter.example", record).slow(Duration.ofMillis(700));
        long begin = System.nanoTime();

        assertThat(judging.of(MAIL).spf()).isEqualTo(Spf.NO_ANSWER);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Patience.USUAL.plusSeconds(1));
    }

    @Test
    void failingServerShouldBeNoVerdict() {
        server.failing();

        assertThat(judging.of(SigningDomain.of("reporter.example").sign(MAIL)))
                .isEqualTo(new Origin(List.of(), Optional.empty(), Dkim.NO_ANSWER, Spf.NO_ANSWER));
    }

    @Test
    void nextServerShouldBeAskedWhereTheFirstIsDown() {
        try (NameServer down = NameServer.start().failing()) {
            server.text("reporter.example", "v=spf1 ip4:192.0.2.1 -all");
            List<InetSocketAddress> both = List.of(down.address(), server.address());

            assertThat(new Judging(folder, new OriginConfig(true, both, List.of()))
                            .of(MAIL)
                            .spf())
                    .isEqualTo(Spf.PASS);
        }
    }

    @Test
    void nothingShouldBeAskedWhereItIsSwitchedOff() {
        OriginConfig off = new OriginConfig(false, List.of(server.address()), List.of());
        SigningDomain signer = SigningDomain.of("reporter.example").publishedAt(server);

        assertThat(new Judging(folder, off).of(signer.sign(MAIL))).isEqualTo(Origin.NOT_CHECKED);
        assertThat(new Judging(folder, off).isDeliveredBy("192.0.2.1", "192.0.2.1"))
                .isFalse();
        assertThat(server.questions()).isZero();
    }

    @Test
    void hugeAnswerShouldDoNoHarm() {
        server.text("reporter.example", "v=spf1 " + "a:x.example ".repeat(4_000) + "+all");

        assertThat(judging.of(MAIL).spf()).isNotEqualTo(Spf.PASS);
    }

    @Test
    void longAnswerShouldBeFetchedWhole() {
        server.text("reporter.example", "v=spf1 " + "ip4:198.51.100.7 ".repeat(150) + "ip4:192.0.2.1 -all");

        assertThat(judging.of(MAIL).spf()).isEqualTo(Spf.PASS);
    }

    @Test
    void recordThatAsksForEverMoreShouldEnd() {
        server.text("reporter.example", "v=spf1 include:reporter.example include:a.reporter.example -all")
                .text("a.reporter.example", "v=spf1 include:reporter.example -all");

        assertThat(judging.of(MAIL).spf()).isEqualTo(Spf.FAIL);
        assertThat(server.questions()).isLessThanOrEqualTo(NameServers.MOST_QUESTIONS);
    }

    @Test
    void listHostShouldBeKnownByItsAddressAndNotByWhatItCallsItself() throws Exception {
        server.record(a("mail.lists.example", "192.0.2.1"))
                .record(new AAAARecord(
                        NameServer.name("mail.lists.example"), DClass.IN, 60, InetAddress.getByName("2001:db8::1")));

        assertThat(judging.isDeliveredBy("192.0.2.1", "other.example", "mail.lists.example"))
                .isTrue();
        assertThat(judging.isDeliveredBy("2001:db8:0:0:0:0:0:1", "mail.lists.example"))
                .isTrue();
        assertThat(judging.isDeliveredBy("192.0.2.1", "192.0.2.1")).isTrue();
        assertThat(judging.isDeliveredBy("192.0.2.2", "mail.lists.example")).isFalse();
        assertThat(judging.isDeliveredBy("192.0.2.2", "client.example")).isFalse();
        assertThat(judging.isDeliveredBy("192.0.2.1")).isFalse();
    }

    @Test
    void listHostShouldNotBeKnownBehindAForwarder() {
        Judging behindRelay =
                new Judging(folder, server, IpRange.parse("192.0.2.1").orElseThrow());

        assertThat(behindRelay.isDeliveredBy("192.0.2.1", "192.0.2.1")).isFalse();
    }

    private static ARecord a(String name, String ip) throws UnknownHostException {
        return new ARecord(NameServer.name(name), DClass.IN, 60, InetAddress.getByName(ip));
    }
}
