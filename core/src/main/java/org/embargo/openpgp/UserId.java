package org.embargo.openpgp;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.bcpg.UserIDPacket;
import org.bouncycastle.openpgp.PGPSignature;
import org.embargo.model.Address;
import org.embargo.model.Confidential;

/**
 * A user id with the signatures of its own certificate.
 *
 * @param packet         as it stands in the certificate
 * @param certifications verified
 * @param revocations    verified
 * @param others         what other keys have said of it, not verified
 */
record UserId(
        UserIDPacket packet,
        List<PGPSignature> certifications,
        List<PGPSignature> revocations,
        List<PGPSignature> others) {

    static final Comparator<UserId> PRIMARY_FIRST = Comparator.comparing(UserId::isPrimary)
            .thenComparing(UserId::newest)
            .reversed();

    private static final Pattern IN_BRACKETS = Pattern.compile("<([^<>]*)>\\s*$");

    /** A new certification takes a revocation back. */
    boolean isValid() {
        Instant revoked = revocations.stream()
                .map(each -> each.getCreationTime().toInstant())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return !certifications.isEmpty() && newest().isAfter(revoked);
    }

    Instant newest() {
        return newestCertification()
                .map(each -> each.getCreationTime().toInstant())
                .orElse(Instant.MIN);
    }

    Optional<PGPSignature> newestCertification() {
        return certifications.stream()
                .max(Comparator.comparing(each -> each.getCreationTime().toInstant()));
    }

    boolean isPrimary() {
        return newestCertification()
                .filter(each -> each.getHashedSubPackets().isPrimaryUserID())
                .isPresent();
    }

    Confidential text() {
        return new Confidential(new String(packet.getRawID(), StandardCharsets.UTF_8));
    }

    /** In angle brackets at the end, or the whole user id. */
    Optional<Address> address() {
        String text = text().text();
        Matcher brackets = IN_BRACKETS.matcher(text);
        return Address.parse(brackets.find() ? brackets.group(1) : text);
    }
}
