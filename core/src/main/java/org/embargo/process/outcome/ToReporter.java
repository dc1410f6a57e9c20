package org.embargo.process.outcome;

import org.embargo.model.CaseId;

/** What all letters to a reporter have: they are encrypted to the certificate that the case had when they were decided. */
public interface ToReporter extends EncryptedTo {
    CaseId caseId();

    @Override
    default CaseId keptWith() {
        return caseId();
    }
}
