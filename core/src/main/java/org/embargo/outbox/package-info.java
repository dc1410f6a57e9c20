/**
 * Letters on their way out. Start with {@link org.embargo.outbox.Postman}.
 */
@NullMarked
package org.embargo.outbox;

import org.jspecify.annotations.NullMarked;
