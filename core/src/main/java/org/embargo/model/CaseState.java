package org.embargo.model;

/** Where a case stands on its way from report to closing; {@code held} stands beside any of them. */
public enum CaseState {
    REPORTED,
    ACCEPTED,
    SCHEDULED,
    NOTIFIED,
    RELEASING,
    DISCLOSED,
    CLOSED,
    REJECTED,
    DUPLICATE,
    ANNOUNCED,
    RELEASED;

    /** Whether nobody has anything left to do, so that no clock runs. */
    public boolean isAtAnEnd() {
        return this == CLOSED || this == REJECTED || this == DUPLICATE;
    }
}
