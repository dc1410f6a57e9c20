package org.embargo.store;

import org.embargo.model.CaseId;

/** A case can't be folded because its journal is damaged: it is held, and the team told. Repeating does not help. */
public final class JournalDamageException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final transient JournalDamage damage;

    public JournalDamageException(CaseId id, JournalDamage damage) {
        super(id + " can't be read, " + damage);
        this.damage = damage;
    }

    public JournalDamage damage() {
        return damage;
    }
}
