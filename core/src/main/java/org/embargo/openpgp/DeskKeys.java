package org.embargo.openpgp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.embargo.model.Fingerprint;

/**
 * The secret keys of one desk, present and former, unlocked once and kept in memory. Every one of them opens mail,
 * expired ones too; the present one signs.
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class DeskKeys {

    private final UnlockedKey present;
    private final List<Certificate> former;
    private final List<DecryptionKey> decrypting;

    private DeskKeys(List<UnlockedKey> all) {
        this.present = all.get(0);
        this.former =
                all.stream().skip(1).map(UnlockedKey::certificate).distinct().toList();
        this.decrypting = all.stream().flatMap(UnlockedKey::decryptionKeys).toList();
    }

    /**
     * Reads and unlocks all keys.
     *
     * @param present     armored or binary; its first key is the present one, any further ones count as former
     * @param former      the same for each former key
     * @param passphrases tried in turn on each protected key; none are needed where none is protected
     * @throws SecretKeyException when one of them can't be read or unlocked
     */
    public static DeskKeys read(byte[] present, List<byte[]> former, List<char[]> passphrases)
            throws SecretKeyException {
        SecretKeyFile file = new SecretKeyFile(passphrases);
        List<UnlockedKey> all = new ArrayList<>(file.read(present));
        for (byte[] each : former) {
            all.addAll(file.read(each));
        }
        return new DeskKeys(all);
    }

    /**
     * The public part of the present key, without unlocking it.
     *
     * @param present as {@link #read} takes it
     * @throws SecretKeyException when there is no readable secret key in it
     */
    public static Certificate publicPart(byte[] present) throws SecretKeyException {
        return SecretKeyFile.publicPart(present);
    }

    /** The present key's public part. */
    public Certificate certificate() {
        return present.certificate();
    }

    /** Public parts of the keys that only open mail. */
    public List<Certificate> formerCertificates() {
        return former;
    }

    /**
     * Signs with the present key's newest signing key that is valid at {@code now}; signatures bear that time. Take a new
     * signer for each letter.
     */
    public Signer signer(Instant now) throws UnusableCertificateException {
        return present.signer(now)
                .orElseThrow(() ->
                        new UnusableCertificateException(present.certificate().fingerprint(), "sign"));
    }

    /** Of all keys and subkeys, present and former. */
    Set<Fingerprint> fingerprints() {
        return Stream.concat(Stream.of(certificate()), former.stream())
                .flatMap(each -> each.keyFingerprints().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    List<DecryptionKey> addressedBy(PGPPublicKeyEncryptedData packet) {
        return decrypting.stream().filter(each -> each.isAddressedBy(packet)).toList();
    }

    List<DecryptionKey> ofAlgorithm(int algorithm) {
        return decrypting.stream().filter(each -> each.isOfAlgorithm(algorithm)).toList();
    }

    @Override
    public String toString() {
        return "secret keys of " + certificate().fingerprint();
    }
}
