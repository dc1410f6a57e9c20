package org.embargo.config;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.embargo.model.CaseId;

/**
 * What the files in {@code hold/} say at one moment.
 *
 * @param all    tells one hold of all cases from the next; empty where only single cases are held
 * @param cases  that are held one by one
 * @param lifted cases whose hold whoever runs the server took back, and no server has seen it yet
 */
public record Holds(Optional<String> all, Set<CaseId> cases, Set<CaseId> lifted) {

    public Holds {
        Objects.requireNonNull(all, "all");
        cases = Set.copyOf(cases);
        lifted = Set.copyOf(lifted);
    }

    public boolean hold(CaseId id) {
        return all.isPresent() || cases.contains(id);
    }
}
