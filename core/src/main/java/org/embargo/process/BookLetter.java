package org.embargo.process;

import java.util.List;
import java.util.Objects;
import org.embargo.model.IntakeId;

/** What concerns the desk as a whole, or people outside the team whom the team knows. */
public sealed interface BookLetter extends Letter {
    /** To the other members: what a member ordered that is about no case. It quotes his mail. */
    record DeskMail(IntakeId mail, List<Finding> findings) implements BookLetter, AboutMail {
        public DeskMail {
            Objects.requireNonNull(mail, "mail");
            findings = List.copyOf(findings);
        }

        @Override
        public boolean mayGoInClear() {
            return false;
        }
    }
}
