package org.embargo.server;

import java.net.SocketException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;

/** Finds what an operator can act on in what James throws when it does not start. */
final class StartFailure {
    private final Exception failure;

    StartFailure(Exception failure) {
        this.failure = failure;
    }

    /**
     * Our own words, where the plugin said what is wrong; else the port that can't be had; else what James says, with the
     * rest of it in the log.
     */
    String told(Home home, ServeOptions options) {
        return first(cause -> cause.getClass().getName().startsWith("org.embargo."))
                .map(Throwable::getMessage)
                .or(() -> first(SocketException.class::isInstance)
                        .map(cause -> "it can't listen at --smtp " + options.smtp() + ": " + cause.getMessage()))
                .orElseGet(() -> logged(home));
    }

    private String logged(Home home) {
        LogManager.getLogger(StartFailure.class).error("the server does not start", failure);
        Throwable innermost = causes().reduce(failure, (outer, inner) -> inner);
        return Optional.ofNullable(innermost.getMessage())
                        .filter(message -> !message.isBlank())
                        .orElseGet(innermost::toString)
                + "; more of it in "
                + home.folder().resolve("log/embargo.log");
    }

    private Optional<Throwable> first(Predicate<Throwable> wanted) {
        return causes().filter(wanted).findFirst();
    }

    private Stream<Throwable> causes() {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
