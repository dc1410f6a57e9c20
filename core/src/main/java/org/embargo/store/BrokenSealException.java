package org.embargo.store;

/** A sealed value is not what was written, or stands where it was not written. Repeating does not help. */
public final class BrokenSealException extends StoreException {
    private static final long serialVersionUID = 1L;

    BrokenSealException(Place place, Throwable cause) {
        super("the seal of " + place.table() + "." + place.column() + " does not hold", cause);
    }
}
