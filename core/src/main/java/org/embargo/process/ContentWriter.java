package org.embargo.process;

import java.time.Instant;
import org.embargo.model.Case;
import org.embargo.model.Confidential;
import org.embargo.model.FinishedTexts;

/** Words what a case would publish. Pure: the same case and the same desk give the same texts. */
public interface ContentWriter {

    FinishedTexts finish(Case current);

    /** The approved post with its gaps filled, as it goes out at {@code now}. */
    Confidential post(DueDisclosure due, Instant now);
}
