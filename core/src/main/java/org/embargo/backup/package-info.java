/**
 * Copies of a home, and homes made from them again. A copy is whole as of one moment though the server runs on: first the
 * witness, then the database, then the mails, so that nothing the database speaks of can be missing.
 */
@NullMarked
package org.embargo.backup;

import org.jspecify.annotations.NullMarked;
