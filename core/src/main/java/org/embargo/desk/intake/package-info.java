/**
 * A mail on its way in: classified, filed, answered in one commit. Start with {@link
 * org.embargo.desk.intake.IntakeDesk} and {@link org.embargo.desk.intake.Filing}.
 */
@NullMarked
package org.embargo.desk.intake;

import org.jspecify.annotations.NullMarked;
