package org.embargo.outbox;

import java.util.List;

/** A letter can't be written until a person acts. */
final class LetterHeldException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is mended by another key, certificate or configuration, which are read at start. */
    static final List<String> OF_KEYS = List.of("desk-key", "certificate", "no-certificate", "desk-not-served");

    /** For these nobody can be told by mail. */
    static final List<String> UNTELLABLE = List.of("desk-key", "desk-not-served");

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
