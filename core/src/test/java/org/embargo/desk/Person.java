package org.embargo.desk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.embargo.content.Content;
import org.embargo.content.SpoolFolder;
import org.embargo.mail.Envelope;
import org.embargo.mail.MailLimits;
import org.embargo.mail.MailOpener;
import org.embargo.mail.OpenedMail;
import org.embargo.mail.RawMail;
import org.embargo.model.Address;
import org.embargo.model.DeskAddress;
import org.embargo.model.DeskName;
import org.embargo.model.DeskRole;
import org.embargo.model.IntakeId;
import org.embargo.model.Randomness;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.CertificateDirectory;
import org.embargo.openpgp.CrossCertified;
import org.embargo.openpgp.DeskKeys;
import org.embargo.openpgp.DetachedSignature;
import org.embargo.openpgp.Encryptor;
import org.embargo.openpgp.MessageOpener;
import org.embargo.openpgp.NewDeskKey;
import org.embargo.openpgp.OpenPgpPolicy;
import org.embargo.openpgp.PersonKey;
import org.embargo.openpgp.RevocationMaker;
import org.embargo.openpgp.SecretKeyException;
import org.embargo.openpgp.SignatureJudge;
import org.embargo.openpgp.UnusableCertificateException;

/** Somebody with a mail address and a key, who writes and reads mail. */
final class Person {

    private final Address address;
    private static final String PASSPHRASE = "a passphrase";

    private final DeskKeys keys;
    private final String secret;

    private Person(Address address, DeskKeys keys, String secret) {
        this.address = address;
        this.keys = keys;
        this.secret = secret;
    }

    static Person at(String address, Instant since) {
        return at(address, since, Duration.ZERO);
    }

