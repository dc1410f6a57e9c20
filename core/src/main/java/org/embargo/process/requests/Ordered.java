package org.embargo.process.requests;

import java.util.Objects;

/**
 * A request with the line of the mail on which it stands.
 *
 * @param line counted from 1
 */
public record Ordered(int line, Request request) {

    public Ordered {
        Objects.requireNonNull(request, "request");
    }
}
