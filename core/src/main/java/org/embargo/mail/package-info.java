/**
 * From the bytes of a mail to what can be said of it: {@link org.embargo.mail.RawMail}, then
 * {@link org.embargo.mail.OpenedMail}. Everything is bounded by {@code MailLimits}; nothing has side effects.
 */
@NullMarked
package org.embargo.mail;

import org.jspecify.annotations.NullMarked;
