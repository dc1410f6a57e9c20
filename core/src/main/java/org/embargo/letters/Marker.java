package org.embargo.letters;

import java.util.Objects;
import org.embargo.model.CaseId;

/** The line in mail to the team above which a member writes; nothing from it on is read (contract, section 6). */
public record Marker(String about) {

    public Marker {
        Objects.requireNonNull(about, "about");
    }

    public Marker(CaseId caseId) {
        this(caseId.toString());
    }

    /** The line itself, without its end. */
    public String line() {
        return "--- " + about + ": write above this line ---";
    }

    @Override
    public String toString() {
        return line();
    }
}
