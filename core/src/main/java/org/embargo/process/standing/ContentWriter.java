package org.embargo.process.standing;

import org.embargo.model.Case;
import org.embargo.model.FinishedTexts;

/** Words what a case would publish. Pure: the same case and the same desk give the same texts. */
@FunctionalInterface
public interface ContentWriter {

    FinishedTexts finish(Case current);
}
