package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.embargo.desk.Announcements.ADVISORY;
import static org.embargo.desk.Announcements.PUBLISHED;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.desk.keys.StartException;
import org.embargo.origin.NameServer;
import org.embargo.origin.SigningDomain;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what an upstream announces to the post about our own release. */
class UpstreamStoryTest {

    private static final String OPENSSL = "openssl@openssl.org";
    private static final String BOUNCES = "openssl-announce-bounces@openssl.org";
    private static final String UPSTREAM = "security+upstream@project.example";
    private static final String LIST = "dev@lists.example";
    private static final Pattern CASE = Pattern.compile("PYCA-2026-\\d{4,}");
    private static final SigningDomain DOMAIN = SigningDomain.of("openssl.org");
    private static final String BY_DKIM = "receipt-delay = 0s\nlist-hosts = 127.0.0.1\n"
            + "release-url = https://project.example/\n"
            + "upstream.openssl.list-id = openssl-announce.openssl.org\nupstream.openssl.from = *@openssl.org\n"
            + "upstream.openssl.series = 3.4, 3.3, 1.1.1\n";

    @TempDir
    private Path folder;

    private final NameServer server = NameServer.start();
    private TestHome home;

    @BeforeEach
    void open() {
        DOMAIN.publishedAt(server);
        home = TestHome.in(folder);
        configure(BY_DKIM);
        home.ask(server);
    }

    @AfterEach
    void close() {
        home.close();
        server.close();
    }

    @Test
    void publishedReleaseShouldOpenACaseWhoseReleaseIsDueAndTellTheTeamAlone() {
        announce("OpenSSL 3.4.1 published", PUBLISHED);

        CaseTalk talk = talk();
        assertThat(talk.bodies(home.bob))
                .anyMatch(body -> body.contains("A release of ours is wanted")
                        && body.contains("openssl announces 3.4.1, which fixes bugs.")
                        && body.contains("Our own release is due by Thu 2026-03-05 10:00 UTC")
                        && body.contains("> OpenSSL version 3.4.1 published"));
        assertThat(home.sent).allMatch(mail -> isMember(mail));
    }

    @Test
    void advisoryShouldOpenOneCaseForItsVersionsOfTheConfiguredSeries() {
        announce("OpenSSL Security Advisory", ADVISORY);

        CaseTalk talk = talk();
        assertThat(talk.bodies(home.alice))
                .anyMatch(body -> body.contains(
                        "openssl announces 3.4.1, 3.3.3, which fixes security issues; the most severe is rated HIGH."));
    }

    @Test
    void digestShouldOpenOneCase() {
        home.receive(
                BOUNCES,
                UPSTREAM,
                DOMAIN.sign(Announcements.throughList(
                        "openssl-announce-request@openssl.org",
                        "openssl-announce Digest, Vol 96, Issue 1",
                        Announcements.DIGEST)));

        CaseTalk talk = talk();
        assertThat(talk.bodies(home.alice))
                .anyMatch(body -> body.contains("openssl announces 3.4.1, 3.3.3, which fixes security issues"));
    }

    @Test
    void secondAnnouncementOfAReleaseShouldJoinItsCase() {
        announce("OpenSSL 3.4.1 published", PUBLISHED);
        CaseTalk talk = talk();
        home.sent.clear();
        home.clock.move(Duration.ofHours(2));

        announce("OpenSSL Security Advisory", ADVISORY);

        assertThat(cases()).containsExactly(talk.caseId);
        assertThat(talk.bodies(home.bob))
                .anyMatch(body -> body.contains("a further announcement of a release that we know")
                        && body.contains("3.4.1, 3.3.3, which fixes security issues; the most severe is rated HIGH")
                        && body.contains("stays due by Thu 2026-03-05 10:00 UTC"));
        home.sent.clear();
        talk.orderDesk(home.alice, "/cases all\n");
        assertThat(talk.transcript(home.alice)).containsOnlyOnce("announced");
    }

