package org.embargo.process.outcome;

import org.embargo.model.CaseId;
import org.embargo.model.Token;

/** What all letters to a recipient of the private list have; each is encrypted to his certificate of that hour. */
public interface ToRecipient extends TriedOnce {

    CaseId caseId();

    /** Stands in the address at which he answers. */
    Token token();
}
