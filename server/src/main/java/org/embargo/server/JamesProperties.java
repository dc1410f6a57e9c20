package org.embargo.server;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;

/**
 * What the shipped James configuration refers to as <code>${sys:embargo.…}</code>, and what James itself reads from
 * system properties. Has to be set before the first class of James or of the logging is loaded.
 */
final class JamesProperties {
    private JamesProperties() {}

    static void set(Home home, ServeOptions options) throws IOException, GeneralSecurityException, UsageException {
        ServerProperties properties = ServerProperties.of(home);
        String hostName = properties.hostName().orElse(System.getProperty("embargo.host", "localhost"));
        StartTlsKeyStore keyStore = StartTlsKeyStore.of(home, properties, hostName);
        Map.of(
                        "embargo.home", home.folder().toString(),
                        "embargo.host", hostName,
                        "embargo.smtp", options.smtp().toString(),
                        "embargo.size-limit", properties.mailSizeLimit(),
                        "embargo.relay", options.relay().toString(),
                        "embargo.keystore", keyStore.file().toUri().toString(),
                        "embargo.keystore.secret", keyStore.secret(),
                        "log4j2.configurationFile",
                                home.conf().resolve("log4j2.xml").toUri().toString(),
                        // else each connection waits for a name server, to print a name we do not print
                        "james.protocols.mdc.hostname", "false",
                        // else a failed start ends through exit, and the stop in order makes that a success
                        "james.exit.on.startup.error", "false")
                .forEach(System::setProperty);
    }
}
