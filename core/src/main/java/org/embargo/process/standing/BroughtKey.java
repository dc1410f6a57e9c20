package org.embargo.process.standing;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.embargo.model.Address;
import org.embargo.model.Confidential;
import org.embargo.model.Fingerprint;

/**
 * A certificate that lies in a member's signed mail, and is neither his own nor the desk's.
 *
 * @param encrypts  whether it can be encrypted to now
 * @param signs     whether it can sign now
 * @param userIds   what it says of itself
 * @param addresses in these
 * @param vouchers  members whose present certificate has certified it for their own address
 */
public record BroughtKey(
        Fingerprint fingerprint,
        boolean encrypts,
        boolean signs,
        List<Confidential> userIds,
        List<Address> addresses,
        Set<Address> vouchers) {
    public BroughtKey {
        Objects.requireNonNull(fingerprint, "fingerprint");
        userIds = List.copyOf(userIds);
        addresses = List.copyOf(addresses);
        vouchers = Set.copyOf(vouchers);
    }
}
