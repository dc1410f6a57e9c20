package org.embargo.store;

import java.time.Instant;
import java.util.Optional;
import org.embargo.model.DeskName;
import org.jdbi.v3.core.Handle;

/** Of what a team was warned and when, so that it is told once. What it was stands here as keyed hash. */
public final class Warnings {
    private final Handle handle;
    private final Sealer sealer;

    Warnings(Handle handle, Sealer sealer) {
        this.handle = handle;
        this.sealer = sealer;
    }

    /**
     * Notes that this transaction tells a desk's team of {@code what}.
     *
     * @param notSince when told at or after this, it is not told again; empty where once is enough for ever
     * @return false where it was told already
     */
    public boolean take(DeskName desk, String what, Optional<Instant> notSince, Instant now) {
        String hash = sealer.lookUp("warning", new Fields().add(desk.value()).add(what));
        Optional<Instant> told = told(hash);
        if (told.isPresent() && (notSince.isEmpty() || !told.get().isBefore(notSince.get()))) {
            return false;
        }
        String change = told.isPresent()
                ? "UPDATE warnings SET told = :now WHERE what_hash = :hash"
                : "INSERT INTO warnings (what_hash, told) VALUES (:hash, :now)";
        handle.createUpdate(change)
                .bind("hash", hash)
                .bind("now", now.toEpochMilli())
                .execute();
        return true;
    }

    private Optional<Instant> told(String hash) {
        return handle.createQuery("SELECT told FROM warnings WHERE what_hash = :hash")
                .bind("hash", hash)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }
}
