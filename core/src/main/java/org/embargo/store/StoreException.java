package org.embargo.store;

/**
 * The database or a file of the store failed; it may pass. The message holds no content, so that it can be logged.
 */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
