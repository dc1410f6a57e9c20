package org.embargo.openpgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.embargo.content.Content;
import org.embargo.content.SpoolFolder;
import org.embargo.model.Address;

/** A desk and a member, made once for all tests of this package, at a pinned time. */
final class OpenPgpFixture {

    static final Instant NOW = Instant.parse("2031-05-01T12:00:00Z");
    static final Instant MADE = NOW.minus(Duration.ofDays(30));
    static final byte[] TEXT = "The parser trusts lengths.\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final NewDeskKey DESK = key("security@project.example");
    private static final NewDeskKey MEMBER = key("ada@team.example");

    private OpenPgpFixture() {}

    private static NewDeskKey key(String address) {
        return NewDeskKey.generate("", new Address(address), "secret".toCharArray(), MADE);
    }

    static Certificate deskCertificate() {
        return DESK.certificate();
    }

    static Certificate memberCertificate() {
        return MEMBER.certificate();
    }

    static CertificateDirectory known() {
        return CertificateDirectory.of(List.of(MEMBER.certificate()));
    }

    static DeskKeys deskKeys() {
        return unlocked(DESK);
    }

    static DeskKeys memberKeys() {
        return unlocked(MEMBER);
    }

    static DeskKeys unlocked(NewDeskKey key) {
        try {
            return DeskKeys.read(
                    key.secret().getBytes(StandardCharsets.US_ASCII), List.of(), List.of("secret".toCharArray()));
        } catch (SecretKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    static MessageOpener opener(Path folder, OpenPgpPolicy policy) {
        try {
            return new MessageOpener(policy, new SpoolFolder(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] encrypted(SignedContent signed, Certificate reader) throws Exception {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        new Encryptor().encrypt(signed, reader, NOW, message);
        return message.toByteArray();
    }

    static SignedContent signed() throws Exception {
        return memberKeys().signer(NOW).signInside(Content.of(TEXT));
    }

    static byte[] dearmored(byte[] armored) throws IOException {
        return ArmorReader.dearmored(Packets.stream(armored)).readAllBytes();
    }
}