    @Test
    void announcementOfAReleaseWhoseCaseIsClosedShouldJoinItAndSaySo() {
        announce("OpenSSL 3.4.1 published", PUBLISHED);
        CaseTalk talk = talk();
        talk.order(home.alice, "/close we do not bundle this part\n");
        home.sent.clear();

        announce("OpenSSL Security Advisory", ADVISORY);

        assertThat(talk.bodies(home.bob)).anyMatch(body -> body.contains("The case is closed"));
        assertThat(talk.bodies(home.bob))
                .anyMatch(body -> body.contains("A release of ours is wanted") && body.contains("announces 3.3.3,"));
        assertThat(cases()).hasSize(2);
    }

    @Test
    void sameMailTwiceShouldHaveOneEffect() {
        announce("OpenSSL 3.4.1 published", PUBLISHED);
        home.sent.clear();

        announce("OpenSSL 3.4.1 published", PUBLISHED);

        assertThat(home.sent).isEmpty();
    }

    @Test
    void unprovenCopyThatComesFirstShouldNotSwallowTheAnnouncement() {
        String mail = Announcements.throughList(OPENSSL, "OpenSSL 3.4.1 published", PUBLISHED);
        home.receive(BOUNCES, UPSTREAM, mail);
        home.sent.clear();

        home.receive(BOUNCES, UPSTREAM, DOMAIN.sign(mail));

        assertThat(talk().bodies(home.bob)).anyMatch(body -> body.contains("A release of ours is wanted"));
        home.sent.clear();
        home.receive("x@elsewhere.example", UPSTREAM, "X-Trace: 1\r\n" + mail);
        assertThat(home.sent).isEmpty();
    }

    @Test
    void whatStartsNoClockShouldBeShownAndListedOnRequestAlone() {
        announce("OpenSSL 3.5.0-beta1 published", "OpenSSL 3.5 beta1 is now available.\n");
        announce("Forthcoming OpenSSL Releases", Announcements.FORTHCOMING);
        announce("We have moved", "To a new office.\n");
        home.receive(BOUNCES, UPSTREAM, Announcements.throughList(OPENSSL, "OpenSSL 3.4.1 published", PUBLISHED));
        home.receive(
                BOUNCES,
                UPSTREAM,
                SigningDomain.of("elsewhere.example")
                        .publishedAt(server)
                        .sign(Announcements.throughList(
                                "eve@elsewhere.example", "OpenSSL 3.4.1 published", PUBLISHED)));
        announce("OpenSSL 3.2.9 published", PUBLISHED.replace("3.4.1", "3.2.9"));

        assertThat(cases()).hasSize(6);
        CaseTalk talk = talk();
        assertThat(talk.bodies(home.bob))
                .anyMatch(body -> body.contains("trial version"))
                .anyMatch(body -> body.contains("could not be read"))
                .anyMatch(body -> body.contains("no DKIM signature of its author's domain holds"))
                .anyMatch(body -> body.contains("take it as a stranger's"))
                .anyMatch(body -> body.contains("None of the releases that it announces (3.2.9) is of a series"))
                .allMatch(body -> body.contains("No clock runs"));
        assertThat(home.sent).allMatch(UpstreamStoryTest::isMember);
        home.sent.clear();
        talk.passTo(TestHome.START.plus(Duration.ofDays(6)));
        assertThat(home.sent).isEmpty();
        talk.orderDesk(home.alice, "/cases\n");
        assertThat(talk.transcript(home.alice)).contains("There are none");
        home.sent.clear();
        talk.orderDesk(home.bob, "/cases all\n");
        assertThat(talk.transcript(home.bob).split("announced", -1)).hasSize(7);
        home.sent.clear();
        talk.passTo(TestHome.START.plus(Duration.ofDays(7)));
        assertThat(talk.bodies(home.alice)).noneMatch(body -> body.contains(talk.caseId));
    }

    @Test
    void acceptedMailShouldBecomeAnUpstreamCaseThatFurtherAnnouncementsJoin() {
        home.receive(BOUNCES, UPSTREAM, Announcements.throughList(OPENSSL, "OpenSSL 3.4.1 published", PUBLISHED));
        CaseTalk talk = talk();
        home.clock.move(Duration.ofDays(1));
        home.sent.clear();
        talk.order(home.alice, "/released 45.0.3 https://project.example/45.0.3\n");
        assertThat(talk.transcript(home.alice)).startsWith("Not done").contains("/accept");

        home.sent.clear();
        talk.order(home.alice, "/accept\n");

        assertThat(talk.transcript(home.alice))
                .startsWith("Done")
                .contains("Our own release is due Fri 2026-03-06 10:00 UTC")
                .contains("openssl released 3.4.1");
        home.sent.clear();
        announce("OpenSSL Security Advisory", ADVISORY);
        assertThat(cases()).containsExactly(talk.caseId);
        assertThat(home.sentTo(OPENSSL)).isEmpty();
    }

