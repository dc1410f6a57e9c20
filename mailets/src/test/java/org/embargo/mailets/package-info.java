/** Tests of the James side alone; with a whole James they run in the module server. */
@NullMarked
package org.embargo.mailets;

import org.jspecify.annotations.NullMarked;
