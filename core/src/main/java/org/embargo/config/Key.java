package org.embargo.config;

import java.util.Optional;

/**
 * A key that a properties file may have.
 *
 * @param fallback what holds where the file is silent; empty: the file must not be silent
 */
record Key<T>(String name, Optional<String> fallback, Form<T> form) {

    static <T> Key<T> required(String name, Form<T> form) {
        return new Key<>(name, Optional.empty(), form);
    }

    static <T> Key<T> of(String name, String fallback, Form<T> form) {
        return new Key<>(name, Optional.of(fallback), form);
    }
}
