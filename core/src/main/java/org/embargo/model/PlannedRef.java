package org.embargo.model;

import java.util.Objects;

/**
 * A branch or tag that a push sets.
 *
 * @param ref      its full name
 * @param expected the commit it must be at; empty for a tag, which must not be there
 * @param id       of the commit or tag that it is to be at
 */
public record PlannedRef(String ref, String expected, String id) {

    public PlannedRef {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(id, "id");
    }

    public boolean isTag() {
        return ref.startsWith("refs/tags/");
    }
}
