/**
 * Commands in a member's mail: from text to requests, and back. Start with {@link org.embargo.commands.CommandReader}.
 */
@NullMarked
package org.embargo.commands;

import org.jspecify.annotations.NullMarked;
