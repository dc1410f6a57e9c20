/**
 * Patches at a desk: rehearsed when they come and daily, pushed at the hour. Start with {@link
 * org.embargo.desk.patches.PatchSteps}.
 */
@NullMarked
package org.embargo.desk.patches;

import org.jspecify.annotations.NullMarked;
