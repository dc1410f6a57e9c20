/**
 * Where everything comes together: a mail is taken in, decided on and committed; letters leave. Start with
 * {@link org.embargo.desk.Embargo}, the one door for the mail server's adapters and the scheduler.
 */
@NullMarked
package org.embargo.desk;

import org.jspecify.annotations.NullMarked;
