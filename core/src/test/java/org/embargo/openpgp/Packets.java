package org.embargo.openpgp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyKeyEncryptionMethodGenerator;

/** Packets put together by hand, to get what no program makes. */
final class Packets {

    private Packets() {}

    static byte[] joined(byte[]... packets) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] each : packets) {
            all.writeBytes(each);
        }
        return all.toByteArray();
    }

    static byte[] packet(int tag, byte[] body) {
        return PacketReader.encoded(tag, body);
    }

    static byte[] literal(byte[] content) {
        return packet(PacketReader.LITERAL, joined(new byte[] {'b', 0, 0, 0, 0, 0}, content));
    }

    static byte[] deflated(byte[] packets) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(1);
        try (OutputStream deflating = new DeflaterOutputStream(body, new Deflater(Deflater.BEST_COMPRESSION, true))) {
            deflating.write(packets);
        }
        return packet(PacketReader.COMPRESSED, body.toByteArray());
    }

    /** Any packets, encrypted well (SEIPD version 1). */
    static byte[] encrypted(Certificate reader, byte[] packets) throws IOException, PGPException {
        PGPEncryptedDataGenerator generator = new PGPEncryptedDataGenerator(
                new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256).setWithIntegrityPacket(true));
        reader.encryptionKeysAt(OpenPgpFixture.NOW)
                .forEach(each -> generator.addMethod(new BcPublicKeyKeyEncryptionMethodGenerator(each.key())));
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        try (OutputStream encrypting = generator.open(message, packets.length)) {
            encrypting.write(packets);
        }
        return message.toByteArray();
    }

    static ByteArrayInputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
