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
    RELEASED
}
