package org.embargo.store;

import org.embargo.model.DeskName;
import org.embargo.model.Fingerprint;
import org.jdbi.v3.core.Handle;

/** Which desks this store has ever served: one that is known here and has no key has lost it. */
public final class DeskRegister {

    private final Handle handle;

    DeskRegister(Handle handle) {
        this.handle = handle;
    }

    public boolean isKnown(DeskName desk) {
        return handle.createQuery("SELECT COUNT(*) FROM desks WHERE desk = :desk")
                        .bind("desk", desk.value())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Notes the desk and its present key. */
    public void remember(DeskName desk, Fingerprint present) {
        String sql = isKnown(desk)
                ? "UPDATE desks SET fingerprint = :fingerprint WHERE desk = :desk"
                : "INSERT INTO desks (desk, fingerprint) VALUES (:desk, :fingerprint)";
        handle.createUpdate(sql)
                .bind("desk", desk.value())
                .bind("fingerprint", present.hex())
                .execute();
    }
}