    @Test
    void mailThatCouldNotBeReadShouldBeReadByAMember() {
        announce("News", "A new release is out.\n");
        CaseTalk talk = talk();
        talk.order(home.alice, "/accept\n");
        assertThat(talk.transcript(home.alice)).startsWith("Done").contains("It is not known whose release this is");
        home.sent.clear();
        talk.order(home.alice, "/released 45.0.3 https://project.example/45.0.3\n");
        assertThat(talk.transcript(home.alice)).startsWith("Not done");
        home.sent.clear();
        talk.order(home.alice, "/accept it is openssl\n");
        assertThat(talk.transcript(home.alice)).startsWith("Not done").contains("and nothing else");
        home.sent.clear();

        talk.order(home.bob, "/accept openssl 3.4.1\n/released 45.0.3 https://project.example/45.0.3\n");

        assertThat(talk.lines(talk.rita, only(home.sentTo(LIST)))).contains("built against openssl 3.4.1");
    }

    @Test
    void releaseShouldBePostedAtOnceAndOnce() {
        announce("OpenSSL Security Advisory", ADVISORY);
        CaseTalk talk = talk();
        home.sent.clear();

        talk.order(
                home.alice,
                "/released 45.0.3 https://project.example/45.0.3\n/released 44.0.5 https://project.example/44.0.5\n");

        OutgoingMail post = only(home.sentTo(LIST));
        assertThat(CaseTalk.text(post))
                .contains("Subject: [" + talk.caseId + "] cryptography 45.0.3 and 44.0.5, built against")
                .contains("multipart/signed")
                .doesNotContain("Auto-Submitted");
        assertThat(talk.lines(talk.rita, post))
                .contains("the openssl project rates\nthe most severe of them as high")
                .contains("We strongly recommend that everybody upgrades as soon as possible.")
                .contains("  45.0.3: https://project.example/45.0.3\n  44.0.5: https://project.example/44.0.5")
                .doesNotContain("openssl-library.org")
                .doesNotContain("RFC7250");
        assertThat(talk.bodies(home.bob))
                .anyMatch(body -> body.contains("The post is on its way to dev@lists.example"));
        home.restart();
        talk.passTo(TestHome.START.plus(Duration.ofMinutes(10)));
        assertThat(home.sentTo(LIST)).hasSize(1);
        home.sent.clear();
        talk.order(home.bob, "/released 45.0.3 https://project.example/45.0.3\n");
        assertThat(talk.transcript(home.bob)).startsWith("Not done").contains("announced already");
        home.sent.clear();
        talk.order(home.bob, "/released 43.0.9 https://project.example/43.0.9\n");
        assertThat(CaseTalk.text(only(home.sentTo(LIST))))
                .contains("In-Reply-To: ")
                .contains("cryptography 43.0.9");
    }

    @Test
    void postThatComesBackShouldBeConfirmed() {
        announce("OpenSSL Security Advisory", ADVISORY);
        CaseTalk talk = talk();
        talk.order(home.alice, "/released 45.0.3 https://project.example/45.0.3\n");
        String post = CaseTalk.text(only(home.sentTo(LIST)));
        home.sent.clear();

        home.receive(
                "dev-bounces@lists.example",
                "security+list@project.example",
                "List-Id: <dev.lists.example>\r\n" + post);

        assertThat(talk.bodies(home.alice)).anyMatch(body -> body.contains("appeared on dev@lists.example"));
        home.sent.clear();
        talk.passTo(TestHome.START.plus(Duration.ofDays(5)));
        assertThat(home.sent).isEmpty();
    }

