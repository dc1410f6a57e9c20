package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.embargo.openpgp.Certificate;
import org.embargo.outbox.OutgoingMail;

/** A desk whose members order what is about no case, with certificates attached. */
final class BookMails implements AutoCloseable {

    static final String ALICE = "alice@project.example";
    static final String BOB = "bob@project.example";

    final TestHome home;
    private final Certificate desk;
    private int count;

    BookMails(Path folder, String settings, Person... more) {
        this.home = TestHome.in(folder);
        List<Person> team =
                Stream.concat(Stream.of(home.alice, home.bob), Stream.of(more)).toList();
        home.writeDesk("example", TestHome.DESK, "PYCA", team, "receipt-delay = 0s\n" + settings);
        home.restart();
        this.desk = home.deskCertificate();
        home.sent.clear();
    }

    Certificate desk() {
        return desk;
    }

    Instant now() {
        return home.clock.instant();
    }

    static Person person(String address) {
        return Person.at(address, TestHome.START.minusSeconds(86_400));
    }

    /** Signed and encrypted, naming the desk; each mail a second after the one before. */
    void order(Person member, String text, String... armored) {
        orderAt(TestHome.DESK, TestHome.DESK, member, text, armored);
    }

    void orderAt(String to, String named, Person member, String text, String... armored) {
        home.sent.clear();
        home.clock.move(Duration.ofSeconds(1));
        count++;
        String mail = member.encryptedWith(
                desk,
                TestHome.fields(member.address().value(), "order " + count),
                named + "\n" + text,
                List.of(armored),
                now());
        home.receive(member.address().value(), to, mail);
    }

    String transcript(Person member) {
        List<String> transcripts = bodies(member).stream()
                .filter(body -> body.startsWith("Done") || body.startsWith("Not done") || body.startsWith("Tried"))
                .toList();
        assertThat(transcripts).hasSize(1);
        return transcripts.get(0);
    }

    List<String> bodies(Person reader) {
        return home.sentTo(reader.address().value()).stream()
                .map(mail -> read(reader, mail))
                .toList();
    }

    /** On one line, since a fingerprint moves the line ends. */
    String read(Person reader, OutgoingMail mail) {
        return reader.read(mail.message(), desk, home.spools(), now()).body().replaceAll("\\s+", " ");
    }

    @Override
    public void close() {
        home.close();
    }
}
