package org.embargo.model;

import java.util.Objects;

/** A member set a field of the case. What an approval binds to changes with it. */
public sealed interface DossierEvent extends CaseEvent {

    /** A field of free text got another one. */
    record TextSet(TextField field, Confidential text) implements DossierEvent {
        public TextSet {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.dossier = draft.dossier.with(field, text));
        }
    }
}
