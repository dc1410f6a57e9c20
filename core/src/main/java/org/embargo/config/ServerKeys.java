package org.embargo.config;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.embargo.model.DeskName;

/** The keys of {@code embargo.properties}, their defaults and forms. */
final class ServerKeys {

    static final Key<Optional<String>> DATABASE_URL = Key.of("database.url", "", Forms.DATABASE_URL.orNone());
    static final Key<Optional<String>> DATABASE_USER = Key.of("database.user", "", Forms.WORD.orNone());
    static final Key<Optional<Path>> DATABASE_PASSWORD_FILE = Key.of("database.password.file", "", Forms.PATH.orNone());
    static final Key<Long> MAIL_SIZE_LIMIT = Key.of("mail.size-limit", "40 MB", Forms.SIZE);
    static final Key<Duration> CLOCK_TOLERANCE = Key.of("clock-tolerance", "5m", Forms.DURATION);
    static final Key<Optional<String>> HOST_NAME = Key.of("smtp.host-name", "", Forms.HOST.orNone());
    static final Key<Optional<Path>> KEYSTORE = Key.of("tls.keystore", "", Forms.PATH.orNone());
    static final Key<Optional<Path>> KEYSTORE_PASSWORD_FILE =
            Key.of("tls.keystore.password.file", "", Forms.PATH.orNone());
    static final Key<Path> SEALING_SECRET_FILE = Key.of("sealing.secret.file", "secrets/sealing.key", Forms.PATH);
    static final Key<Boolean> ORIGIN_CHECKS = Key.of("origin.checks", "on", Forms.ON_OR_OFF);
    static final Key<List<InetSocketAddress>> ORIGIN_NAME_SERVERS =
            Key.of("origin.name-servers", "", Forms.NAME_SERVER.listOrNone());
    static final Key<List<IpRange>> ORIGIN_FORWARDERS = Key.of("origin.forwarders", "", Forms.IP_RANGE.listOrNone());

    /** All keys but those of desks. */
    static final List<Key<?>> ALL = List.of(
            DATABASE_URL,
            DATABASE_USER,
            DATABASE_PASSWORD_FILE,
            MAIL_SIZE_LIMIT,
            CLOCK_TOLERANCE,
            HOST_NAME,
            KEYSTORE,
            KEYSTORE_PASSWORD_FILE,
            SEALING_SECRET_FILE,
            ORIGIN_CHECKS,
            ORIGIN_NAME_SERVERS,
            ORIGIN_FORWARDERS);

    private ServerKeys() {}

    static Key<Optional<Path>> dkimKeyFile(DeskName desk) {
        return Key.of("desk." + desk + ".dkim.key.file", "", Forms.PATH.orNone());
    }

    static Key<String> dkimSelector(DeskName desk) {
        return Key.of("desk." + desk + ".dkim.selector", "embargo", Forms.SELECTOR);
    }

    static Key<Optional<Path>> sshKeyFile(DeskName desk) {
        return Key.of("desk." + desk + ".ssh.key.file", "", Forms.PATH.orNone());
    }

    static Key<Optional<Path>> sshKnownHostsFile(DeskName desk) {
        return Key.of("desk." + desk + ".ssh.known-hosts.file", "", Forms.PATH.orNone());
    }

    static Key<Path> passphraseFile(DeskName desk) {
        return Key.of("desk." + desk + ".passphrase.file", "secrets/" + desk + ".pass", Forms.PATH);
    }
}
