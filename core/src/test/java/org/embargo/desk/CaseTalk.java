package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.openpgp.Certificate;
import org.embargo.outbox.OutgoingMail;

/** One case of a {@link TestHome}, reported by Rita, and the talk about it: commands go in, letters are read. */
final class CaseTalk {

    private static final Pattern CASE = Pattern.compile("PYCA-2026-\\d{4,}");
    private static final Pattern APPROVE = Pattern.compile("(?m)^/approve [a-z2-7]{26,}");

    final TestHome home;
    final Certificate desk;
    final Person rita;
    final String caseId;

    private CaseTalk(TestHome home, Certificate desk, Person rita, String caseId) {
        this.home = home;
        this.desk = desk;
        this.rita = rita;
        this.caseId = caseId;
    }

    /** A report that came encrypted and signed. */
    static CaseTalk reported(TestHome home) {
        Certificate desk = home.deskCertificate();
        home.embargo().runDue();
        home.sent.clear();
        Person rita = Person.at("rita@reporter.example", home.clock.instant().minusSeconds(60));
        String mail = rita.encrypted(
                desk, fields(rita.address().value(), "report"), "secret words", true, home.clock.instant());
        home.receive(rita.address().value(), TestHome.DESK, mail);
        Matcher id = CASE.matcher(text(home.sentTo("alice@project.example").get(0)));
        assertThat(id.find()).isTrue();
        CaseTalk talk = new CaseTalk(home, desk, rita, id.group());
        home.sent.clear();
        return talk;
    }

    /** The talk about a case that is there already. */
    static CaseTalk about(TestHome home, String caseId) {
        Certificate desk = home.deskCertificate();
        return new CaseTalk(
                home,
                desk,
                Person.at("rita@reporter.example", home.clock.instant().minusSeconds(60)),
                caseId);
    }

    /** Commands of a member about this case. */
    void order(Person member, String text) {
        String mail = member.encrypted(
                desk, fields(member.address().value(), "about"), caseId + "\n" + text, false, home.clock.instant());
        home.receive(member.address().value(), address(), mail);
    }

    /** As {@link #order}, with a file. */
    void orderWith(Person member, String text, byte[] file) {
        String mail = member.encryptedWithFile(
                desk, fields(member.address().value(), "about"), caseId + "\n" + text, file, home.clock.instant());
        home.receive(member.address().value(), address(), mail);
    }

    /** As {@link #order}, to the desk itself, about no case. */
    void orderDesk(Person member, String text) {
        String mail = member.encrypted(
                desk,
                fields(member.address().value(), "about"),
                TestHome.DESK + "\n" + text,
                false,
                home.clock.instant());
        home.receive(member.address().value(), TestHome.DESK, mail);
    }

    /** Previews and approves as one member; the letters of that are taken away. */
    void approve(Person member) {
        String approval = preview(member);
        home.clock.move(Duration.ofSeconds(1));
        order(member, approval);
        assertThat(transcript(member)).startsWith("Done");
        home.sent.clear();
    }

    /** Has a member shown what would go out; returns the command that approves it. */
    String preview(Person member) {
        home.sent.clear();
        order(member, "/preview\n");
        Matcher line = APPROVE.matcher(
                lines(member, home.sentTo(member.address().value()).get(0)));
        assertThat(line.find()).isTrue();
        home.sent.clear();
        return line.group() + "\n";
    }

    /** The one transcript among what a member got. */
    String transcript(Person member) {
        List<String> transcripts = bodies(member).stream()
                .filter(body -> body.startsWith("Done") || body.startsWith("Not done") || body.startsWith("Tried"))
                .toList();
        assertThat(transcripts).hasSize(1);
        return transcripts.get(0);
    }

    /** What a member got since the letters were last taken away, each on one line. */
    List<String> bodies(Person member) {
        return home.sentTo(member.address().value()).stream()
                .map(mail -> lines(member, mail).replaceAll("\\s+", " "))
                .toList();
    }

    String lines(Person reader, OutgoingMail mail) {
        return reader.read(mail.message(), desk, home.spools(), home.clock.instant())
                .body();
    }

    /** Goes on to {@code hour}, doing what comes due on the way. */
    void passTo(Instant hour) {
        home.clock.move(Duration.between(home.clock.instant(), hour));
        home.embargo().runDue();
    }

    String address() {
        return "security+" + caseId.toLowerCase(Locale.ROOT) + "@project.example";
    }

    static String fields(String from, String subject) {
        return TestHome.fields(from, subject + " " + System.nanoTime());
    }

    static String text(OutgoingMail mail) {
        try {
            return new String(mail.message().bytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
