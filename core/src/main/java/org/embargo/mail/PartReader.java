package org.embargo.mail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.embargo.openpgp.OpeningFailure;

/**
 * Goes through the parts of one mail and says what each is: a text to show, a file, something signed or encrypted.
 * Enclosed mails are files. One thread.
 */
final class PartReader implements OpenPgpReader.Inner {

    private static final Set<String> SMIME = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");

    private final OpenPgpReader openPgp;
    private final TextReader texts;
    private final FileReader files;
    private final Allowance allowance;
    private final Findings found;

    PartReader(OpenPgpReader openPgp, Allowance allowance, Findings found) {
        this.openPgp = openPgp;
        this.texts = new TextReader(openPgp, allowance, found);
        this.files = new FileReader(openPgp, this, found);
        this.allowance = allowance;
        this.found = found;
    }

    @Override
    public void read(Part part, Scope scope) throws IOException {
        noteProtectedFields(part, scope);
        if (scope.isPayload() && scope.isSignedRoot()) {
            found.rootSignature().header(part.header());
        }
        if (part.is("multipart/encrypted")) {
            readEncrypted(part, scope);
        } else if (part.is("multipart/signed") && part.parts().stream().anyMatch(PartReader::isSignature)) {
            readSigned(part, scope);
        } else if (part.isMultipart()) {
            readEach(part, scope);
        } else {
            readLeaf(part, scope);
        }
    }

    private void readEncrypted(Part part, Scope scope) throws IOException {
        List<Part> messages = new ArrayList<>();
        for (Part each : part.parts()) {
            if (!isVersion(each)) {
                messages.add(each);
            }
        }
        if (messages.isEmpty()) {
            found.claimEncrypted();
            found.fail(OpeningFailure.MALFORMED);
            return;
        }
        openPgp.openMime(messages.get(0).content(), scope, this);
        if (messages.size() > 1) {
            found.rootSignature().notAlone();
        }
        // parts that have no place here are shown as what they are: not encrypted, not signed
        for (Part extra : messages.subList(1, messages.size())) {
            read(extra, scope.inMultipart(false));
        }
    }

    private void readSigned(Part part, Scope scope) throws IOException {
        List<Part> parts = part.parts();
        boolean wellFormed = parts.size() == 2
                && isSignature(parts.get(1))
                && parts.get(0).raw().isPresent();
        if (wellFormed) {
            read(parts.get(0), openPgp.judge(parts.get(0), parts.get(1), scope));
            return;
        }
        found.signatures().addMalformed();
        for (Part each : parts) {
            if (!isSignature(each)) {
                read(each, scope.inMultipart(false));
            }
        }
    }

    /** Some servers turn multipart/encrypted into multipart/mixed and leave its parts as they were. */
    private void readEach(Part multipart, Scope around) throws IOException {
        Scope scope = around.inMultipart(hidesHtml(multipart));
        if (multipart.is("multipart/digest")) {
            readDigest(multipart, scope);
            return;
        }
        boolean mangled = isMangled(multipart);
        boolean encryptedFollows = false;
        for (Part each : multipart.parts()) {
            if (isVersion(each)) {
                encryptedFollows = true;
            } else if (encryptedFollows && each.is("application/octet-stream")) {
                openPgp.openMime(each.content(), mangled ? around : scope, this);
                encryptedFollows = false;
            } else {
                read(each, scope);
            }
        }
    }

    /** What says nothing of itself is a mail there. Each is a file, and its text can be asked for. */
    private void readDigest(Part digest, Scope scope) throws IOException {
        for (Part each : digest.parts()) {
            Part mail = each.header().first("content-type").isEmpty() ? each.as("message/rfc822") : each;
            if (mail.is("message/rfc822")) {
                Part root = new MailParser(allowance)
                        .parse(mail.content(), scope.depth())
                        .root();
                found.enclose(new Findings.Enclosed(root.header(), texts.firstPlain(root)));
            }
            read(mail, scope);
        }
    }

    /** Whether nothing was there but an encrypted message, and blank text that a server has added. */
    private static boolean isMangled(Part multipart) throws IOException {
        int messages = 0;
        if (multipart.parts().stream().noneMatch(each -> each.is("application/pgp-encrypted"))) {
            return false;
        }
        for (Part each : multipart.parts()) {
            if (each.is("application/octet-stream")) {
                messages++;
            } else if (!isVersion(each) && !(each.isShown("text/plain") && TextReader.isBlank(each.content()))) {
                return false;
            }
        }
        return messages == 1;
    }

    private void readLeaf(Part part, Scope scope) throws IOException {
        if (isVersion(part) || isEmptyMultipart(part)) {
            return;
        }
        if (SMIME.contains(part.mediaType())) {
            readSmime(part, scope);
        } else if (part.is("text/rfc822-headers") && ProtectedFields.isDeclaredOldStyle(part.header())) {
            found.signatures().cover(scope.verdicts(), true, true);
        } else if (isBody(part)) {
            texts.readPlain(part, scope);
        } else if (part.isShown("text/html")) {
            texts.readHtml(part, scope);
        } else {
            files.read(part, scope);
        }
    }

    /** The first text is the body, named or not; a later one with a name is a file that a mail program shows. */
    private boolean isBody(Part part) {
        boolean text = part.isShown("text/plain") || part.isShown("application/pgp");
        return text && (!found.hasBody() || part.header().fileName().isEmpty());
    }

    /** Only certificates alone are no message. */
    private void readSmime(Part part, Scope scope) throws IOException {
        String type = part.header().parameter("smime-type").orElse("enveloped-data");
        boolean signedOnly = type.equalsIgnoreCase("signed-data");
        boolean message = !type.equalsIgnoreCase("certs-only");
        if (message && !signedOnly) {
            found.claimEncrypted();
        }
        if (message) {
            found.fail(OpeningFailure.UNSUPPORTED);
        }
        files.read(part, scope);
    }

    private void noteProtectedFields(Part part, Scope scope) throws IOException {
        boolean proven = scope.encrypted() || scope.verdicts().stream().anyMatch(Signatures::isGood);
        if (!scope.isPayload() || !proven || !ProtectedFields.isDeclared(part.header())) {
            return;
        }
        found.guarded().add(part.header());
        if (ProtectedFields.isDeclaredOldStyle(part.header()) && part.isMultipart()) {
            noteEnclosedFields(part.parts().get(0), scope);
        }
    }

    /** Enigmail repeated the fields in a part of their own. */
    private void noteEnclosedFields(Part first, Scope scope) throws IOException {
        if (first.is("text/rfc822-headers")) {
            ParsedMail fields = new MailParser(allowance).parse(first.content(), scope.depth());
            found.guarded().add(fields.root().header());
        }
    }

    /** A blank text stands in for nothing. */
    private static boolean hidesHtml(Part multipart) throws IOException {
        if (!multipart.is("multipart/alternative")) {
            return false;
        }
        for (Part each : multipart.parts()) {
            if (each.isShown("text/plain") && !TextReader.isBlank(each.content())) {
                return true;
            }
        }
        return false;
    }

    /** The part that says that PGP/MIME follows; some programs give the message itself this type. */
    private static boolean isVersion(Part part) throws IOException {
        return part.is("application/pgp-encrypted") && !PartStart.isOpenPgpMessage(part.content());
    }

    private static boolean isEmptyMultipart(Part part) {
        return part.mediaType().startsWith("multipart/") && part.content().sizeBytes() == 0;
    }

    private static boolean isSignature(Part part) {
        return part.is("application/pgp-signature");
    }
}
