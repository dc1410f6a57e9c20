package org.embargo.server;

import java.util.Optional;
import java.util.stream.Stream;

/** Finds what an operator can act on in what James throws when it does not start. */
final class StartFailure {
    private StartFailure() {}

    /** Our own words, where the plugin said what is wrong; else those of the innermost cause. */
    static String reason(Throwable failure) {
        Optional<Throwable> ours = causes(failure)
                .filter(cause -> cause.getClass().getName().startsWith("org.embargo."))
                .findFirst();
        Throwable telling = ours.orElseGet(() -> causes(failure).reduce(failure, (outer, inner) -> inner));
        String message = telling.getMessage();
        return message == null || message.isBlank() ? telling.toString() : message;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
