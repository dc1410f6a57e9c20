package org.embargo.process.outcome;

import org.embargo.model.IntakeId;

/** A letter that quotes a mail of the archive. */
public interface AboutMail {
    IntakeId mail();
}
