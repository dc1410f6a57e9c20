package org.embargo.desk;

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
 * @param signedBy     a known certificate with a good signature over all that is shown
 */
record Authorship(Optional<Address> author, boolean byEnvelope, Optional<Fingerprint> signedBy) {

    static Authorship of(OpenedMail mail) {
        Optional<Address> author = mail.outer().author().map(Mailbox::address);
        return new Authorship(
                author, author.isPresent() && mail.envelope().sender().equals(author), signedBy(mail));
    }

    /** A good signature over all of the mail by the certificate of {@code member}. */
    boolean isSignedBy(Member member) {
        return signedBy.filter(member.fingerprint()::equals).isPresent();
    }

    /** Whether the mail is proven to come from whoever holds {@code address}, or the certificate on file for him. */
    boolean isBy(Optional<Address> address, Optional<Fingerprint> certificate) {
        boolean signed = certificate.isPresent() && signedBy.equals(certificate);
        return signed || (byEnvelope && address.isPresent() && author.equals(address));
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
