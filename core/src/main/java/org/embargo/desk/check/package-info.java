/** What {@code ./embargo check} finds. Start with {@link org.embargo.desk.check.HomeCheck}. */
@NullMarked
package org.embargo.desk.check;

import org.jspecify.annotations.NullMarked;
