/**
 * What members ask for, each a {@link org.embargo.process.requests.Request} that decides for itself. Start with {@link
 * org.embargo.process.requests.CommandDecision}, which every one of them goes through.
 */
@NullMarked
package org.embargo.process.requests;

import org.jspecify.annotations.NullMarked;
