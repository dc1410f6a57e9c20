package org.embargo.store;

import java.time.Instant;
import java.util.List;
import org.embargo.model.DeskName;
import org.jdbi.v3.core.Handle;

/**
 * The desks that this database has ever served. A desk that is known and has lost its secret key must not be given a new
 * one.
 */
public final class KnownDesks {
    private final Handle handle;

    KnownDesks(Handle handle) {
        this.handle = handle;
    }

    public boolean isKnown(DeskName desk) {
        return all().contains(desk);
    }

    /** Notes a desk for good; nothing happens where it is known. */
    public void remember(DeskName desk, Instant now) {
        if (!isKnown(desk)) {
            handle.createUpdate("INSERT INTO known_desks (desk, first_served) VALUES (:desk, :now)")
                    .bind("desk", desk.value())
                    .bind("now", now.toEpochMilli())
                    .execute();
        }
    }

    public List<DeskName> all() {
        return handle.createQuery("SELECT desk FROM known_desks ORDER BY desk")
                .map((row, context) -> new DeskName(row.getString("desk")))
                .list();
    }
}
