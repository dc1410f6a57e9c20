package org.embargo.openpgp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.embargo.content.Content;

/** What a signature covers, as one number: content and hashed part, whatever its unhashed subpackets and its salt. */
final class SignedDigest {

    private SignedDigest() {}

    /** Empty for a hash that is unknown here. */
    static Optional<String> of(PGPSignature signature, Content signed) throws IOException {
        PGPDigestCalculator digest;
        try {
            digest = new BcPGPDigestCalculatorProvider().get(signature.getHashAlgorithm());
        } catch (PGPException | RuntimeException e) {
            return Optional.empty();
        }
        OutputStream out = digest.getOutputStream();
        try (InputStream in = signed.open()) {
            if (signature.getSignatureType() == PGPSignature.CANONICAL_TEXT_DOCUMENT) {
                copyWithLineEnds(in, out);
            } else {
                in.transferTo(out);
            }
        }
        out.write(signature.getSignatureTrailer());
        return Optional.of(Digests.sha256Hex(digest.getDigest()));
    }

    /** Each CR, LF or CRLF becomes CRLF. */
    private static void copyWithLineEnds(InputStream text, OutputStream out) throws IOException {
        Lookahead in = new Lookahead(text);
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\r' && in.peek(0) == '\n') {
                continue;
            }
            if (next == '\r' || next == '\n') {
                out.write('\r');
                out.write('\n');
            } else {
                out.write(next);
            }
        }
    }
}
