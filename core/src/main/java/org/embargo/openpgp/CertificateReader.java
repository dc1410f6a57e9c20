package org.embargo.openpgp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;

/** Takes certificates out of what people attach, paste and export. */
final class CertificateReader {

    static final int MOST_BYTES = 4 << 20;
    static final int MOST_CERTIFICATES = 100;

    private static final int PUBLIC_KEY = 6;
    private static final int SECRET_KEY = 5;
    private static final int SIGNATURE = 2;
    private static final int TRUST = 12;

    private final boolean keysWanted;
    private final List<Certificate> found = new ArrayList<>();
    private final List<KeyRevocation> revocations = new ArrayList<>();
    private final ByteArrayOutputStream packets = new ByteArrayOutputStream();

    private CertificateReader(boolean keysWanted) {
        this.keysWanted = keysWanted;
    }

    static List<Certificate> readAll(byte[] bytes) {
        return List.copyOf(read(bytes, true).found);
    }

    /** The revocations that stand before any key. */
    static List<KeyRevocation> readRevocations(byte[] bytes) {
        return List.copyOf(read(bytes, false).revocations);
    }

    private static CertificateReader read(byte[] bytes, boolean keysWanted) {
        CertificateReader reader = new CertificateReader(keysWanted);
        if (bytes.length <= MOST_BYTES) {
            reader.readAnyForm(bytes);
        }
        return reader;
    }

    private void readAnyForm(byte[] bytes) {
        if (bytes.length > 0 && bytes[0] < 0) {
            readPackets(new ByteArrayInputStream(bytes));
            return;
        }
        ArmorReader armor = new ArmorReader(new ByteArrayInputStream(bytes));
        while (readBlock(armor)) {
            packets.reset();
        }
    }

    /** A block with damaged base64 is passed over; the next one may be whole. */
    private boolean readBlock(ArmorReader armor) {
        try {
            if (!armor.nextBlock()) {
                return false;
            }
            readPackets(armor);
        } catch (IOException e) {
            packets.reset();
        }
        return true;
    }

    /** Cuts at each primary key, so that one damaged certificate does not take its neighbours along. */
    private void readPackets(InputStream in) {
        PacketReader reader = new PacketReader(in);
        boolean wanted = false;
        boolean beforeKeys = true;
        try {
            Optional<PacketReader.Packet> packet = reader.next();
            while (packet.isPresent()) {
                int tag = packet.get().tag();
                if (tag == PUBLIC_KEY || tag == SECRET_KEY) {
                    finishOne();
                    wanted = keysWanted && tag == PUBLIC_KEY;
                    beforeKeys = false;
                }
                byte[] body = packet.get().small();
                if (beforeKeys && tag == SIGNATURE) {
                    revocation(PacketReader.encoded(tag, body));
                }
                if (wanted && tag != TRUST) {
                    packets.writeBytes(PacketReader.encoded(tag, body));
                }
                packet = reader.next();
            }
        } catch (IOException e) {
            // cut off here: what came before may be whole
            packets.reset();
        }
        finishOne();
    }

    private void revocation(byte[] packet) throws IOException {
        if (revocations.size() < MOST_CERTIFICATES
                && signature(packet) instanceof PGPSignature signature
                && signature.getSignatureType() == PGPSignature.KEY_REVOCATION) {
            revocations.add(new KeyRevocation(signature));
        }
    }

    private static Object signature(byte[] packet) throws IOException {
        try {
            Object read = new PGPObjectFactory(packet, new BcKeyFingerprintCalculator()).nextObject();
            return read instanceof PGPSignatureList list ? list.get(0) : packet;
        } catch (RuntimeException e) {
            throw RefusedException.malformed();
        }
    }

    private void finishOne() {
        if (packets.size() > 0 && found.size() < MOST_CERTIFICATES) {
            parse(packets.toByteArray()).ifPresent(found::add);
        }
        packets.reset();
    }

    private static Optional<Certificate> parse(byte[] packets) {
        try {
            return Certificate.of(ring(packets));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    static PGPPublicKeyRing ring(byte[] packets) throws IOException {
        return new PGPPublicKeyRing(packets, new BcKeyFingerprintCalculator());
    }
}
