package org.embargo.mail;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.embargo.content.Content;
import org.embargo.openpgp.CertificateDirectory;
import org.embargo.openpgp.CleartextMessage;
import org.embargo.openpgp.DeskKeys;
import org.embargo.openpgp.MessageOpener;
import org.embargo.openpgp.Opening;
import org.embargo.openpgp.OpeningFailure;
import org.embargo.openpgp.SignatureJudge;
import org.embargo.openpgp.Verdict;

/** Opens and judges the OpenPGP parts of one mail and notes what came of them. One thread. */
final class OpenPgpReader {

    private final MessageOpener opener;
    private final SignatureJudge judge;
    private final DeskKeys keys;
    private final CertificateDirectory known;
    private final Instant now;
    private final Allowance allowance;
    private final Findings found;

    OpenPgpReader(
            MessageOpener opener,
            SignatureJudge judge,
            DeskKeys keys,
            CertificateDirectory known,
            Instant now,
            Allowance allowance,
            Findings found) {
        this.opener = opener;
        this.judge = judge;
        this.keys = keys;
        this.known = known;
        this.now = now;
        this.allowance = allowance;
        this.found = found;
    }

    /** Reads a part that was inside something. */
    interface Inner {
        void read(Part part, Scope scope) throws IOException;
    }

    /** Opens what PGP/MIME says is encrypted and reads the part inside (RFC 3156 section 4). */
    void openMime(Content message, Scope scope, Inner inner) throws IOException {
        found.claimEncrypted();
        if (scope.encrypted()) {
            found.fail(OpeningFailure.NESTED_ENCRYPTED);
            return;
        }
        Optional<Opening.Opened> opening = noted(message, open(message, true));
        if (opening.isPresent()) {
            readInside(opening.get(), scope.decrypted(opening.get().verdicts()), inner);
        }
    }

    /** What people encrypt by hand and put there has no header of its own. */
    void readInside(Opening.Opened opened, Scope scope, Inner inner) throws IOException {
        if (!PartStart.hasHeader(opened.content())) {
            inner.read(new Part(PartHeader.EMPTY, List.of(), opened.content(), Optional.empty()), scope);
            return;
        }
        ParsedMail parsed = new MailParser(allowance).parse(opened.content(), scope.depth());
        inner.read(parsed.root(), scope);
        found.rootSignature().read(parsed);
        if (!parsed.complete()) {
            Attachment whole = new Attachment(
                    FileName.THE_CONTENT, "application/octet-stream", opened.content(), scope.encrypted(), false);
            found.attach(whole, scope.verdicts());
        }
    }

    /** Opens a message that stands in a text or a file, encrypted or only signed; empty where it can't be opened. */
    Optional<Opening.Opened> openMessage(Content message) throws IOException {
        return noted(message, open(message, false));
    }

    /** Judges a multipart/signed; line ends are made CRLF first, as they were when it was signed (RFC 3156 section 5). */
    Scope judge(Part signed, Part signature, Scope scope) throws IOException {
        Content raw = signed.raw().orElseThrow();
        Content exact;
        try {
            exact = CanonicalLines.hasBareLineFeeds(raw) ? allowance.spool(new CanonicalLines(raw.open())) : raw;
        } catch (MailLimitException e) {
            found.signatures().addMalformed();
            return scope.inMultipart(false);
        }
        Signatures.Judging judging = certificates -> {
            try (InputStream in = signature.content().open()) {
                return judge.judgeDetached(exact, in, certificates, now, keys);
            }
        };
        List<Verdict> verdicts = judging.with(known);
        found.signatures().add(verdicts, judging, scope.encrypted());
        return scope.signedBy(verdicts);
    }

    /** Judges a cleartext-signed block; empty where it is none, which counts as a bad signature. */
    Optional<CleartextMessage> judgeCleartext(byte[] block, Scope scope) throws IOException {
        Optional<CleartextMessage> message = judge.judgeCleartext(block, known, now, keys);
        if (message.isEmpty()) {
            found.signatures().addMalformed();
            return message;
        }
        Signatures.Judging judging = certificates -> judge.judgeCleartext(block, certificates, now, keys)
                .map(CleartextMessage::verdicts)
                .orElse(List.of());
        found.signatures().add(message.get().verdicts(), judging, scope.encrypted());
        return message;
    }

    private Opening open(Content message, boolean encrypted) throws IOException {
        try {
            allowance.takeEncryptedMessage();
            Opening opening = open(message, encrypted, known);
            if (opening instanceof Opening.Opened opened) {
                allowance.takeBytes(opened.content().sizeBytes());
            }
            return opening;
        } catch (MailLimitException e) {
            return new Opening.Unopened(OpeningFailure.LIMIT);
        }
    }

    private Opening open(Content message, boolean encrypted, CertificateDirectory certificates) throws IOException {
        try (InputStream in = message.open()) {
            return encrypted
                    ? opener.openEncrypted(in, keys, certificates, now)
                    : opener.open(in, keys, certificates, now);
        }
    }

    private Optional<Opening.Opened> noted(Content message, Opening opening) {
        if (opening instanceof Opening.Unopened unopened) {
            found.claimEncrypted();
            found.fail(unopened.failure());
            return Optional.empty();
        }
        Opening.Opened opened = (Opening.Opened) opening;
        if (opened.encrypted()) {
            found.claimEncrypted();
            found.sessionKey(opened.sessionKeyDigest());
        }
        if (!opened.verdicts().isEmpty()) {
            found.signatures().add(opened.verdicts(), again(message), opened.encrypted());
        }
        return Optional.of(opened);
    }

    private Signatures.Judging again(Content message) {
        return certificates ->
                open(message, false, certificates) instanceof Opening.Opened opened ? opened.verdicts() : List.of();
    }
}
