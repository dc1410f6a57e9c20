package org.embargo.letters;

import java.util.List;

/** Texts of letters that can't be used: every mistake found, each with its file and what is allowed there. */
public final class TemplateException extends Exception {

    private static final long serialVersionUID = 1L;

    TemplateException(List<String> mistakes) {
        super(String.join("\n", mistakes));
    }
}
