package org.embargo.openpgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.BCPGOutputStream;
import org.bouncycastle.openpgp.PGPSignature;

/** Puts a certificate together again. */
final class CertificateWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final BCPGOutputStream out = new BCPGOutputStream(bytes);

    private CertificateWriter() {}

    static byte[] whole(ComponentKey primary, List<UserId> userIds, List<ComponentKey> subkeys) throws IOException {
        CertificateWriter writer = new CertificateWriter();
        writer.key(primary, onKeyItself(primary));
        for (UserId each : userIds) {
            writer.userId(each, Stream.concat(each.certifications().stream(), each.revocations().stream()));
        }
        for (ComponentKey each : subkeys) {
            writer.key(each, onKeyItself(each));
        }
        return writer.bytes.toByteArray();
    }

    static byte[] minimal(ComponentKey primary, List<UserId> userIds, List<ComponentKey> subkeys, Instant moment) {
        try {
            CertificateWriter writer = new CertificateWriter();
            writer.key(primary, primary.essentials(moment).filter(each -> !each.isCertification()));
            for (UserId each : userIds) {
                writer.userId(each, each.newestCertification().stream());
            }
            for (ComponentKey each : subkeys) {
                writer.key(each, each.essentials(moment));
            }
            return writer.bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("no room in memory", e);
        }
    }

    /** A primary key's certifications stand with their user ids. */
    private static Stream<PGPSignature> onKeyItself(ComponentKey key) {
        return Stream.concat(
                        key.revocations().stream().map(Revocation::signature),
                        key.bindings().stream().map(Binding::signature))
                .filter(each -> !each.isCertification());
    }

    private void key(ComponentKey key, Stream<PGPSignature> signatures) throws IOException {
        key.key().getPublicKeyPacket().encode(out);
        for (PGPSignature each : signatures.toList()) {
            each.encode(out);
        }
    }

    private void userId(UserId userId, Stream<PGPSignature> signatures) throws IOException {
        userId.packet().encode(out);
        for (PGPSignature each : signatures.toList()) {
            each.encode(out);
        }
    }
}
