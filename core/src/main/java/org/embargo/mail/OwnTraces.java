package org.embargo.mail;

import java.util.Objects;
import java.util.regex.Pattern;

/** Counts how often a mail has been through this server, to end loops (RFC 5321 section 6.3). Immutable. */
final class OwnTraces {

    private final Pattern byUs;

    OwnTraces(String serverName) {
        Objects.requireNonNull(serverName, "serverName");
        this.byUs = Pattern.compile("(?i)(?:^|\\s)by\\s+" + Pattern.quote(serverName) + "(?=[\\s;(]|$)");
    }

    int countIn(PartHeader header) {
        return (int) header.all("received").stream()
                .filter(field -> byUs.matcher(field).find())
                .count();
    }
}
