package org.embargo.process.timetable;

/**
 * What of a desk's configuration decides which steps there are for patches.
 *
 * @param repository  whether there is one to rehearse in and push to
 * @param releaseHook whether there is a program to call for releases
 */
public record PatchClocks(boolean repository, boolean releaseHook) {

    public static final PatchClocks NONE = new PatchClocks(false, false);
}
