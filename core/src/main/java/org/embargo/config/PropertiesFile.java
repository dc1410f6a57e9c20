package org.embargo.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * A properties file with the lines its keys stand on: the form of {@link Properties}, in UTF-8.
 *
 * <p>A key that stands twice, a wrong escape and bytes that are no UTF-8 are mistakes; the first of two values is kept.
 */
final class PropertiesFile {

    private final Path path;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private PropertiesFile(Path path) {
        this.path = path;
    }

    /** The file's entries, what is wrong with its form added to {@code problems}. */
    static PropertiesFile read(Path path, List<ConfigProblem> problems) throws IOException {
        PropertiesFile file = new PropertiesFile(path);
        try {
            file.readText(Files.readString(path, StandardCharsets.UTF_8), problems);
        } catch (CharacterCodingException notUtf8) {
            problems.add(ConfigProblem.of(path, "not UTF-8", "expected a text file in UTF-8"));
        }
        return file;
    }

    Path path() {
        return path;
    }

    Set<String> keys() {
        return entries.keySet();
    }

    Optional<Entry> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    private void readText(String text, List<ConfigProblem> problems) throws IOException {
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        BufferedReader lines = new BufferedReader(new StringReader(withoutMark));
        int number = 0;
        for (Optional<String> line = next(lines); line.isPresent(); line = next(lines)) {
            number++;
            int first = number;
            StringBuilder logical = new StringBuilder(line.get());
            while (!isComment(line.get()) && isContinued(logical)) {
                logical.append('\n').append(next(lines).orElse(""));
                number++;
            }
            readLine(logical.toString(), first, problems);
        }
    }

    private void readLine(String logical, int number, List<ConfigProblem> problems) throws IOException {
        Properties single = new Properties();
        try {
            single.load(new StringReader(logical));
        } catch (IllegalArgumentException wrongEscape) {
            problems.add(new ConfigProblem(path, number, "", "a wrong \\u escape", "expected four hexadecimal digits"));
        }
        for (String key : single.stringPropertyNames()) {
            String value = Objects.requireNonNull(single.getProperty(key)).trim();
            Optional<Entry> earlier = Optional.ofNullable(entries.putIfAbsent(key, new Entry(number, value)));
            earlier.ifPresent(entry -> problems.add(new ConfigProblem(
                    path, number, key, "given again", "it stands on line " + entry.line() + " already")));
        }
    }

    private static Optional<String> next(BufferedReader lines) throws IOException {
        return Optional.ofNullable(lines.readLine());
    }

    private static boolean isComment(String line) {
        String text = line.stripLeading();
        return text.isEmpty() || text.startsWith("#") || text.startsWith("!");
    }

    /** An odd number of backslashes at the end joins the next line. */
    private static boolean isContinued(CharSequence line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /** A value and where it stands, counted from 1. */
    record Entry(int line, String value) {}
}
