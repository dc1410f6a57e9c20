package org.embargo.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a value must look like.
 *
 * @param expected completes the sentence "expected …"
 * @param reading  the value that a text is, or empty where it has another form
 */
record Form<T>(String expected, Function<String, Optional<T>> reading) {

    Optional<T> read(String text) {
        return reading.apply(text);
    }

    /** As this, and nothing means none. */
    Form<Optional<T>> orNone() {
        return new Form<>(expected + ", or nothing", this::readOrNone);
    }

    /** Several of this, separated by commas. */
    Form<List<T>> list() {
        return new Form<>(expected + ", or several separated by commas", this::readList);
    }

    /** As {@link #list()}, and nothing means none. */
    Form<List<T>> listOrNone() {
        return new Form<>(
                expected + ", several separated by commas, or nothing",
                text -> text.isEmpty() ? Optional.of(List.of()) : readList(text));
    }

    private Optional<Optional<T>> readOrNone(String text) {
        Optional<T> value = text.isEmpty() ? Optional.empty() : read(text);
        return text.isEmpty() || value.isPresent() ? Optional.of(value) : Optional.empty();
    }

    private Optional<List<T>> readList(String text) {
        List<T> values = new ArrayList<>();
        for (String element : text.split(",", -1)) {
            Optional<T> value = read(element.trim());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(List.copyOf(values));
    }
}
