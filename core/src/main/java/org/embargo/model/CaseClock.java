package org.embargo.model;

import java.util.Locale;

/** What runs for a case until a human acts; the team is reminded of it. */
public enum CaseClock {
    /** Until a human answers the report. */
    ACKNOWLEDGEMENT,
    /** Until a human writes to the reporter again. */
    KEEP_IN_TOUCH;

    /** Its word in the timetable and in logs, {@code keep-in-touch}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
