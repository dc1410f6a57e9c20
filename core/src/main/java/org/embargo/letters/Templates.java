package org.embargo.letters;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The texts of all letters: the shipped ones, each replaced by the file of the same name that an operator has put into
 * {@code conf/letters}. Immutable; safe for use by many threads.
 */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable", "DoNotCall"})
public final class Templates {

    private Templates() {}

    /** The shipped texts alone. */
    public static Templates shipped() {
        throw new UnsupportedOperationException();
    }

    /**
     * The shipped texts, replaced by what lies in {@code folder} (nothing where there is no such folder).
     *
     * @throws TemplateException with every mistake in these files
     */
    public static Templates load(Path folder) throws IOException, TemplateException {
        throw new UnsupportedOperationException();
    }
}
