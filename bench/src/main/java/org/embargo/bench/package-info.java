/** Measures a running server from outside. Start with {@link org.embargo.bench.IntakeLoad}. */
@NullMarked
package org.embargo.bench;

import org.jspecify.annotations.NullMarked;
