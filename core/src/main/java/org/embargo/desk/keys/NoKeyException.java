package org.embargo.desk.keys;

/** A desk has no key to show; the message tells the operator why, and what to do. */
public final class NoKeyException extends Exception {

    private static final long serialVersionUID = 1L;

    public NoKeyException(String message) {
        super(message);
    }
}
