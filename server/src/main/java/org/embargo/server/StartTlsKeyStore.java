package org.embargo.server;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
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
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The key with which the server answers STARTTLS: the operator's, or a self-signed one made at the first start.
 *
 * @param file   a PKCS#12 key store
 * @param secret its password
 */
record StartTlsKeyStore(Path file, String secret) {
    private static final Duration VALIDITY = Duration.ofDays(3650);
    private static final int KEY_BITS = 3072;

    /** The one that {@code embargo.properties} names; without it, uses or makes our own. */
    static StartTlsKeyStore of(Home home, ServerProperties properties, String hostName)
            throws IOException, GeneralSecurityException, UsageException {
        Path file = properties.keyStore().orElse(home.secrets().resolve("tls.p12"));
        Path password = properties.keyStorePasswordFile().orElse(home.secrets().resolve("tls.pass"));
        if (properties.keyStore().isEmpty() && Files.notExists(file)) {
            make(file, password, hostName);
        }
        if (!Files.isReadable(file) || !Files.isReadable(password)) {
            throw new UsageException("embargo.properties, tls.keystore: expected a readable PKCS#12 key store " + file
                    + " and its password in " + password);
        }
        return new StartTlsKeyStore(file, Files.readString(password).strip());
    }

    private static void make(Path file, Path password, String hostName) throws IOException, GeneralSecurityException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        writePrivately(password, out -> out.write(secret.getBytes(StandardCharsets.US_ASCII)));
        KeyStore store = selfSigned(hostName, secret.toCharArray());
        writePrivately(file, out -> store.store(out, secret.toCharArray()));
    }

    private static KeyStore selfSigned(String hostName, char[] password) throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500NameBuilder().addRDN(BCStyle.CN, hostName).build();
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
            store.load(null, password);
            store.setKeyEntry("smtp", pair.getPrivate(), password, new Certificate[] {certificate});
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
