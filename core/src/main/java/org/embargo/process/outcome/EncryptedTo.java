package org.embargo.process.outcome;

import java.util.Optional;
import org.embargo.model.CaseId;
import org.embargo.model.Fingerprint;

/** A letter to somebody outside the team: it is encrypted to the certificate that was his when it was decided. */
public interface EncryptedTo {
    /** Empty where the letter may go in clear. */
    Optional<Fingerprint> encryptTo();

    /** The case, or the desk's book, that the certificate is kept with. */
    CaseId keptWith();
}
