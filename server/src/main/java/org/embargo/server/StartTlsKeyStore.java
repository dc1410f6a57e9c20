package org.embargo.server;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Properties;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The key with which the server answers STARTTLS: the operator's, or a self-signed one made at the first start.
 *
 * @param file   a PKCS #12 or JKS key store
 * @param secret its pass phrase
 */
record StartTlsKeyStore(Path file, String secret) {
    private static final Duration VALIDITY = Duration.ofDays(3650);
    private static final int KEY_BITS = 3072;

    /** Reads {@code tls.keystore} and {@code tls.keystore.secret.file}; without them, uses or makes our own. */
    static StartTlsKeyStore of(Home home, String hostName)
            throws IOException, GeneralSecurityException, UsageException {
        Properties properties = home.serverProperties();
        String configured = properties.getProperty("tls.keystore", "").trim();
        if (configured.isEmpty()) {
            return ownOf(home, hostName);
        }
        Path file = home.folder().resolve(configured);
        Path secret = home.folder()
                .resolve(properties
                        .getProperty("tls.keystore.secret.file", configured + ".pass")
                        .trim());
        if (!Files.isReadable(file) || !Files.isReadable(secret)) {
            throw new UsageException("embargo.properties, tls.keystore: expected a readable key store " + file
                    + " and its pass phrase in " + secret);
        }
        return new StartTlsKeyStore(file, Files.readString(secret).strip());
    }

    private static StartTlsKeyStore ownOf(Home home, String hostName) throws IOException, GeneralSecurityException {
        Path file = home.secrets().resolve("starttls.p12");
        Path secret = home.secrets().resolve("starttls.pass");
        if (Files.notExists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            String passPhrase = HexFormat.of().formatHex(random);
            writePrivately(secret, out -> out.write(passPhrase.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
            KeyStore store = selfSigned(hostName, passPhrase.toCharArray());
            writePrivately(file, out -> store.store(out, passPhrase.toCharArray()));
        }
        return new StartTlsKeyStore(file, Files.readString(secret).strip());
    }

    private static KeyStore selfSigned(String hostName, char[] passPhrase)
            throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=" + hostName);
        Instant now = Instant.now();
        try {
            Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    name,
                                    new BigInteger(64, new SecureRandom()),
                                    Date.from(now.minus(Duration.ofDays(1))),
                                    Date.from(now.plus(VALIDITY)),
                                    name,
                                    pair.getPublic())
                            .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, passPhrase);
            store.setKeyEntry("smtp", pair.getPrivate(), passPhrase, new Certificate[] {certificate});
            return store;
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("the self-signed certificate could not be made", e);
        }
    }

    private static void writePrivately(Path file, Writer writer) throws IOException, GeneralSecurityException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(beside)) {
            writer.writeTo(out);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private interface Writer {
        void writeTo(OutputStream out) throws IOException, GeneralSecurityException;
    }
}
