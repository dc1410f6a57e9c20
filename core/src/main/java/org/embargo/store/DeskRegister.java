package org.embargo.store;

import org.embargo.model.DeskName;
import org.embargo.model.Fingerprint;

/** Which desks this store has ever served: one that is known here and has no key has lost it. */
@SuppressWarnings("DoNotCallSuggester")
public final class DeskRegister {

    DeskRegister() {}

    public boolean isKnown(DeskName desk) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Notes the desk and its present key; nothing happens where that is noted already. */
    public void remember(DeskName desk, Fingerprint present) {
        throw new UnsupportedOperationException("not yet");
    }
}
