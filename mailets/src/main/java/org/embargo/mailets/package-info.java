/**
 * Embargo inside Apache James: hooks at the SMTP door, mailets in the pipe, a postman at the queue. Each only converts
 * and calls {@link org.embargo.desk.Embargo}. Start reading at {@link org.embargo.mailets.EmbargoModule}, the only
 * wiring; the way of a mail is {@link org.embargo.mailets.AcceptDeskAddress},
 * {@link org.embargo.mailets.SealAtTheDoor}, {@link org.embargo.mailets.OpenMail},
 * {@link org.embargo.mailets.TakeIn}.
 */
@NullMarked
package org.embargo.mailets;

import org.jspecify.annotations.NullMarked;
