package org.embargo.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.NearestWord;

/** One properties file read by its keys; every mistake goes to the list that all files share. */
final class Settings {

    private final PropertiesFile file;
    private final List<ConfigProblem> problems;

    Settings(PropertiesFile file, List<ConfigProblem> problems) {
        this.file = file;
        this.problems = problems;
    }

    PropertiesFile file() {
        return file;
    }

    /** Tells what is missing, what has the wrong form, and which keys there are none of. */
    void check(List<Key<?>> keys) {
        keys.forEach(this::checkForm);
        List<String> known = keys.stream().map(Key::name).toList();
        file.keys().stream().filter(key -> !known.contains(key)).forEach(key -> tellUnknown(key, known));
    }

    /** The value of {@code key}, or empty where it is missing or wrong, which {@link #check} tells. */
    <T> Optional<T> find(Key<T> key) {
        return text(key).flatMap(key.form()::read);
    }

    /** The value of {@code key} in a file that was checked and has no mistake. */
    <T> T value(Key<T> key) {
        return find(key).orElseThrow(() -> new IllegalStateException(key.name() + " was not checked"));
    }

    /** Whether the file itself says something of {@code key}. */
    boolean names(Key<?> key) {
        return file.entry(key.name()).filter(entry -> !entry.value().isEmpty()).isPresent();
    }

    /** A path that is relative to where the file stands. */
    Path resolve(Path path) {
        return Objects.requireNonNull(file.path().getParent()).resolve(path).normalize();
    }

    void tell(Key<?> key, String found, String advice) {
        int line = file.entry(key.name()).map(PropertiesFile.Entry::line).orElse(0);
        problems.add(new ConfigProblem(file.path(), line, key.name(), found, advice));
    }

    private Optional<String> text(Key<?> key) {
        return file.entry(key.name()).map(PropertiesFile.Entry::value).or(key::fallback);
    }

    private void checkForm(Key<?> key) {
        if (find(key).isEmpty()) {
            String found = text(key)
                    .map(text -> text.isEmpty() ? "empty" : "read \"" + text + "\"")
                    .orElse("missing");
            tell(key, found, "expected " + key.form().expected());
        }
    }

    private void tellUnknown(String key, List<String> known) {
        int line = file.entry(key).map(PropertiesFile.Entry::line).orElse(0);
        String advice = NearestWord.of(key, known)
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("docs/operations.md lists the keys");
        problems.add(new ConfigProblem(file.path(), line, key, "unknown key", advice));
    }
}
