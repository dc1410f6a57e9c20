package org.embargo.openpgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyConverter;
import org.embargo.model.Fingerprint;

/**
 * One key of a certificate with its history: what its primary key has said about it, and when.
 *
 * @param bindings    verified, oldest first
 * @param revocations verified
 */
record ComponentKey(PGPPublicKey key, Fingerprint fingerprint, List<Binding> bindings, List<Revocation> revocations) {

    /** Out of use; still in old keys. */
    private static final int RSA_ENCRYPT_ONLY = 2;

    private static final int RSA_SIGN_ONLY = 3;

    private static final Set<Integer> ENCRYPTING = Set.of(
            PublicKeyAlgorithmTags.RSA_GENERAL,
            RSA_ENCRYPT_ONLY,
            PublicKeyAlgorithmTags.ELGAMAL_ENCRYPT,
            PublicKeyAlgorithmTags.ECDH,
            PublicKeyAlgorithmTags.X25519,
            PublicKeyAlgorithmTags.X448);
    private static final Set<Integer> RSA = Set.of(PublicKeyAlgorithmTags.RSA_GENERAL, RSA_SIGN_ONLY);

    ComponentKey {
        bindings = bindings.stream().sorted(Comparator.comparing(Binding::made)).toList();
        revocations = List.copyOf(revocations);
    }

    static Fingerprint fingerprintOf(PGPPublicKey key) {
        return new Fingerprint(HexFormat.of().formatHex(key.getFingerprint()));
    }

    static boolean canDecryptByKind(int algorithm) {
        return ENCRYPTING.contains(algorithm);
    }

    Instant created() {
        return key.getCreationTime().toInstant();
    }

    /** What the newest self-signature of {@code moment} said. */
    Optional<Binding> bindingAt(Instant moment) {
        return bindings.stream().filter(each -> each.holdsAt(moment)).reduce((older, newer) -> newer);
    }

    boolean isRevokedAt(Instant moment) {
        return revocations.stream().anyMatch(each -> each.holdsAt(moment));
    }

    /** Expired as the newest self-signature of {@code moment} says; a key that is not bound has not expired. */
    boolean isExpiredAt(Instant moment) {
        return bindingAt(moment)
                .flatMap(Binding::keyUntil)
                .filter(end -> !end.isAfter(moment))
                .isPresent();
    }

    boolean isAliveAt(Instant moment) {
        return !created().isAfter(moment)
                && bindingAt(moment).isPresent()
                && !isExpiredAt(moment)
                && !isRevokedAt(moment);
    }

    boolean maySignAt(Instant moment) {
        return bindingAt(moment).filter(Binding::signsBack).isPresent() && allows(KeyFlags.SIGN_DATA, moment);
    }

    boolean mayEncryptAt(Instant moment) {
        return ENCRYPTING.contains(key.getAlgorithm())
                && bindingAt(moment).isPresent()
                && allows(KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE, moment)
                && isOnKnownCurve();
    }

    /** There are curves that Bouncy Castle doesn't calculate with. */
    private boolean isOnKnownCurve() {
        try {
            new BcPGPKeyConverter().getPublicKey(key);
            return true;
        } catch (PGPException | RuntimeException e) {
            return false;
        }
    }

    /** By the newest flags there are; a key without any may do what its algorithm can. */
    private boolean allows(int wanted, Instant moment) {
        return bindings.stream()
                .filter(each -> each.holdsAt(moment))
                .flatMapToInt(each -> each.flags().stream())
                .mapToObj(flags -> (flags & wanted) != 0)
                .reduce(true, (older, newer) -> newer);
    }

    Optional<Instant> expiresAfter(Instant moment) {
        return bindingAt(moment).flatMap(Binding::keyUntil);
    }

    /** Too small to prove anything; only RSA and DSA keys come in such sizes. */
    boolean isWeak(int smallestRsaBits) {
        boolean factorable = RSA.contains(key.getAlgorithm()) || key.getAlgorithm() == PublicKeyAlgorithmTags.DSA;
        return factorable && key.getBitStrength() < smallestRsaBits;
    }

    /**
     * This key with those of {@code others} that say more than what is known: the same one, changed where nobody has signed
     * it, does not.
     *
     * @param others verified
     */
    ComponentKey with(List<Revocation> others) {
        List<Revocation> all = new ArrayList<>(revocations);
        for (Revocation each : others) {
            if (all.stream().noneMatch(known -> known.covers(each))) {
                all.add(each);
            }
        }
        return all.size() == revocations.size() ? this : new ComponentKey(key, fingerprint, bindings, all);
    }

    /** Newest binding and all revocations: what somebody needs who uses the key now. */
    Stream<PGPSignature> essentials(Instant moment) {
        return Stream.concat(
                bindingAt(moment).map(Binding::signature).stream(),
                revocations.stream().map(Revocation::signature));
    }
}
