package org.embargo.content;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hides one spooled file: AES-128 in counter mode under a key that lives and dies in memory. It gives secrecy only;
 * whoever can change files of the home while the server runs has won already.
 */
final class EphemeralCipher {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key = new byte[16];

    EphemeralCipher() {
        RANDOM.nextBytes(key);
    }

    OutputStream encrypt(OutputStream to) {
        return new CipherOutputStream(to, cipher(Cipher.ENCRYPT_MODE));
    }

    InputStream decrypt(InputStream from) {
        return new CipherInputStream(from, cipher(Cipher.DECRYPT_MODE));
    }

    /** The counter starts at zero: each key encrypts one file, once. */
    private Cipher cipher(int mode) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(new byte[16]));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES in counter mode", e);
        }
    }
}
