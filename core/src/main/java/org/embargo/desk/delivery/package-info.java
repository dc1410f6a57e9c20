/**
 * What becomes of letters after they were handed over, and the last look before. Start with {@link
 * org.embargo.desk.delivery.DeliveryReports}.
 */
@NullMarked
package org.embargo.desk.delivery;

import org.jspecify.annotations.NullMarked;
