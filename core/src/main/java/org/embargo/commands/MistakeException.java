package org.embargo.commands;

import org.embargo.process.words.Remark;

/** A command whose arguments or text are not what it takes. */
final class MistakeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Remark why;

    MistakeException(Remark why) {
        super(why.kind().name());
        this.why = why;
    }

    static MistakeException of(Remark.Kind kind, String... values) {
        return new MistakeException(Remark.of(kind, values));
    }

    Remark why() {
        return why;
    }
}
