/**
 * The operator's configuration, read once at start into immutable values. Start with
 * {@link org.embargo.config.ConfigReader}; {@link org.embargo.config.Home} says where everything lies.
 */
@NullMarked
package org.embargo.config;

import org.jspecify.annotations.NullMarked;
