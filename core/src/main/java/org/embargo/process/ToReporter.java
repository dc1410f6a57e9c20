package org.embargo.process;

import java.util.Optional;
import org.embargo.model.CaseId;
import org.embargo.model.Fingerprint;

/** What all letters to a reporter have: they are encrypted to the certificate that the case had when they were decided. */
public interface ToReporter {

    CaseId caseId();

    /** Empty where the letter may go in clear. */
    Optional<Fingerprint> encryptTo();
}