    @Test
    void releaseWithAnotherAddressThanAllowedShouldBeRefused() {
        announce("OpenSSL Security Advisory", ADVISORY);
        CaseTalk talk = talk();
        home.sent.clear();

        talk.order(home.alice, "/released 45.0.3 https://elsewhere.example/45.0.3\n");
        assertThat(talk.transcript(home.alice)).startsWith("Not done").contains("it must begin with");
        home.sent.clear();
        talk.order(home.alice, "/released newest https://project.example/45.0.3\n");
        assertThat(talk.transcript(home.alice)).startsWith("Not done").contains("newest is no version");
        home.sent.clear();
        talk.order(home.alice, "/reporter eve@elsewhere.example\n");
        assertThat(talk.transcript(home.alice)).startsWith("Not done").contains("answered to nobody");
        home.sent.clear();
        talk.order(home.alice, "/reply hello\n");
        assertThat(talk.transcript(home.alice)).startsWith("Not done");
        assertThat(home.sentTo(LIST)).isEmpty();
    }

    @Test
    void heldCaseShouldBePostedWhenTheHoldEnds() {
        announce("OpenSSL Security Advisory", ADVISORY);
        CaseTalk talk = talk();
        talk.order(home.bob, "/hold\n");
        home.sent.clear();
        talk.order(home.alice, "/released 45.0.3 https://project.example/45.0.3\n");
        assertThat(talk.transcript(home.alice)).contains("once /resume ends that");
        talk.passTo(TestHome.START.plus(Duration.ofHours(1)));
        assertThat(home.sentTo(LIST)).isEmpty();

        talk.order(home.bob, "/resume\n");

        assertThat(home.sentTo(LIST)).hasSize(1);
    }

    @Test
    void clockThatJumpedShouldStopThePost() {
        announce("OpenSSL Security Advisory", ADVISORY);
        CaseTalk talk = talk();
        home.ticksStand();
        talk.passTo(TestHome.START.plus(Duration.ofHours(1)));

        talk.order(home.alice, "/released 45.0.3 https://project.example/45.0.3\n");
        assertThat(home.sentTo(LIST)).isEmpty();
        talk.orderDesk(home.bob, "/resume clock " + home.clock.instant() + "\n");
        home.embargo().runDue();

        assertThat(home.sentTo(LIST)).hasSize(1);
    }

    @Test
    void teamShouldBeRemindedUntilTheReleaseIsOutAndSeeThatItIsLate() {
        announce("OpenSSL Security Advisory", ADVISORY);
        CaseTalk talk = talk();
        home.sent.clear();
        talk.passTo(TestHome.START.plus(Duration.ofHours(36)));
        assertThat(talk.bodies(home.bob)).anyMatch(body -> body.contains("our own release is not out"));
        talk.passTo(TestHome.START.plus(Duration.ofHours(73)));
        home.sent.clear();

        talk.order(home.alice, "/status\n");
        assertThat(talk.transcript(home.alice))
                .contains("it is due Thu 2026-03-05 10:00 UTC and late")
                .contains("our own release out by");
        home.sent.clear();
        talk.orderDesk(home.alice, "/cases\n");
        assertThat(talk.transcript(home.alice)).contains("our release due Thu 2026-03-05 10:00 UTC and late");
        home.sent.clear();
        talk.passTo(TestHome.START.plus(Duration.ofDays(7)));
        assertThat(talk.bodies(home.alice)).anyMatch(body -> body.contains("our own release out by"));
        talk.order(home.alice, "/close\nWe do not use this part.\n");
        home.sent.clear();
        talk.passTo(TestHome.START.plus(Duration.ofDays(8)));
        assertThat(home.sent).isEmpty();
    }

    @Test
    void mailOfAnybodyThatNoListSentShouldBeAReport() {
        home.receive(
                "rita@reporter.example", UPSTREAM, TestHome.fields("rita@reporter.example", "hole") + "\r\ntext\r\n");
        home.receive(
                OPENSSL,
                UPSTREAM,
                DOMAIN.sign(Announcements.direct(OPENSSL, "A hole in your code", "It overflows.\n")));

        assertThat(home.sentTo("rita@reporter.example")).hasSize(1);
        assertThat(home.sentTo(OPENSSL)).hasSize(1);
        assertThat(talk().bodies(home.bob))
                .filteredOn(body -> body.contains("a new report"))
                .hasSize(2);
    }

