package org.embargo.desk.intake;

/** Another thread took the mail in while this one was at it; rolls its transaction back, and nothing is lost. */
final class AlreadyTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AlreadyTakenException() {
        super("taken in by another thread");
    }
}
