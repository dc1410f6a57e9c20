package org.embargo.openpgp;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.Features;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.PBESecretKeyEncryptor;
import org.bouncycastle.openpgp.operator.PGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.PGPKeyPairGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPairGeneratorProvider;
import org.embargo.model.Address;

/**
 * A key made for a desk: a version 4 Ed25519 primary key, an Ed25519 signing subkey and an X25519 encryption subkey in
 * the forms that GnuPG 2.2 reads.
 *
 * @param certificate its public part
 * @param secret      its secret part in ASCII armor, protected by the passphrase
 */
public record NewDeskKey(Certificate certificate, String secret) {

    /** 16 MiB hashed for each try: slow for who guesses, and a start unlocks three of them. */
    private static final int S2K_COUNT = 0xe0;

    private static final int[] HASHES = {HashAlgorithmTags.SHA512, HashAlgorithmTags.SHA384, HashAlgorithmTags.SHA256};
    private static final int[] CIPHERS = {SymmetricKeyAlgorithmTags.AES_256, SymmetricKeyAlgorithmTags.AES_128};

    public NewDeskKey {
        Objects.requireNonNull(certificate, "certificate");
        Objects.requireNonNull(secret, "secret");
    }

    /**
     * Makes one that never expires.
     *
     * @param name       stands before the address in the user id; may be empty
     * @param passphrase protects the secret part; the caller clears it
     */
    public static NewDeskKey generate(String name, Address address, char[] passphrase, Instant now) {
        return generate(name, address, passphrase, now, Duration.ZERO);
    }

    /** The same, with all parts expiring {@code lifetime} after {@code now}. */
    public static NewDeskKey generate(String name, Address address, char[] passphrase, Instant now, Duration lifetime) {
        return generate(name, address, passphrase, now, lifetime, S2K_COUNT);
    }

    /** The same, with as many octets hashed as {@code s2kCount} codes (RFC 9580, section 3.7.1.3). */
    static NewDeskKey generate(
            String name, Address address, char[] passphrase, Instant now, Duration lifetime, int s2kCount) {
        String userId = name.isBlank() ? address.value() : name + " <" + address.value() + ">";
        try {
            PGPSecretKeyRing ring = ring(userId, passphrase, Date.from(now), lifetime, s2kCount);
            Certificate certificate = Certificate.of(ring.toCertificate()).orElseThrow();
            return new NewDeskKey(certificate, ArmorWriter.armored(ring.getEncoded(), "PRIVATE KEY BLOCK"));
        } catch (PGPException | IOException e) {
            throw new IllegalStateException("no key can be made", e);
        }
    }

    private static PGPSecretKeyRing ring(String userId, char[] passphrase, Date now, Duration lifetime, int s2kCount)
            throws PGPException {
        PGPKeyPairGenerator pairs = new BcPGPKeyPairGeneratorProvider().get(4, now);
        PGPKeyPair primary = pairs.generateLegacyEd25519KeyPair();
        PassphraseDigests digests = new PassphraseDigests();
        PBESecretKeyEncryptor protection = new BcPBESecretKeyEncryptorBuilder(
                        SymmetricKeyAlgorithmTags.AES_256, digests.get(HashAlgorithmTags.SHA256), s2kCount)
                .build(passphrase);
        PGPKeyRingGenerator ring = new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION,
                primary,
                userId,
                digests.get(HashAlgorithmTags.SHA1),
                primaryKey(now, lifetime),
                nothing(),
                signerOf(primary),
                protection);
        PGPKeyPair signing = pairs.generateLegacyEd25519KeyPair();
        ring.addSubKey(signing, subkey(KeyFlags.SIGN_DATA, now, lifetime), nothing(), signerOf(signing));
        ring.addSubKey(
                pairs.generateLegacyX25519KeyPair(),
                subkey(KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE, now, lifetime),
                nothing());
        return ring.generateSecretKeyRing();
    }

    private static PGPContentSignerBuilder signerOf(PGPKeyPair pair) {
        return new BcPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA512);
    }

    private static PGPSignatureSubpacketVector primaryKey(Date now, Duration lifetime) {
        PGPSignatureSubpacketGenerator hashed = dated(KeyFlags.CERTIFY_OTHER, now, lifetime);
        hashed.setPrimaryUserID(false, true);
        hashed.setPreferredHashAlgorithms(false, HASHES);
        hashed.setPreferredSymmetricAlgorithms(false, CIPHERS);
        hashed.setPreferredCompressionAlgorithms(false, new int[] {0});
        hashed.setFeature(false, Features.FEATURE_MODIFICATION_DETECTION);
        return hashed.generate();
    }

    private static PGPSignatureSubpacketVector subkey(int flags, Date now, Duration lifetime) {
        return dated(flags, now, lifetime).generate();
    }

    private static PGPSignatureSubpacketGenerator dated(int flags, Date now, Duration lifetime) {
        PGPSignatureSubpacketGenerator hashed = new PGPSignatureSubpacketGenerator();
        hashed.setSignatureCreationTime(true, now);
        hashed.setKeyFlags(true, flags);
        if (!lifetime.isZero()) {
            hashed.setKeyExpirationTime(true, lifetime.toSeconds());
        }
        return hashed;
    }

    private static PGPSignatureSubpacketVector nothing() {
        return new PGPSignatureSubpacketGenerator().generate();
    }

    @Override
    public String toString() {
        return "new key " + certificate.fingerprint();
    }
}