    @Test
    void announcementThatNoListSentShouldCountWhereItIsProven() {
        home.receive(
                OPENSSL, UPSTREAM, DOMAIN.sign(Announcements.direct(OPENSSL, "OpenSSL 3.4.1 published", PUBLISHED)));

        assertThat(talk().bodies(home.bob)).anyMatch(body -> body.contains("A release of ours is wanted"));
        assertThat(home.sentTo(OPENSSL)).isEmpty();
    }

    @Test
    void signatureByTheConfiguredCertificateShouldProveWhatItCoversAlone() {
        Person openssl = signing();
        String signed = openssl.cleartext(Announcements.crlf(ADVISORY).stripTrailing(), home.clock.instant());

        home.receive(
                BOUNCES,
                UPSTREAM,
                Announcements.listFields(OPENSSL, "OpenSSL 3.4.9 published") + "\r\n" + signed
                        + Announcements.crlf("\nOpenSSL 3.4.8 is now available, a security release\n"));

        assertThat(talk().bodies(home.bob))
                .anyMatch(body -> body.contains("A release of ours is wanted")
                        && body.contains("openssl announces 3.4.1, 3.3.3, which fixes security issues"));
    }

    @Test
    void signatureByTheConfiguredCertificateShouldProveNothingOnceAnybodyHasBroughtItsRevocation() {
        Person openssl = signing();
        String revoked = openssl.revoking(home.clock.instant()).revoked(openssl.certificate());
        home.receive(
                "mallory@elsewhere.example",
                TestHome.DESK,
                TestHome.fields("mallory@elsewhere.example", "look") + "\r\n" + revoked);
        assertThat(bodies()).anyMatch(body -> body.contains("the upstream openssl was revoked"));
        home.sent.clear();
        home.clock.move(Duration.ofSeconds(1));
        String signed = openssl.cleartext(Announcements.crlf(ADVISORY).stripTrailing(), home.clock.instant());

        home.receive(BOUNCES, UPSTREAM, Announcements.listFields(OPENSSL, "OpenSSL 3.4.9 published") + "\r\n" + signed);

        assertThat(bodies()).isNotEmpty().noneMatch(body -> body.contains("A release of ours is wanted"));
    }

    @Test
    void signatureOfAMimeMailThroughTheListShouldProveIt() {
        Person openssl = signing();
        String signed = openssl.signed(home.clock.instant(), ADVISORY).replace("MIME-Version: 1.0\r\n", "");

        home.receive(
                BOUNCES,
                UPSTREAM,
                Announcements.listFields(OPENSSL, "OpenSSL Security Advisory")
                        + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"list\"\r\n\r\n--list\r\n"
                        + signed
                        + "\r\n--list\r\nContent-Type: text/plain\r\n\r\n" + Announcements.crlf(Announcements.FOOTER)
                        + "--list--\r\n");

        assertThat(talk().bodies(home.bob)).anyMatch(body -> body.contains("A release of ours is wanted"));
    }

    @Test
    void signatureByAnotherOrNobodyShouldProveNothing() {
        signing();
        Person other = Person.at(OPENSSL, TestHome.START.minusSeconds(86_400));
        String signed = other.cleartext(Announcements.crlf(ADVISORY).stripTrailing(), home.clock.instant());

        home.receive(BOUNCES, UPSTREAM, Announcements.listFields(OPENSSL, "Advisory") + "\r\n" + signed);
        home.receive(BOUNCES, UPSTREAM, Announcements.throughList(OPENSSL, "Security Advisory", ADVISORY));

        assertThat(cases()).hasSize(2);
        assertThat(talk().bodies(home.bob))
                .allMatch(body -> body.contains("No clock runs")
                        && body.contains("the certificate that is configured has not signed it"));
    }

    @Test
    void oldAnnouncementThatComesAgainShouldBeToldToBeOld() {
        Person openssl = signing();
        String signed = openssl.cleartext(Announcements.crlf(ADVISORY).stripTrailing(), home.clock.instant());
        passAWeek();

        home.receive(BOUNCES, UPSTREAM, Announcements.listFields(OPENSSL, "Advisory") + "\r\n" + signed);

        assertThat(talk().bodies(home.bob))
                .anyMatch(body -> body.contains("written on Mon 2026-03-02 10:00 UTC, long ago")
                        && body.contains("A release of ours is wanted"));
    }

