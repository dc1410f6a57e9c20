package org.embargo.desk.open;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.embargo.openpgp.Certificate;
import org.embargo.store.Transaction;

/**
 * What a desk knows of the end of certificates, by whichever mail and for whomever it was kept: a copy from before it, in
 * a command or a report, does not make a revoked certificate good again. One transaction.
 */
public final class KnownRevocations {

    private final Transaction tx;
    private final OpenDesk open;

    public KnownRevocations(Transaction tx, OpenDesk open) {
        this.tx = tx;
        this.open = open;
    }

    /** {@code brought} with the revocations that are known of it. */
    public Certificate on(Certificate brought) {
        Set<ByteBuffer> seen = new HashSet<>(Set.of(ByteBuffer.wrap(brought.binary())));
        return tx.certificates().withKeyId(brought.keyId()).stream()
                .filter(kept -> kept.caseId().prefix().equals(open.desk().casePrefix()))
                .filter(kept -> kept.fingerprint().equals(brought.fingerprint()))
                // a copy is kept with each case that it came with, the same as a rule: each is read and verified once
                .filter(kept -> seen.add(ByteBuffer.wrap(kept.certificate())))
                .map(TakenKeys::read)
                .reduce(brought, Certificate::withRevocationsOf);
    }
}
