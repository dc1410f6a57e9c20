/**
 * Members' commands: who signed what, on which case, and what becomes of it. Start with {@link
 * org.embargo.desk.orders.Orders}.
 */
@NullMarked
package org.embargo.desk.orders;

import org.jspecify.annotations.NullMarked;
