package org.embargo.patches;

import java.util.List;
import java.util.Objects;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;

/**
 * What nobody may learn of a case before its hour.
 *
 * @param cves  identifiers
 * @param names of the reporter and whoever else must not be named
 * @param title blank where there is none yet
 */
public record CaseSecrets(CaseId id, List<Confidential> cves, Confidential title, List<Confidential> names) {

    public CaseSecrets {
        Objects.requireNonNull(id, "id");
        cves = List.copyOf(cves);
        Objects.requireNonNull(title, "title");
        names = List.copyOf(names);
    }
}
