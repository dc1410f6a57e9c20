/**
 * The words of the domain as values that cannot be wrong: cases, addresses, tokens, fingerprints.
 *
 * <p>Start with {@link org.embargo.model.CaseId} and {@link org.embargo.model.DeskAddress}. Nothing here does I/O.
 */
@NullMarked
package org.embargo.model;

import org.jspecify.annotations.NullMarked;
