package org.embargo.outbox;

/** A letter can't be written until a person acts. */
final class LetterHeldException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code a short word without content, such as {@code certificate} */
    LetterHeldException(String code) {
        super(code);
        this.code = code;
    }

    LetterHeldException(String code, Throwable cause) {
        super(code, cause);
        this.code = code;
    }

    String code() {
        return code;
    }
}