    /** Whose key ends {@code lifetime} after {@code since}. */
    static Person at(String address, Instant since, Duration lifetime) {
        try {
            Address own = new Address(address);
            char[] passphrase = PASSPHRASE.toCharArray();
            NewDeskKey key = PersonKey.generate(own, passphrase.clone(), since, lifetime);
            byte[] secret = key.secret().getBytes(StandardCharsets.US_ASCII);
            return new Person(own, DeskKeys.read(secret, List.of(), List.of(passphrase)), key.secret());
        } catch (SecretKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    Address address() {
        return address;
    }

    Certificate certificate() {
        return keys.certificate();
    }

    /** The certificate of {@code other} with this person's word for it, armored. */
    String certify(Person other, Instant at) {
        return CrossCertified.armored(secret, PASSPHRASE.toCharArray(), other.certificate(), at);
    }

    /** Revokes this person's key, or pretends to revoke others'. */
    RevocationMaker revoking(Instant at) {
        return new RevocationMaker(secret, PASSPHRASE.toCharArray(), at);
    }

    /** The report as PGP/MIME (RFC 3156): signed inside, this person's certificate enclosed where asked. */
    String encrypted(Certificate desk, String fields, String text, boolean withCertificate, Instant now) {
        return encrypted(
                desk,
                fields,
                withCertificate ? entityWith(text, List.of(certificate().armored())) : plain(text),
                now);
    }

    /** As {@link #encrypted}, with these certificates attached inside. */
    String encryptedWith(Certificate desk, String fields, String text, List<String> armored, Instant now) {
        return encrypted(desk, fields, armored.isEmpty() ? plain(text) : entityWith(text, armored), now);
    }

    /** As {@link #encrypted}, with a file attached inside. */
    String encryptedWithFile(Certificate desk, String fields, String text, byte[] file, Instant now) {
        String entity = "Content-Type: multipart/mixed; boundary=\"inner\"\r\n\r\n--inner\r\n"
                + "Content-Type: text/plain\r\n\r\n" + text + "\r\n--inner\r\nContent-Type: text/x-patch\r\n"
                + "Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"fix.patch\"\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(file) + "\r\n--inner--\r\n";
        return encrypted(desk, fields, entity, now);
    }

    private static String plain(String text) {
        return "Content-Type: text/plain\r\n\r\n" + text + "\r\n";
    }

    private String encrypted(Certificate desk, String fields, String entity, Instant now) {
        return pgpMime(fields, signedAndEncrypted(desk, entity, now));
    }

    /** Signed inside and encrypted, armored. */
    String signedAndEncrypted(Certificate desk, String content, Instant now) {
        try {
            ByteArrayOutputStream armored = new ByteArrayOutputStream();
            Content inner = Content.of(content.getBytes(StandardCharsets.UTF_8));
            new Encryptor().encrypt(keys.signer(now).signInside(inner), desk, now, armored);
            return armored.toString(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnusableCertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A signature of this person over {@code content}, armored. */
    String signature(String content, Instant now) {
        try {
            return keys.signer(now)
                    .sign(Content.of(content.getBytes(StandardCharsets.UTF_8)))
                    .armored();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnusableCertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A cleartext-signed text (RFC 9580 section 7); no line of {@code text} may begin with a hyphen. */
    String cleartextSigned(String text, Instant now) {
        return "-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA512\r\n\r\n" + text + "\r\n" + signature(text, now);
    }

    /** What anybody can do with what he has in hand: encrypt it to the desk. */
    static String encryptedByAnybody(Certificate desk, String content, Instant now) {
        try {
            ByteArrayOutputStream armored = new ByteArrayOutputStream();
            new Encryptor().encrypt(Content.of(content.getBytes(StandardCharsets.UTF_8)), desk, now, armored);
            return armored.toString(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnusableCertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A multipart/encrypted (RFC 3156 section 4) around an armored message. */
    static String pgpMime(String fields, String armored) {
        return fields + "MIME-Version: 1.0\r\nContent-Type: multipart/encrypted;\r\n"
                + " protocol=\"application/pgp-encrypted\"; boundary=\"outer\"\r\n\r\n"
                + "--outer\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n"
                + "--outer\r\nContent-Type: application/octet-stream\r\n\r\n"
                + armored + "\r\n--outer--\r\n";
    }

    /** A multipart/signed with its header, in clear, to stand in a mail or as one. */
    String signed(Instant now, String text) {
        return signed("", text.replace("\n", "\r\n"), now);
    }

    /** The report in clear, signed (RFC 3156 section 5). */
    String signed(String fields, String text, Instant now) {
        String entity = "Content-Type: text/plain\r\n\r\n" + text + "\r\n";
        try {
            DetachedSignature signature = keys.signer(now).sign(Content.of(entity.getBytes(StandardCharsets.UTF_8)));
            return fields + "MIME-Version: 1.0\r\nContent-Type: multipart/signed; micalg=" + signature.micalg()
                    + ";\r\n protocol=\"application/pgp-signature\"; boundary=\"signed\"\r\n\r\n--signed\r\n"
                    + entity + "\r\n--signed\r\nContent-Type: application/pgp-signature\r\n\r\n"
                    + signature.armored() + "\r\n--signed--\r\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnusableCertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text within a cleartext signature (RFC 9580 section 7); its lines end in CRLF. */
    String cleartext(String text, Instant now) {
        try {
            DetachedSignature signature = keys.signer(now).sign(Content.of(text.getBytes(StandardCharsets.UTF_8)));
            String hash = signature.micalg().replace("pgp-", "").toUpperCase(Locale.ROOT);
            return "-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: " + hash + "\r\n\r\n" + text + "\r\n"
                    + signature.armored().replaceAll("\r?\n", "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnusableCertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String entityWith(String text, List<String> armored) {
        StringBuilder entity = new StringBuilder("Content-Type: multipart/mixed; boundary=\"inner\"\r\n\r\n--inner\r\n"
                + "Content-Type: text/plain\r\n\r\n" + text);
        for (String each : armored) {
            entity.append("\r\n--inner\r\nContent-Type: application/pgp-keys\r\n"
                            + "Content-Disposition: attachment; filename=\"key.asc\"\r\n\r\n")
                    .append(each);
        }
        return entity.append("\r\n--inner--\r\n").toString();
    }

    /** Opens a mail that came to this person, with {@code sender}'s certificate at hand. */
    OpenedMail read(Content message, Certificate sender, SpoolFolder spools, Instant now) {
        OpenPgpPolicy policy = OpenPgpPolicy.standard();
        MailOpener opener = new MailOpener(
                MailLimits.DEFAULT,
                spools,
                "mx.reader.example",
                new MessageOpener(policy, spools),
                new SignatureJudge(policy));
        DeskAddress to = new DeskAddress(new DeskName("reader"), new DeskRole.Front(), address);
        Envelope envelope =
                new Envelope(Optional.empty(), to, now, new Envelope.Client("127.0.0.1", "desk.example", false));
        RawMail raw = new RawMail(IntakeId.of(now, Randomness.secure().token()), envelope, message);
        return opener.open(raw, keys, CertificateDirectory.of(List.of(sender)), now);
    }
}
