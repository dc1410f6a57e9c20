/**
 * Where everything comes together: a mail is taken in, decided on and committed; letters leave. Start with
 * {@link org.embargo.desk.Embargo}, the one door for the mail server's adapters and the scheduler; here it is put together
 * of the packages below.
 */
@NullMarked
package org.embargo.desk;

import org.jspecify.annotations.NullMarked;
