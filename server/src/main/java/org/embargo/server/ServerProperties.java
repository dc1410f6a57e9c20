package org.embargo.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of {@code embargo.properties} James has to know before the plugin is loaded. Nothing is refused here: the plugin
 * reads the same file, and stops the start with all that is wrong in it.
 */
final class ServerProperties {
    private static final Pattern SIZE = Pattern.compile("(\\d+) *([kKMG]?)i?B?");
    private static final String DEFAULT_SIZE_LIMIT = "40M";

    private final Path home;
    private final Properties properties = new Properties();

    private ServerProperties(Path home) {
        this.home = home;
    }

    static ServerProperties of(Home home) throws IOException {
        ServerProperties read = new ServerProperties(home.folder());
        Path file = home.conf().resolve("embargo.properties");
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                read.properties.load(reader);
            }
        }
        return read;
    }

    Optional<String> hostName() {
        return value("smtp.host-name");
    }

    Optional<Path> keyStore() {
        return value("tls.keystore").map(home::resolve);
    }

    Optional<Path> keyStorePasswordFile() {
        return value("tls.keystore.password.file").map(home::resolve);
    }

    /** In James's notation: a number and a letter. */
    String mailSizeLimit() {
        Matcher size = SIZE.matcher(value("mail.size-limit").orElse(DEFAULT_SIZE_LIMIT));
        if (!size.matches()) {
            return DEFAULT_SIZE_LIMIT;
        }
        String unit = size.group(2).toUpperCase(java.util.Locale.ROOT);
        return size.group(1) + (unit.isEmpty() ? "B" : unit);
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(properties.getProperty(key))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
