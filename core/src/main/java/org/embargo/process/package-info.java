/**
 * The disclosure process as pure functions: what is decided, which letters follow. Start with
 * {@link org.embargo.process.Letter}.
 */
@NullMarked
package org.embargo.process;

import org.jspecify.annotations.NullMarked;
