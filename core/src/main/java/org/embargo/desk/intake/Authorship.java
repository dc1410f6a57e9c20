package org.embargo.desk.intake;

import java.util.Optional;
import org.embargo.mail.Coverage;
import org.embargo.mail.Mailbox;
import org.embargo.mail.OpenedMail;
import org.embargo.model.Address;
import org.embargo.model.Fingerprint;
import org.embargo.model.Member;
import org.embargo.openpgp.SignatureState;

/**
 * What proves who wrote a mail. The From field says nothing by itself.
 *
 * @param author       the one address in From
 * @param byEnvelope   whether SMTP's envelope sender is that same address
 * @param byDomain     whether the domain of that address answers for the mail, by DKIM or SPF
 * @param signedBy     a known certificate with a good signature over all that is shown
 */
record Authorship(Optional<Address> author, boolean byEnvelope, boolean byDomain, Optional<Fingerprint> signedBy) {

    static Authorship of(OpenedMail mail) {
        Optional<Address> author = mail.outer().author().map(Mailbox::address);
        return new Authorship(
                author,
                author.isPresent() && mail.envelope().sender().equals(author),
                author.isPresent() && mail.origin().provesAuthorsDomain(),
                signedBy(mail));
    }

    /** A good signature over all of the mail by the certificate of {@code member}. */
    boolean isSignedBy(Member member) {
        return signedBy.filter(member.fingerprint()::equals).isPresent();
    }

    /** Whether it can be said that the author's address takes an answer: nobody is sent what he did not ask for. */
    boolean isAnswerable() {
        return byEnvelope || byDomain;
    }

    /**
     * Whether the mail seems to come from whoever holds {@code address}, or the certificate on file for him. That is
     * enough beside a secret that only he was told, and not by itself: anybody can write an envelope.
     */
    boolean isLikelyBy(Optional<Address> address, Optional<Fingerprint> certificate) {
        return isSignedBy(certificate) || (isAnswerable() && isNamed(address));
    }

    /** Whether the mail is proven to come from there. What could not be checked is not proven. */
    boolean isProvenBy(Optional<Address> address, Optional<Fingerprint> certificate) {
        return isSignedBy(certificate) || (byDomain && isNamed(address));
    }

    private boolean isSignedBy(Optional<Fingerprint> certificate) {
        return certificate.isPresent() && signedBy.equals(certificate);
    }

    private boolean isNamed(Optional<Address> address) {
        return address.isPresent() && author.equals(address);
    }

    private static Optional<Fingerprint> signedBy(OpenedMail mail) {
        if (mail.coverage() != Coverage.WHOLE) {
            return Optional.empty();
        }
        return mail.verdicts().stream()
                .filter(verdict -> verdict.state() == SignatureState.GOOD)
                .flatMap(verdict -> verdict.signer().stream())
                .findFirst();
    }
}
