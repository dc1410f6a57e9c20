package org.embargo.origin;

/** The DNS did not answer, not in time, or was asked too much for one mail. */
final class NoAnswerException extends Exception {
    private static final long serialVersionUID = 1L;

    NoAnswerException(String reason) {
        super(reason);
    }
}