    @Test
    void mailThatADomainSignedLongAgoShouldBeToldToBeOld() {
        passAWeek();

        announce("OpenSSL 3.4.1 published", PUBLISHED);

        assertThat(talk().bodies(home.bob))
                .anyMatch(body -> body.contains("long ago") && body.contains("A release of ours is wanted"));
    }

    @Test
    void mailsOfADigestShouldBeReadOneByOne() {
        home.receive(
                BOUNCES,
                UPSTREAM,
                DOMAIN.sign(Announcements.digest(
                        Announcements.direct(OPENSSL, "OpenSSL 3.4.1 published", PUBLISHED),
                        Announcements.direct(OPENSSL, "Forthcoming OpenSSL Releases", Announcements.FORTHCOMING),
                        Announcements.direct("eve@elsewhere.example", "OpenSSL 3.3.9 published", ADVISORY))));

        assertThat(cases()).hasSize(1);
        assertThat(talk().bodies(home.alice))
                .anyMatch(body -> body.contains("A release of ours is wanted")
                        && body.contains("openssl announces 3.4.1, which fixes bugs."));
    }

    @Test
    void noProofShouldBeNeededWhereNoneIsAskedFor() {
        configure(BY_DKIM + "upstream.openssl.proof = none\nupstream.openssl.release-within = 6h\n");
        home.restart();

        home.receive(BOUNCES, UPSTREAM, Announcements.throughList(OPENSSL, "OpenSSL 3.4.1 published", PUBLISHED));

        assertThat(talk().bodies(home.bob)).anyMatch(body -> body.contains("due by Mon 2026-03-02 16:00 UTC"));
    }

    @Test
    void certificateOfAnUpstreamThatCannotBeReadShouldStopTheStart() throws Exception {
        Files.writeString(folder.resolve("conf/desks/example/openssl.asc"), "nothing\n");
        configure(BY_DKIM + "upstream.openssl.proof = signature\nupstream.openssl.certificate = openssl.asc\n");

        assertThatThrownBy(home::restart)
                .isInstanceOf(StartException.class)
                .hasMessageContaining("openssl.asc must hold exactly one OpenPGP certificate");
    }

    private void passAWeek() {
        home.clock.move(Duration.ofDays(8));
        home.embargo().runDue();
        home.sent.clear();
    }

    private List<String> bodies() {
        List<OutgoingMail> sent = home.sentTo("bob@project.example");
        return sent.stream()
                .map(mail -> home.bob
                        .read(mail.message(), home.deskCertificate(), home.spools(), home.clock.instant())
                        .body()
                        .replaceAll("\\s+", " "))
                .toList();
    }

    private Person signing() {
        Person openssl = Person.at(OPENSSL, TestHome.START.minusSeconds(86_400));
        try {
            Files.writeString(
                    folder.resolve("conf/desks/example/openssl.asc"),
                    openssl.certificate().armored());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        configure(BY_DKIM + "upstream.openssl.proof = signature\nupstream.openssl.certificate = openssl.asc\n");
        home.restart();
        return openssl;
    }

    private void announce(String subject, String text) {
        home.receive(BOUNCES, UPSTREAM, DOMAIN.sign(Announcements.throughList(OPENSSL, subject, text)));
    }

    private void configure(String more) {
        home.writeDesk("example", TestHome.DESK, "PYCA", List.of(home.alice, home.bob), more);
    }

    /** About the first case of which the team has heard. */
    private CaseTalk talk() {
        String first = cases().get(0);
        List<OutgoingMail> sent = List.copyOf(home.sent);
        CaseTalk talk = CaseTalk.about(home, first);
        home.sent.clear();
        home.sent.addAll(sent);
        return talk;
    }

    private List<String> cases() {
        List<String> cases = new ArrayList<>();
        for (OutgoingMail mail : home.sentTo("alice@project.example")) {
            Matcher found = CASE.matcher(CaseTalk.text(mail));
            assertThat(found.find()).isTrue();
            if (!cases.contains(found.group())) {
                cases.add(found.group());
            }
        }
        return cases;
    }

    private static boolean isMember(OutgoingMail mail) {
        return List.of("alice@project.example", "bob@project.example")
                .contains(mail.recipient().value());
    }

    private static OutgoingMail only(List<OutgoingMail> mails) {
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }
}
