package org.embargo.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.embargo.mail.Envelope;
import org.embargo.mail.OpenedMail;
import org.embargo.model.Address;
import org.embargo.model.DeskAddress;
import org.embargo.model.DeskName;
import org.embargo.model.IntakeId;
import org.embargo.model.LetterId;
import org.embargo.outbox.Postman;

/** PLACEHOLDER until core has the facade; deleted with the merge. */
public final class Embargo implements AutoCloseable {
    private final Path home;
    private final Clock clock;

    private Embargo(Path home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    public static Embargo open(Path home, Clock clock, Postman postman) throws IOException {
        Files.createDirectories(home.resolve("intake"));
        return new Embargo(home, clock);
    }

    public Optional<DeskAddress> deskAddress(String recipient) {
        return Address.parse(recipient)
                .flatMap(address -> DeskAddress.read(
                        new DeskName("example"), new Address("security@project.example"), "PYCA", address));
    }

    public IntakeId accept(Envelope envelope, InputStream message) throws IOException {
        IntakeId id = IntakeId.of(clock.instant(), new org.embargo.model.Token("a".repeat(26)));
        Files.copy(message, home.resolve("intake").resolve(id.value()));
        return id;
    }

    @SuppressWarnings("DoNotCallSuggester")
    public OpenedMail open(IntakeId id) {
        throw new IllegalStateException("placeholder");
    }

    public void takeIn(OpenedMail mail) {}

    public void delivered(LetterId id) {}

    public void bounced(LetterId id, String smtpCode) {}

    @Override
    public void close() {}
}
