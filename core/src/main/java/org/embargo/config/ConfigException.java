package org.embargo.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The configuration has mistakes, all of which are told; the server does not start with it.
 *
 * <p>The message is for the operator's terminal: it repeats what he wrote.
 */
public final class ConfigException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    public ConfigException(List<ConfigProblem> problems) {
        super(print(problems));
        this.problems = List.copyOf(problems);
    }

    public List<ConfigProblem> problems() {
        return problems;
    }

    private static String print(List<ConfigProblem> problems) {
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return problems.stream()
                .map(problem -> "\n  " + problem)
                .collect(Collectors.joining("", "the configuration has " + count + ":", ""));
    }
}
