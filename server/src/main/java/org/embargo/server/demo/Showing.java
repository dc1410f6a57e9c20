package org.embargo.server.demo;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What of a mail is shown in the terminal.
 *
 * @param headers those outside, where everybody sees them
 * @param excerpt of the text
 */
record Showing(List<String> headers, UnaryOperator<String> excerpt) {
    private static final List<String> ALL_HEADERS =
            List.of("Return-Path", "From", "To", "Reply-To", "Subject", "Auto-Submitted", "In-Reply-To");

    /** All of it. */
    static Showing whole() {
        return withHeaders(Excerpt::whole);
    }

    static Showing withHeaders(UnaryOperator<String> excerpt) {
        return new Showing(ALL_HEADERS, excerpt);
    }

    /** It lies in the folder as the others do. */
    static Showing nothing() {
        return new Showing(List.of(), text -> "");
    }

    boolean isNothing() {
        return headers.isEmpty();
    }

    /** The text and the subject, as a mail program would show it. */
    static Showing text(UnaryOperator<String> excerpt) {
        return new Showing(List.of("Subject"), excerpt);
    }
}
