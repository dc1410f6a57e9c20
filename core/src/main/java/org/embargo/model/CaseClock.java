package org.embargo.model;

import java.util.Locale;

/** What is to come in a case by its clocks. */
public enum CaseClock {
    /** Until a human answers the report; the team is reminded. */
    ACKNOWLEDGEMENT,
    /** Until a human writes to the reporter again; the team is reminded. */
    KEEP_IN_TOUCH,
    /** The advance notices; until they can go, the team is reminded of what is missing. */
    ADVANCE_NOTICE,
    /** What recipients and reporter must hear after the notices: another date, other content. */
    NOTICE_UPDATE,
    /** Until the recipients have confirmed their notices; who has not is reminded, then the team is told. */
    NOTICE_CONFIRMATION,
    /** The team's last chance to look before disclosure. */
    LAST_CALL,
    /** The hour at which the case becomes public; later, when the last release is out. */
    DISCLOSURE,
    /** The patches are to be tried on their branches: at once, daily, and before the notices. */
    PATCH_REHEARSAL,
    /** The repository is to be looked at for early mention; daily. */
    PUBLIC_WATCH,
    /** The hour has come: the patches go to their branches. */
    PATCHES,
    /** The operator's program for releases is to be called. */
    RELEASE_HOOK,
    /** Until the releases that carry the fix are out; the team is reminded. */
    RELEASES,
    /** Until the post has come back from its lists; the team is told that it may wait in moderation. */
    POST_CONFIRMATION,
    /** Until our own release against what an upstream announced is out; the team is reminded. */
    UPSTREAM_RELEASE,
    /** The post about such a release. */
    UPSTREAM_POST;

    /** Whether it is the desk's own business, which nobody need be told to come. */
    public boolean isRoutine() {
        return this == PATCH_REHEARSAL || this == PUBLIC_WATCH;
    }

    /** Its word in the timetable and in logs, {@code keep-in-touch}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
