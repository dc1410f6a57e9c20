package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.embargo.openpgp.Certificate;
import org.embargo.outbox.OutgoingMail;

/** A desk with two members and a case, for tests of who may order what: sends mails and tells what came of them. */
final class CommandDesk implements AutoCloseable {

    static final String ALICE = "alice@project.example";
    static final String BOB = "bob@project.example";

    private static final Pattern CASE = Pattern.compile("PYCA-2026-\\d{4,}");
    private static int written;

    final TestHome home;
    final Person alice;
    final Person bob;
    private final Certificate certificate;

    CommandDesk(Path folder) {
        home = TestHome.in(folder);
        alice = home.alice;
        bob = home.bob;
        certificate = home.deskCertificate();
    }

    /** A case with the person who reported it, encrypted, with the certificate inside. */
    record Reported(String id, Person reporter) {

        String address() {
            return "security+" + id.toLowerCase(Locale.ROOT) + "@project.example";
        }
    }

    Reported report() {
        home.clock.move(Duration.ofMinutes(1));
        home.embargo().runDue();
        home.sent.clear();
        Person reporter = Person.at("rita" + number() + "@reporter.example", now().minusSeconds(60));
        send(reporter, TestHome.DESK, reporter.encrypted(certificate, fields(reporter), "secret words", true, now()));
        String id = caseOf(home.sentTo(ALICE).get(0));
        home.sent.clear();
        return new Reported(id, reporter);
    }

    Certificate certificate() {
        return certificate;
    }

    Instant now() {
        return home.clock.instant();
    }

    void send(Person envelopeSender, String recipient, String mail) {
        home.receive(envelopeSender.address().value(), recipient, mail);
    }

    /** Signed and encrypted by {@code member} as his program does it, naming the case. */
    void order(Person member, Reported about, String commands) {
        send(member, about.address(), mail(member, about, commands));
    }

    String mail(Person member, Reported about, String commands) {
        return entity(member, text(about.id() + "\n" + commands));
    }

    /** A MIME part in his name, signed inside and encrypted. */
    String entity(Person member, String part) {
        return Person.pgpMime(fields(member), member.signedAndEncrypted(certificate, part, now()));
    }

    /** What somebody has in hand, encrypted to the desk without a signature of his own, in the name of {@code author}. */
    String passedOn(Person author, String part) {
        return Person.pgpMime(fields(author), Person.encryptedByAnybody(certificate, part, now()));
    }

    /** Encrypted by hand and put into a mail as its text. */
    String inline(Person author, String content) {
        return fields(author) + "\r\n" + Person.encryptedByAnybody(certificate, content, now());
    }

    static String text(String words) {
        return "Content-Type: text/plain; charset=utf-8\r\n\r\n" + words.replace("\n", "\r\n");
    }

    /** The header of a mail, no two the same. */
    static String fields(Person author) {
        return TestHome.fields(author.address().value(), "about " + number() + "." + System.nanoTime());
    }

    private static synchronized int number() {
        return ++written;
    }

    /** Only the transcript among what went to {@code member}. */
    String transcript(Person member) {
        List<String> transcripts = bodies(member).stream()
                .filter(body -> body.startsWith("Done") || body.startsWith("Not done") || body.startsWith("Tried"))
                .toList();
        assertThat(transcripts).hasSize(1);
        return transcripts.get(0);
    }

    /** On one line each, since a case id or a fingerprint moves the line ends. */
    List<String> bodies(Person member) {
        return home.sentTo(member.address().value()).stream()
                .map(mail -> body(member, mail).replaceAll("\\s+", " "))
                .toList();
    }

    String body(Person reader, OutgoingMail mail) {
        return reader.read(mail.message(), certificate, home.spools(), now()).body();
    }

    /** How many lines the journal of a case has. */
    int journalLines(Reported about) {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName(database());
        try (Connection connection = derby.getConnection();
                PreparedStatement count =
                        connection.prepareStatement("SELECT COUNT(*) FROM journal WHERE case_id = ?")) {
            count.setString(1, about.id());
            try (ResultSet found = count.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As somebody with access to the database could. */
    void damage(Reported about) {
        EmbeddedDataSource derby = new EmbeddedDataSource();
        derby.setDatabaseName(database());
        try (Connection connection = derby.getConnection();
                PreparedStatement change =
                        connection.prepareStatement("UPDATE journal SET recorded = recorded + 1 WHERE case_id = ?")) {
            change.setString(1, about.id());
            change.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String database() {
        try (Stream<Path> all = Files.walk(home.folder)) {
            Path service = all.filter(file -> file.endsWith("service.properties"))
                    .findFirst()
                    .orElseThrow();
            return String.valueOf(service.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That nothing went to anybody but members, and nothing to them that could be read on the way. */
    void assertNothingLeft(String... planted) {
        assertThat(home.sent).extracting(mail -> mail.recipient().value()).isSubsetOf(ALICE, BOB);
        for (OutgoingMail mail : home.sent) {
            assertThat(raw(mail)).contains("BEGIN PGP MESSAGE");
            assertThat(planted).noneMatch(words -> raw(mail).contains(words));
        }
    }

    static String raw(OutgoingMail mail) {
        try {
            return new String(mail.message().bytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String caseOf(OutgoingMail mail) {
        Matcher matcher = CASE.matcher(raw(mail));
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    @Override
    public void close() {
        home.close();
    }
}
