package org.embargo.openpgp;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.UserIDPacket;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;

/** Takes a certificate apart and keeps what its own signatures hold together. */
final class CertificateParts {

    private static final int MOST_USER_IDS = 100;
    private static final int MOST_SUBKEYS = 50;
    /** For each user id: key servers pass on thousands. */
    private static final int MOST_BY_OTHERS = 100;

    private final PGPPublicKeyRing ring;
    private final PGPPublicKey primary;
    private final SelfSignatures own;
    private final List<UserId> userIds = new ArrayList<>();

    CertificateParts(PGPPublicKeyRing ring) {
        this.ring = ring;
        this.primary = ring.getPublicKey();
        this.own = new SelfSignatures(primary);
        Iterator<byte[]> raw = primary.getRawUserIDs();
        while (raw.hasNext() && userIds.size() < MOST_USER_IDS) {
            byte[] each = raw.next();
            List<PGPSignature> certifications = own.certifications(each);
            if (!certifications.isEmpty()) {
                userIds.add(new UserId(
                        new UserIDPacket(each), certifications, own.userIdRevocations(each), byOthers(each)));
            }
        }
    }

    private List<PGPSignature> byOthers(byte[] userId) {
        List<PGPSignature> others = new ArrayList<>();
        primary.getSignaturesForID(userId).forEachRemaining(signature -> {
            if (others.size() < MOST_BY_OTHERS && !signature.hasKeyIdentifier(primary.getKeyIdentifier())) {
                others.add(signature);
            }
        });
        return others;
    }

    List<UserId> userIds() {
        return userIds;
    }

    /**
     * A primary key is bound by what it says of itself: directly or, before version 6, with a user id (RFC 9580 section
     * 10.1.1).
     */
    ComponentKey primary() {
        List<PGPSignature> direct = own.onPrimary(PGPSignature.DIRECT_KEY);
        Stream<PGPSignature> withUserId =
                userIds.stream().filter(UserId::isValid).flatMap(each -> each.certifications().stream());
        boolean directly = primary.getVersion() >= 6 && !direct.isEmpty();
        List<Binding> bindings = Stream.concat(direct.stream(), directly ? Stream.empty() : withUserId)
                .map(signature -> Binding.of(signature, primary, true))
                .toList();
        List<Revocation> revocations = own.onPrimary(PGPSignature.KEY_REVOCATION).stream()
                .map(Revocation::of)
                .toList();
        return new ComponentKey(primary, ComponentKey.fingerprintOf(primary), bindings, revocations);
    }

    List<ComponentKey> subkeys() {
        List<ComponentKey> subkeys = new ArrayList<>();
        Iterator<PGPPublicKey> keys = ring.getPublicKeys();
        while (keys.hasNext() && subkeys.size() < MOST_SUBKEYS) {
            PGPPublicKey key = keys.next();
            if (!key.isMasterKey()) {
                ComponentKey subkey = subkey(key);
                if (!subkey.bindings().isEmpty()) {
                    subkeys.add(subkey);
                }
            }
        }
        return subkeys;
    }

    private ComponentKey subkey(PGPPublicKey key) {
        List<Binding> bindings = own.onSubkey(key, PGPSignature.SUBKEY_BINDING).stream()
                .map(signature -> Binding.of(signature, key, own.signsBack(signature, key)))
                .toList();
        List<Revocation> revocations = own.onSubkey(key, PGPSignature.SUBKEY_REVOCATION).stream()
                .map(Revocation::of)
                .toList();
        return new ComponentKey(key, ComponentKey.fingerprintOf(key), bindings, revocations);
    }
}
