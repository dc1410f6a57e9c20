package org.embargo.mailets;

import javax.annotation.PreDestroy;
import javax.inject.Inject;
import org.embargo.desk.Embargo;

/** Closes {@link Embargo} when James stops; James looks for {@code PreDestroy} only on what it made itself. */
final class OpenEmbargo {
    private final Embargo embargo;

    @Inject
    OpenEmbargo(Embargo embargo) {
        this.embargo = embargo;
    }

    @PreDestroy
    void close() {
        embargo.close();
    }
}
