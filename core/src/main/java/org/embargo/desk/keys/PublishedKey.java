package org.embargo.desk.keys;

import java.util.stream.Collectors;
import org.embargo.model.Address;
import org.embargo.openpgp.Certificate;

/**
 * A desk's present key, for the public.
 *
 * @param desk        the name of its folder
 * @param certificate its public part
 */
public record PublishedKey(String desk, Certificate certificate) {

    /** Desk and fingerprint as comments, then the armored certificate; OpenPGP programs pass over the comments. */
    public String text() {
        String addresses = certificate.addresses().stream().map(Address::value).collect(Collectors.joining(", "));
        return "# desk " + desk + ", " + addresses + "\n"
                + "# fingerprint " + certificate.fingerprint().spaced() + "\n"
                + "# openpgp4fpr:" + certificate.fingerprint() + "\n\n"
                + certificate.armored().replace("\r\n", "\n");
    }
}
