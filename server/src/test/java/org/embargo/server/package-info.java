/**
 * The whole server, in a process of its own. New tests stand on {@link org.embargo.server.ServerProcess},
 * {@link org.embargo.server.SmtpClient} and {@link org.embargo.server.Relay}.
 */
@NullMarked
package org.embargo.server;

import org.jspecify.annotations.NullMarked;
