/**
 * Bytes that may be large and must not lie about in clear: {@link org.embargo.content.Content} can be read again and
 * again, {@link org.embargo.content.Spool} makes it.
 */
@NullMarked
package org.embargo.content;

import org.jspecify.annotations.NullMarked;
