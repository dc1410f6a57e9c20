package org.embargo.desk.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.embargo.mail.BroughtCertificate;
import org.embargo.mail.BroughtCertificate.Origin;
import org.embargo.mail.OpenedMail;
import org.embargo.model.Fingerprint;
import org.embargo.openpgp.Certificate;

/**
 * Sorts the certificates that a mail brought along into the one that may be taken for the reporter and those that a
 * member must decide on (contract, section 5).
 *
 * <p>From a mail that came encrypted one is taken only if it lay inside the encryption or verifies a signature in there:
 * a man in the middle can add a certificate outside, and would read the answers. From a mail in clear there is nothing
 * left to protect, so an attached one or an Autocrypt header will do.
 *
 * @param taken    exactly one that is proven and can encrypt now; of several, none
 * @param proposed the others
 */
record OfferedCertificates(Optional<Certificate> taken, List<Certificate> proposed) {

    /**
     * @param taboo never the reporter's: the desk's own and the members'
     * @param known what is known against certificates already
     */
    static OfferedCertificates of(
            OpenedMail mail, Set<Fingerprint> taboo, UnaryOperator<Certificate> known, Instant now) {
        List<BroughtCertificate> offered = distinct(mail.certificates(), taboo).stream()
                .map(each -> each.with(known.apply(each.certificate())))
                .toList();
        List<Certificate> proven = offered.stream()
                .filter(brought -> isFromOneHand(mail) && isProven(brought, mail.encrypted()))
                .map(BroughtCertificate::certificate)
                .filter(certificate -> certificate.canEncryptAt(now))
                .toList();
        Optional<Certificate> taken = proven.size() == 1 ? Optional.of(proven.get(0)) : signing(offered, proven);
        return new OfferedCertificates(
                taken,
                offered.stream()
                        .map(BroughtCertificate::certificate)
                        .filter(each -> !taken.map(Certificate::fingerprint).equals(Optional.of(each.fingerprint())))
                        .toList());
    }

    /**
     * Anybody can encrypt to the desk: a man in the middle who can't read the report can put a message of his own beside
     * it, with his certificate inside.
     */
    private static boolean isFromOneHand(OpenedMail mail) {
        return !mail.encrypted()
                || (mail.isReadable() && Set.copyOf(mail.sessionKeyDigests()).size() == 1);
    }

    private static boolean isProven(BroughtCertificate brought, boolean encrypted) {
        return !encrypted || brought.verifiesSignature() || brought.origin() == Origin.INSIDE_ENCRYPTION;
    }

    /** Of several proven ones, the one that also signed. */
    private static Optional<Certificate> signing(List<BroughtCertificate> offered, List<Certificate> proven) {
        List<Certificate> signing = offered.stream()
                .filter(BroughtCertificate::verifiesSignature)
                .map(BroughtCertificate::certificate)
                .filter(each ->
                        proven.stream().anyMatch(one -> one.fingerprint().equals(each.fingerprint())))
                .toList();
        return signing.size() == 1 ? Optional.of(signing.get(0)) : Optional.empty();
    }

    /** One entry for each certificate: the one that proves most. */
    private static List<BroughtCertificate> distinct(List<BroughtCertificate> all, Set<Fingerprint> taboo) {
        List<BroughtCertificate> distinct = new ArrayList<>();
        for (BroughtCertificate each : all) {
            Fingerprint fingerprint = each.certificate().fingerprint();
            if (taboo.contains(fingerprint)) {
                continue;
            }
            Optional<BroughtCertificate> before = distinct.stream()
                    .filter(one -> one.certificate().fingerprint().equals(fingerprint))
                    .findFirst();
            if (before.isEmpty()) {
                distinct.add(each);
            } else if (!isProven(before.get(), true) && isProven(each, true)) {
                distinct.set(distinct.indexOf(before.get()), each);
            }
        }
        return distinct;
    }
}
