package org.embargo.mail;

import java.io.IOException;
import java.util.Optional;
import org.embargo.model.Confidential;
import org.embargo.openpgp.Opening;

/** Reads the files of one mail: those that were encrypted one by one are opened. One thread. */
final class FileReader {

    /** A certificate with many certifications is large; more than this is something else. */
    private static final int LARGEST_CERTIFICATE_BYTES = 1 << 20;

    private final OpenPgpReader openPgp;
    private final OpenPgpReader.Inner inner;
    private final Findings found;

    FileReader(OpenPgpReader openPgp, OpenPgpReader.Inner inner, Findings found) {
        this.openPgp = openPgp;
        this.inner = inner;
        this.found = found;
    }

    static BroughtCertificate.Origin origin(Scope scope) {
        return scope.encrypted()
                ? BroughtCertificate.Origin.INSIDE_ENCRYPTION
                : BroughtCertificate.Origin.ATTACHED_IN_CLEAR;
    }

    void read(Part part, Scope scope) throws IOException {
        String name = FileName.of(part.header().fileName());
        boolean openPgpName = FileName.isOpenPgp(name) || part.is("application/pgp-encrypted");
        if (openPgpName && !scope.encrypted() && PartStart.isOpenPgpMessage(part.content())) {
            readEncrypted(part, name, scope);
            return;
        }
        if ((openPgpName || part.is("application/pgp-keys"))
                && part.content().sizeBytes() <= LARGEST_CERTIFICATE_BYTES) {
            found.bringFrom(part.content().bytes(), origin(scope));
        }
        attach(part, name, scope);
    }

    /** A file that can't be opened stays as it came. */
    private void readEncrypted(Part part, String name, Scope scope) throws IOException {
        Optional<Opening.Opened> opening = openPgp.openMessage(part.content());
        if (opening.isEmpty()) {
            attach(part, name, scope);
            return;
        }
        Opening.Opened opened = opening.get();
        Scope inside = scope.opened(opened.encrypted(), opened.verdicts());
        if (PartStart.hasMimeHeader(opened.content())) {
            openPgp.readInside(opened, inside, inner);
            return;
        }
        Attachment file = new Attachment(
                new Confidential(FileName.withoutOpenPgp(name)),
                "application/octet-stream",
                opened.content(),
                inside.encrypted(),
                part.header().isMarkedAttachment());
        found.attach(file, inside.verdicts());
    }

    private void attach(Part part, String name, Scope scope) {
        Attachment file = new Attachment(
                new Confidential(name),
                part.mediaType(),
                part.content(),
                scope.encrypted(),
                part.header().isMarkedAttachment());
        found.attach(file, scope.verdicts());
    }
}
