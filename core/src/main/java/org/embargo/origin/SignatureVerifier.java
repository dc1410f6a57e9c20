package org.embargo.origin;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Objects;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecord;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.apache.james.jdkim.tagvalue.SignatureRecordImpl;
import org.apache.james.jspf.impl.DNSServiceXBillImpl;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * The library's verifier, and where it is too kind: SHA-1 and short keys prove nothing (RFC 8301), nor do keys that are
 * only tried out (RFC 6376 section 3.6.1), and a signature over the beginning of a body alone is none. One thread.
 */
final class SignatureVerifier extends DKIMVerifier {

    static final int SHORTEST_KEY_BITS = 1024;

    SignatureVerifier(Inquiry inquiry) {
        super((method, selector, domain) -> keys(inquiry, method, selector + "._domainkey." + domain));
    }

    @Override
    public SignatureRecord newSignatureRecord(String record) {
        return new WholeBody(record);
    }

    @Override
    public PublicKeyRecord publicRecordLookup(SignatureRecord signature) throws TempFailException, PermFailException {
        if (!signature.getHashMethod().toString().equals("sha256")) {
            throw new PermFailException("weak hash", signature);
        }
        PublicKeyRecord record = super.publicRecordLookup(signature);
        if (record.isTesting() || isShort(record.getPublicKey())) {
            throw new PermFailException("weak key", signature);
        }
        return record;
    }

    private static boolean isShort(PublicKey key) {
        return !(key instanceof RSAPublicKey rsa) || rsa.getModulus().bitLength() < SHORTEST_KEY_BITS;
    }

    private static List<String> keys(Inquiry inquiry, CharSequence method, String name)
            throws TempFailException, PermFailException {
        if (!method.toString().equals("dns/txt")) {
            throw new PermFailException("unknown way to look keys up");
        }
        try {
            List<String> texts = DNSServiceXBillImpl.convertRecordsToList(
                    inquiry.ask(name, Type.TXT).toArray(new Record[0]));
            return Objects.requireNonNullElse(texts, List.of());
        } catch (NoAnswerException e) {
            throw new TempFailException("no answer");
        }
    }

    /**
     * What a signature says of itself, but for the length of the body that it covers: it is hashed whole, so that the
     * signature holds only where it is the whole that was signed. A clock that goes a little ahead is no forgery.
     */
    private static final class WholeBody extends SignatureRecordImpl {

        WholeBody(String text) {
            super(text);
        }

        @Override
        public int getBodyHashLimit() {
            return -1;
        }

        @Override
        @Nullable
        public Long getSignatureTimestamp() {
            return null;
        }
    }
}
