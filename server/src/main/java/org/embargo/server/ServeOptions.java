package org.embargo.server;

import java.nio.file.Path;
import java.util.List;

/**
 * What {@code serve} was asked for.
 *
 * @param existing whether an empty home is refused instead of filled
 */
record ServeOptions(Path home, Endpoint smtp, Endpoint relay, boolean existing) {
    private static final String SMTP = "--smtp";
    private static final String RELAY = "--relay";
    private static final String EXISTING = "--existing";

    static ServeOptions parse(List<String> arguments) throws UsageException {
        Arguments parsed = Arguments.parse("serve", arguments, List.of("--home", SMTP, RELAY), List.of(EXISTING));
        parsed.words(0);
        return new ServeOptions(
                parsed.home(),
                Endpoint.parse(SMTP, parsed.value(SMTP).orElse("127.0.0.1:2525")),
                Endpoint.parse(RELAY, parsed.value(RELAY).orElse("127.0.0.1:2526")),
                parsed.has(EXISTING));
    }
}
