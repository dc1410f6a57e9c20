package org.embargo.mail;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.IntakeId;
import org.embargo.openpgp.KeyRevocation;
import org.embargo.openpgp.OpeningFailure;
import org.embargo.openpgp.SignatureState;
import org.embargo.openpgp.Verdict;

/**
 * A mail, opened: decrypted where it could be, every signature judged. Nothing in here is believed beyond what its
 * verdicts say.
 *
 * <p>Immutable; safe for use by many threads. It holds clear text and is never written anywhere.
 *
 * @param id                names the sealed file the mail lies in
 * @param outer             fields as they stood outside
 * @param inner             fields as protected by encryption or signature (RFC 9788); equal to {@code outer} where none
 * @param encrypted         the content is, or pretends to be, encrypted
 * @param failure           why something encrypted can't be read, the first cause; nothing of that is shown
 * @param signature         the overall state; empty when there is no signature. {@code GOOD} when at least one is good
 * @param verdicts          every signature found, in order
 * @param coverage          how much of what is shown the signatures cover; one over a ciphertext covers nothing inside
 * @param signedRoot        what it says where it is one signature and nothing else
 * @param sections          the text, in order
 * @param body              the first text/plain part that is no attachment, one in a decrypted part before all others;
 *                          LF, trailing blanks and line ends removed; blank where there is none, HTML never
 * @param attachments       in order; last the mail as it came, where a limit kept some of it from being shown
 * @param digest            the mails of digests in it, each a file as well
 * @param certificates      brought along
 * @param revocations       brought along without their certificates
 * @param sessionKeyDigests of each encrypted message opened
 * @param deliveryStatus    empty unless the mail is structurally a delivery report
 * @param ownTraces         how many Received fields bear the name of this server
 * @param contentDigest     SHA-256, lower-case hex, over From, Date, Subject and body bytes as they came, whatever the
 *                          trace fields: the same for each arrival of one mail
 * @param origin            which domains answer for it; not checked by opening alone
 */
public record OpenedMail(
        IntakeId id,
        Envelope envelope,
        MailFields outer,
        MailFields inner,
        boolean encrypted,
        Optional<OpeningFailure> failure,
        Optional<SignatureState> signature,
        List<Verdict> verdicts,
        Coverage coverage,
        Optional<SignedRoot> signedRoot,
        List<Section> sections,
        String body,
        List<Attachment> attachments,
        List<DigestMail> digest,
        List<BroughtCertificate> certificates,
        List<KeyRevocation> revocations,
        List<String> sessionKeyDigests,
        List<DeliveryStatus> deliveryStatus,
        int ownTraces,
        String contentDigest,
        Origin origin) {

    public OpenedMail {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(envelope, "envelope");
        Objects.requireNonNull(outer, "outer");
        Objects.requireNonNull(inner, "inner");
        Objects.requireNonNull(failure, "failure");
        Objects.requireNonNull(signature, "signature");
        verdicts = List.copyOf(verdicts);
        Objects.requireNonNull(coverage, "coverage");
        Objects.requireNonNull(signedRoot, "signedRoot");
        sections = List.copyOf(sections);
        Objects.requireNonNull(body, "body");
        attachments = List.copyOf(attachments);
        digest = List.copyOf(digest);
        certificates = List.copyOf(certificates);
        revocations = List.copyOf(revocations);
        sessionKeyDigests = List.copyOf(sessionKeyDigests);
        deliveryStatus = List.copyOf(deliveryStatus);
        Objects.requireNonNull(contentDigest, "contentDigest");
        Objects.requireNonNull(origin, "origin");
    }

    /** This mail, with what was found out about where it comes from. */
    public OpenedMail from(Origin found) {
        return new OpenedMail(
                id,
                envelope,
                outer,
                inner,
                encrypted,
                failure,
                signature,
                verdicts,
                coverage,
                signedRoot,
                sections,
                body,
                attachments,
                digest,
                certificates,
                revocations,
                sessionKeyDigests,
                deliveryStatus,
                ownTraces,
                contentDigest,
                found);
    }

    public boolean isReadable() {
        return failure.isEmpty();
    }

    @Override
    public String toString() {
        return "opened mail " + id;
    }
}
