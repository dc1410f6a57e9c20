/**
 * From the bytes of a mail to what can be said of it: {@link org.embargo.mail.RawMail}, then
 * {@link org.embargo.mail.OpenedMail}. Start with {@link org.embargo.mail.MailOpener}. Everything is bounded by {@link org.embargo.mail.MailLimits}; nothing has side effects.
 */
@NullMarked
package org.embargo.mail;

import org.jspecify.annotations.NullMarked;
