package org.embargo.openpgp;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final List<UnlockedKey> others;
    private final List<Certificate> former;
    private final List<DecryptionKey> decrypting;

    private DeskKeys(List<UnlockedKey> all) {
        this.present = all.get(0);
        this.others = all.stream().skip(1).toList();
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
     * The present key's public part, armored, with the word of the key that the desk had before; empty where that one is not
     * at hand, or can't give it any more.
     *
     * @param by primary key of the former one
     */
    public Optional<String> certifiedByFormer(Fingerprint by, Instant at) {
        return others.stream()
                .filter(each -> each.certificate().fingerprint().equals(by))
                .flatMap(each -> each.certified(certificate(), at).stream())
                .map(DeskKeys::armored)
                .findFirst();
    }

    private static String armored(byte[] certificate) {
        try {
            return ArmorWriter.armored(certificate, "PUBLIC KEY BLOCK");
        } catch (IOException e) {
            throw new IllegalStateException("no room in memory", e);
        }
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
