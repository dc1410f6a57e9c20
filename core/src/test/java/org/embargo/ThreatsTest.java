package org.embargo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that {@code docs/threats.md} names beside its attacks are there: a name that nobody runs defends nothing. */
class ThreatsTest {

    /** A class with one of its tests, or a further test of the class before; names may be cut short by an ellipsis. */
    private static final Pattern NAMED = Pattern.compile("`(?:(\\w+Test)\\b)?(?:\\.(\\w{6,})(…?))?`");

    @Test
    void everyTestNamedBesideAnAttackShouldExist() throws IOException {
        List<String> missing = new ArrayList<>();
        String source = "";
        String className = "";
        Matcher matcher = NAMED.matcher(Files.readString(project().resolve("docs/threats.md")));
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                className = matcher.group(1);
                source = source(className);
            }
            if (source.isEmpty() && matcher.group(1) != null) {
                missing.add(className);
            } else if (matcher.group(2) != null && !source.contains(" " + matcher.group(2) + end(matcher.group(3)))) {
                missing.add(className + "." + matcher.group(2));
            }
        }

        assertThat(missing).isEmpty();
    }

    private static String end(String ellipsis) {
        return ellipsis.isEmpty() ? "(" : "";
    }

    private static String source(String className) throws IOException {
        try (Stream<Path> files = Files.walk(project())) {
            List<Path> found = files.filter(file -> file.endsWith(className + ".java")
                            && !file.toString().contains("target"))
                    .toList();
            return found.isEmpty() ? "" : Files.readString(found.get(0));
        }
    }

    private static Path project() {
        Path folder = Path.of("").toAbsolutePath();
        while (Files.notExists(folder.resolve("embargo"))) {
            folder = Objects.requireNonNull(folder.getParent(), "the project is not above this folder");
        }
        return folder;
    }
}
