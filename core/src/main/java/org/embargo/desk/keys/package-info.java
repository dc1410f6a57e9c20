/**
 * A desk's own keys and its team's certificates as they lie in files: read, checked, unlocked, made where there are none.
 * Start with {@link org.embargo.desk.keys.DeskKeyRing}.
 */
@NullMarked
package org.embargo.desk.keys;

import org.jspecify.annotations.NullMarked;
