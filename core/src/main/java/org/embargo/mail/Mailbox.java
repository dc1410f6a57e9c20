package org.embargo.mail;

import java.util.Objects;
import org.embargo.model.Address;
import org.embargo.model.Confidential;

/**
 * One author as a From field names him (RFC 5322 section 3.4). The name proves nothing.
 *
 * @param name display name, decoded, without control characters; blank where there is none
 */
public record Mailbox(Confidential name, Address address) {

    public Mailbox {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
    }
}
