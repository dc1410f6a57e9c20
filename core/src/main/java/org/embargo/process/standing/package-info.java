/**
 * How a case stands: what is allowed in its state ({@link org.embargo.process.standing.StateTable}), what it lacks, which
 * content may be sent ({@link org.embargo.process.standing.ApprovedContent}).
 */
@NullMarked
package org.embargo.process.standing;

import org.jspecify.annotations.NullMarked;
