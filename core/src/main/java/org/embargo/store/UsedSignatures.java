package org.embargo.store;

import java.time.Instant;
import java.util.Optional;
import org.embargo.model.CaseId;
import org.embargo.model.Fingerprint;
import org.jdbi.v3.core.Handle;

/**
 * Members' signatures that were used, for good: each acts once, on whichever desk, and those of one member on one case act
 * in the order in which they were made.
 */
public final class UsedSignatures {

    private final Handle handle;
    private final Sealer sealer;

    UsedSignatures(Handle handle, Sealer sealer) {
        this.handle = handle;
        this.sealer = sealer;
    }

    /**
     * Notes that a signature is used.
     *
     * @param digest of what it covers; not of the packet, which can be changed without breaking it
     * @return false where it was used before
     */
    public boolean use(Fingerprint signer, String digest, Instant now) {
        String hash = sealer.lookUp("signature", new Fields().add(signer.hex()).add(digest));
        boolean used = handle.createQuery("SELECT recorded FROM used_signatures WHERE signature_hash = :hash")
                .bind("hash", hash)
                .mapTo(Long.class)
                .findOne()
                .isPresent();
        if (!used) {
            handle.createUpdate("INSERT INTO used_signatures (signature_hash, recorded) VALUES (:hash, :now)")
                    .bind("hash", hash)
                    .bind("now", now.toEpochMilli())
                    .execute();
        }
        return !used;
    }

    /** When the newest signature was made by which {@code signer} has acted on the case. */
    public Optional<Instant> newest(Fingerprint signer, CaseId id) {
        return handle.createQuery("SELECT signed FROM command_order WHERE order_hash = :hash")
                .bind("hash", order(signer, id))
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /** Notes that {@code signer} has acted on the case by a signature made at {@code signed}. */
    public void acted(Fingerprint signer, CaseId id, Instant signed) {
        int updated = handle.createUpdate("UPDATE command_order SET signed = :signed WHERE order_hash = :hash")
                .bind("hash", order(signer, id))
                .bind("signed", signed.toEpochMilli())
                .execute();
        if (updated == 0) {
            handle.createUpdate("INSERT INTO command_order (order_hash, signed) VALUES (:hash, :signed)")
                    .bind("hash", order(signer, id))
                    .bind("signed", signed.toEpochMilli())
                    .execute();
        }
    }

    private String order(Fingerprint signer, CaseId id) {
        return sealer.lookUp("command-order", new Fields().add(signer.hex()).add(id.toString()));
    }
}
