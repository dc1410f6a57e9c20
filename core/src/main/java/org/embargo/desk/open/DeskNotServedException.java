package org.embargo.desk.open;

import org.embargo.model.DeskName;

/** Something is kept for a desk that the configuration does not name any more. */
final class DeskNotServedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    DeskNotServedException(DeskName desk) {
        super("desk " + desk + " is not configured");
    }
}
