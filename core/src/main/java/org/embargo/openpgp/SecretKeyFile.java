package org.embargo.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;

/** Reads secret keys from a file's bytes, and unlocks them. */
final class SecretKeyFile {

    private final List<char[]> passphrases;

    SecretKeyFile(List<char[]> passphrases) {
        this.passphrases = passphrases;
    }

    /** Every secret key ring in {@code bytes}, unlocked. */
    List<UnlockedKey> read(byte[] bytes) throws SecretKeyException {
        List<UnlockedKey> keys = new ArrayList<>();
        for (PGPSecretKeyRing ring : rings(bytes)) {
            keys.add(unlock(ring));
        }
        if (keys.isEmpty()) {
            throw new SecretKeyException("no OpenPGP secret key in it");
        }
        return keys;
    }

    /** The public part of the first secret key in {@code bytes}; no passphrase is needed for that. */
    static Certificate publicPart(byte[] bytes) throws SecretKeyException {
        List<PGPSecretKeyRing> rings = rings(bytes);
        if (rings.isEmpty()) {
            throw new SecretKeyException("no OpenPGP secret key in it");
        }
        return certificate(rings.get(0));
    }

    private static List<PGPSecretKeyRing> rings(byte[] bytes) throws SecretKeyException {
        List<PGPSecretKeyRing> rings = new ArrayList<>();
        try {
            if (bytes.length > 0 && bytes[0] < 0) {
                readPackets(new ByteArrayInputStream(bytes), rings);
                return rings;
            }
            ArmorReader armor = new ArmorReader(new ByteArrayInputStream(bytes));
            while (armor.nextBlock()) {
                readPackets(new ByteArrayInputStream(armor.readAllBytes()), rings);
            }
            return rings;
        } catch (IOException | RuntimeException e) {
            throw new SecretKeyException("no readable OpenPGP secret key in it", e);
        }
    }

    private static void readPackets(InputStream packets, List<PGPSecretKeyRing> rings) throws IOException {
        PGPObjectFactory objects = new PGPObjectFactory(packets, new BcKeyFingerprintCalculator());
        for (Object next = objects.nextObject(); next != null; next = objects.nextObject()) {
            if (next instanceof PGPSecretKeyRing ring) {
                rings.add(ring);
            }
        }
    }

    private UnlockedKey unlock(PGPSecretKeyRing ring) throws SecretKeyException {
        Certificate certificate = certificate(ring);
        List<UnlockedKey.Part> parts = new ArrayList<>();
        for (PGPSecretKey key : ring) {
            if (!key.isPrivateKeyEmpty()) {
                parts.add(new UnlockedKey.Part(key.getPublicKey(), unlock(key)));
            }
        }
        return new UnlockedKey(certificate, parts);
    }

    private static Certificate certificate(PGPSecretKeyRing ring) throws SecretKeyException {
        try {
            return Certificate.of(ring.toCertificate())
                    .orElseThrow(() -> new SecretKeyException("secret key without a valid user id"));
        } catch (IOException | RuntimeException e) {
            throw new SecretKeyException("secret key without a readable public part", e);
        }
    }

    private PGPPrivateKey unlock(PGPSecretKey key) throws SecretKeyException {
        List<char[]> tried = new ArrayList<>(passphrases);
        // an unprotected key takes any passphrase
        tried.add(new char[0]);
        String fingerprint = HexFormat.of().withUpperCase().formatHex(key.getFingerprint());
        return tried.stream()
                .flatMap(each -> unlock(key, each).stream())
                .findFirst()
                .orElseThrow(() -> new SecretKeyException("no passphrase unlocks the secret key " + fingerprint));
    }

    private static Optional<PGPPrivateKey> unlock(PGPSecretKey key, char[] passphrase) {
        try {
            return Optional.of(key.extractPrivateKey(
                    new BcPBESecretKeyDecryptorBuilder(new PassphraseDigests()).build(passphrase)));
        } catch (PGPException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
