package org.embargo.commands;

import org.embargo.process.words.Refusal;

/** A command whose arguments or text are not what it takes. */
final class MistakeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Refusal why;

    MistakeException(Refusal why) {
        super(why.reason().name());
        this.why = why;
    }

    static MistakeException of(Refusal.Reason reason, String... values) {
        return new MistakeException(Refusal.of(reason, values));
    }

    Refusal why() {
        return why;
    }
}
