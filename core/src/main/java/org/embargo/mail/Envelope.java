package org.embargo.mail;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.DeskAddress;

/**
 * What SMTP said of a mail, apart from its content.
 *
 * @param sender    envelope sender; empty for the null sender {@code <>}, or one that is no address
 * @param recipient the one address of a desk it came to; a mail for two of them is two mails from here on
 * @param received  when the server took it
 * @param client    who delivered it
 */
public record Envelope(Optional<Address> sender, DeskAddress recipient, Instant received, Client client) {

    public Envelope {
        Objects.requireNonNull(sender, "sender");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(received, "received");
        Objects.requireNonNull(client, "client");
    }

    /**
     * The connection a mail came by.
     *
     * @param ip   address of the client, as text
     * @param helo what it called itself
     * @param tls  whether it came over TLS
     */
    public record Client(String ip, String helo, boolean tls) {
        public Client {
            Objects.requireNonNull(ip, "ip");
            Objects.requireNonNull(helo, "helo");
        }

        @Override
        public String toString() {
            return "[client withheld]";
        }
    }
}
