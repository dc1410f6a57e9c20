package org.embargo.server;

/** The command line, or the home it names, can't be used; the message tells the operator why. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
