package org.embargo.patches;

/**
 * How much a series of patches may hold.
 *
 * @param bytes     of all attachments together, and of what they decode to
 * @param patches   in one series
 * @param files     named in one patch
 * @param pathBytes of one path
 * @param lineBytes of one line
 */
public record PatchLimits(int bytes, int patches, int files, int pathBytes, int lineBytes) {

    /** More than any fix of a vulnerability needs. */
    public static final PatchLimits USUAL = new PatchLimits(20 << 20, 200, 2000, 1024, 1 << 20);

    public PatchLimits {
        if (bytes < 1 || patches < 1 || files < 1 || pathBytes < 1 || lineBytes < 1) {
            throw new IllegalArgumentException("limits are above zero");
        }
    }
}
