package org.embargo.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.embargo.content.Content;

/**
 * Content signed once, ready to be encrypted for any number of readers. Immutable; safe for use by many threads.
 */
public final class SignedContent {

    private final byte[] onePass;
    private final Content content;
    private final byte[] signature;

    SignedContent(byte[] onePass, Content content, byte[] signature) {
        this.onePass = onePass;
        this.content = content;
        this.signature = signature;
    }

    static SignedContent unsigned(Content content) {
        return new SignedContent(new byte[0], content, new byte[0]);
    }

    public Content content() {
        return content;
    }

    /** {@code OPS Literal Sig}: binary, without name and date, which tell more than they help. */
    void writePackets(OutputStream out) throws IOException {
        out.write(onePass);
        try (OutputStream literal = new PGPLiteralDataGenerator()
                        .open(out, PGPLiteralData.BINARY, "", content.sizeBytes(), PGPLiteralDataGenerator.NOW);
                InputStream in = content.open()) {
            in.transferTo(literal);
        }
        out.write(signature);
    }
}
