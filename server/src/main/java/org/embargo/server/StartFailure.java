package org.embargo.server;

/** Finds what an operator can act on in what James throws when it does not start. */
final class StartFailure {
    private StartFailure() {}

    /** The message of the innermost cause: the frameworks around it only say that something failed. */
    static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null || message.isBlank() ? innermost.toString() : message;
    }
}
