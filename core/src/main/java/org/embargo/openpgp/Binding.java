package org.embargo.openpgp;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.bcpg.sig.Features;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;

/**
 * What one verified self-signature says of a key.
 *
 * @param made          from when on it holds
 * @param until         when the signature itself expires
 * @param keyUntil      when the key expires
 * @param flags         what the key may do; absent in old certificates
 * @param signsBack     whether a subkey agrees that it signs for this primary key (true for a primary key)
 * @param readsSeipd2   whether the feature is advertised
 * @param signature     itself
 */
record Binding(
        Instant made,
        Optional<Instant> until,
        Optional<Instant> keyUntil,
        OptionalInt flags,
        boolean signsBack,
        boolean readsSeipd2,
        PGPSignature signature) {

    static Binding of(PGPSignature signature, PGPPublicKey key, boolean signsBack) {
        PGPSignatureSubpacketVector hashed = signature.getHashedSubPackets();
        Instant made = signature.getCreationTime().toInstant();
        Optional<Features> features = Optional.ofNullable(hashed.getFeatures());
        return new Binding(
                made,
                after(made, hashed.getSignatureExpirationTime()),
                after(key.getCreationTime().toInstant(), hashed.getKeyExpirationTime()),
                hashed.hasSubpacket(SignatureSubpacketTags.KEY_FLAGS)
                        ? OptionalInt.of(hashed.getKeyFlags())
                        : OptionalInt.empty(),
                signsBack,
                features.filter(Features::supportsSEIPDv2).isPresent(),
                signature);
    }

    private static Optional<Instant> after(Instant start, long seconds) {
        return seconds == 0 ? Optional.empty() : Optional.of(start.plusSeconds(seconds));
    }

    boolean holdsAt(Instant moment) {
        return !made.isAfter(moment)
                && until.filter(end -> !end.isAfter(moment)).isEmpty();
    }
}
