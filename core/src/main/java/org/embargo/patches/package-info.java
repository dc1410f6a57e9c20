/**
 * What happens to a patch: read and checked ({@link org.embargo.patches.PatchSeries}), tried in a private clone
 * ({@link org.embargo.patches.Rehearsal}), pushed to all branches at once under a message that says nothing
 * ({@link org.embargo.patches.BranchPush}). Start there; {@code docs/patches.md} says what lies where and for how long.
 *
 * <p>Patches are hostile data: only git applies them, without hooks, filters and any configuration but ours; nothing in
 * them is ever executed. Paths and hunks are embargoed content, and have type
 * {@link org.embargo.model.Confidential}.
 */
@NullMarked
package org.embargo.patches;

import org.jspecify.annotations.NullMarked;
