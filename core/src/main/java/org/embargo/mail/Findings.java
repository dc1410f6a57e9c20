package org.embargo.mail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.embargo.model.Confidential;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.KeyRevocation;
import org.embargo.openpgp.OpeningFailure;
import org.embargo.openpgp.SignatureState;
import org.embargo.openpgp.Verdict;

/** What has been found in one mail so far. One thread. */
final class Findings {

    private final Signatures signatures = new Signatures();
    private final ProtectedFields guarded = new ProtectedFields();
    private final RootSignature rootSignature = new RootSignature();
    private final BroughtCertificates brought;
    private final List<Section> sections = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<Enclosed> digest = new ArrayList<>();
    private final List<String> sessionKeyDigests = new ArrayList<>();
    private String body = "";
    private boolean bodyDecrypted;
    private boolean hasBody;
    private Optional<OpeningFailure> failure = Optional.empty();
    private boolean encrypted;

    Findings(MailLimits limits) {
        this.brought = new BroughtCertificates(limits.certificates());
    }

    Signatures signatures() {
        return signatures;
    }

    ProtectedFields guarded() {
        return guarded;
    }

    RootSignature rootSignature() {
        return rootSignature;
    }

    void show(Section section) {
        boolean blank = section.text().isBlank();
        signatures.cover(section.verdicts(), true, blank);
        if (!blank) {
            sections.add(section);
        }
    }

    void attach(Attachment attachment) {
        attachments.add(attachment);
    }

    void attach(Attachment attachment, List<Verdict> verdicts) {
        signatures.cover(verdicts, false, false);
        attachments.add(attachment);
    }

    /** A mail of a digest. */
    record Enclosed(PartHeader header, Confidential text) {}

    void enclose(Enclosed mail) {
        digest.add(mail);
    }

    List<Enclosed> digest() {
        return digest;
    }

    /** The first text with words in it is the body; one in a decrypted part goes before all in clear. */
    void body(String text, boolean inDecryptedPart) {
        String trimmed = PlainText.trimmed(text);
        if (body.isBlank() || (inDecryptedPart && !bodyDecrypted)) {
            body = trimmed;
            bodyDecrypted = inDecryptedPart;
        }
        hasBody = true;
    }

    boolean hasBody() {
        return hasBody;
    }

    void claimEncrypted() {
        encrypted = true;
    }

    /** The first cause stands. */
    void fail(OpeningFailure cause) {
        if (failure.isEmpty()) {
            failure = Optional.of(cause);
        }
    }

    void sessionKey(String digest) {
        sessionKeyDigests.add(digest);
    }

    void bring(List<Certificate> certificates, BroughtCertificate.Origin origin) {
        brought.add(certificates, origin);
    }

    void bringFrom(byte[] bytes, BroughtCertificate.Origin origin) {
        brought.addFrom(bytes, origin);
    }

    boolean isEncrypted() {
        return encrypted;
    }

    Optional<OpeningFailure> failure() {
        return failure;
    }

    Optional<SignatureState> signature() {
        return signatures.overall();
    }

    List<Verdict> verdicts() {
        return signatures.verdicts();
    }

    Coverage coverage() {
        return signatures.coverage();
    }

    List<Section> sections() {
        return sections;
    }

    String body() {
        return body;
    }

    List<Attachment> attachments() {
        return attachments;
    }

    List<String> sessionKeyDigests() {
        return sessionKeyDigests;
    }

    List<BroughtCertificate> certificates() throws IOException {
        return brought.judgedBy(signatures, encrypted);
    }

    List<KeyRevocation> revocations() {
        return brought.revocations();
    }

    Optional<PartHeader> protectedHeader(PartHeader outer) {
        return guarded.over(outer);
    }
}
