package org.embargo.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.embargo.config.ServerConfig;
import org.embargo.desk.check.CheckFinding;
import org.embargo.desk.check.CheckFinding.Level;

/** Looks at the certificate for STARTTLS. */
final class KeyStoreCheck {
    private static final Duration SOON = Duration.ofDays(30);

    private final ServerConfig config;
    private final Clock clock;

    KeyStoreCheck(ServerConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    CheckFinding finding() {
        Path file = config.keystore();
        if (!config.ownKeystore() && Files.notExists(file)) {
            return new CheckFinding(Level.OK, "tls: no key store yet; serve makes one with its own certificate");
        }
        try {
            Optional<Instant> ends = ends(file);
            if (ends.isEmpty()) {
                return new CheckFinding(Level.ERROR, "tls: " + file + " holds no certificate with a key");
            }
            return judged(file, ends.get());
        } catch (IOException | GeneralSecurityException e) {
            return new CheckFinding(
                    Level.ERROR,
                    "tls: " + file + " can't be read as PKCS#12 with the password in " + config.keystorePasswordFile()
                            + " (" + e.getClass().getSimpleName() + ")");
        }
    }

    private CheckFinding judged(Path file, Instant ends) {
        Instant now = clock.instant();
        String renewal = config.ownKeystore()
                ? "put a new one there"
                : "stop the server and remove it together with its password: serve makes a new one";
        if (ends.isBefore(now)) {
            return new CheckFinding(Level.ERROR, "tls: the certificate in " + file + " ended " + ends + "; " + renewal);
        }
        return ends.isBefore(now.plus(SOON))
                ? new CheckFinding(Level.WARN, "tls: the certificate in " + file + " ends " + ends + "; " + renewal)
                : new CheckFinding(Level.OK, "tls: the certificate in " + file + " ends " + ends);
    }

    /** The first end of all certificates that have a key. */
    private Optional<Instant> ends(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(
                    in, Files.readString(config.keystorePasswordFile()).strip().toCharArray());
        }
        Optional<Instant> first = Optional.empty();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate certificate) {
                Instant ends = certificate.getNotAfter().toInstant();
                first = first.filter(ends::isAfter).or(() -> Optional.of(ends));
            }
        }
        return first;
    }
}
