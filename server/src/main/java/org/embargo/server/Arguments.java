package org.embargo.server;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands behind a subcommand, taken apart: options with a value, options without, and plain words. */
final class Arguments {
    private final String command;
    private final Map<String, String> options = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    private Arguments(String command) {
        this.command = command;
    }

    /**
     * Takes {@code arguments} apart.
     *
     * @param valued options that take the next argument as their value
     * @param flags  options that take none
     */
    static Arguments parse(String command, List<String> arguments, List<String> valued, List<String> flags)
            throws UsageException {
        Arguments parsed = new Arguments(command);
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (valued.contains(argument)) {
                parsed.put(argument, parsed.valueOf(argument, rest));
            } else if (flags.contains(argument)) {
                parsed.put(argument, "");
            } else if (argument.startsWith("-")) {
                throw parsed.wrong("does not know " + argument);
            } else {
                parsed.words.add(argument);
            }
        }
        return parsed;
    }

    /** The home, which must be given. */
    Path home() throws UsageException {
        return path("--home").orElseThrow(() -> wrong("wants --home DIR"));
    }

    /** Absolute. */
    Optional<Path> path(String option) throws UsageException {
        try {
            return value(option).map(text -> Path.of(text).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            throw wrong("can't take the value of " + option + " as a path");
        }
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option));
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }

    /** The plain words, not more than {@code most} of them. */
    List<String> words(int most) throws UsageException {
        if (words.size() > most) {
            throw wrong("does not know what to do with \"" + words.get(most) + "\"");
        }
        return List.copyOf(words);
    }

    private String valueOf(String option, Iterator<String> rest) throws UsageException {
        if (!rest.hasNext()) {
            throw wrong("wants a value behind " + option);
        }
        String value = rest.next();
        if (value.isBlank() || value.startsWith("--")) {
            throw wrong("wants a value behind " + option);
        }
        return value;
    }

    private void put(String option, String value) throws UsageException {
        if (options.put(option, value) != null) {
            throw wrong("was given " + option + " twice");
        }
    }

    private UsageException wrong(String what) {
        return new UsageException(command + " " + what + "; embargo " + command + " --help tells what there is");
    }
}
