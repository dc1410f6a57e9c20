package org.embargo.server;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The command line: finds the subcommand and prints what it refuses. */
public final class Cli {
    private static final int USAGE_STATUS = 2;

    private final Map<String, Subcommand> subcommands = new TreeMap<>(Map.of("serve", new Serve()));

    private Cli() {}

    public static void main(String[] arguments) {
        int status = new Cli().run(Arrays.asList(arguments));
        if (status != 0) {
            // not exit: a hook that stops the server in order would end with 0
            System.err.flush();
            Runtime.getRuntime().halt(status);
        }
    }

    private int run(List<String> arguments) {
        Subcommand subcommand = arguments.isEmpty() ? null : subcommands.get(arguments.get(0));
        if (subcommand == null) {
            System.err.println("usage: embargo COMMAND");
            subcommands.forEach((word, known) -> System.err.println("  " + word + " " + known.usage()));
            return USAGE_STATUS;
        }
        try {
            return subcommand.run(arguments.subList(1, arguments.size()));
        } catch (UsageException e) {
            System.err.println("embargo: " + e.getMessage());
            return USAGE_STATUS;
        }
    }
}
