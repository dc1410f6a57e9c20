/**
 * Where a mail comes from, as far as the DNS can say: DKIM (RFC 6376) and SPF (RFC 7208), behind one small surface. Start
 * with {@link org.embargo.origin.OriginJudge}. Every look-up is bounded, and none that fails is ever a reason to drop a
 * mail.
 */
@NullMarked
package org.embargo.origin;

import org.jspecify.annotations.NullMarked;
