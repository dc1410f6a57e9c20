package org.embargo.server;

import java.util.Arrays;
import java.util.List;

/** The command line: finds the subcommand and prints what it refuses. */
public final class Cli {
    private static final int USAGE_STATUS = 2;
    private static final List<String> HELP = List.of("--help", "-h", "help");

    private static final List<String> WORDS =
            List.of("backup", "check", "demo", "hold", "key", "leaver", "restore", "serve");

    private Cli() {}

    public static void main(String[] arguments) {
        int status = run(Arrays.asList(arguments));
        if (status != 0) {
            // not exit: a hook that stops the server in order would end with 0
            System.err.flush();
            Runtime.getRuntime().halt(status);
        }
    }

    private static int run(List<String> arguments) {
        if (arguments.isEmpty()) {
            System.err.print(overview());
            return USAGE_STATUS;
        }
        String word = arguments.get(0);
        if (HELP.contains(word)) {
            System.out.print(overview());
            return 0;
        }
        if (!WORDS.contains(word)) {
            System.err.print("embargo: there is no command " + word + "\n" + overview());
            return USAGE_STATUS;
        }
        return run(word, subcommand(word), arguments.subList(1, arguments.size()));
    }

    private static int run(String word, Subcommand subcommand, List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            System.out.print("usage: embargo " + word + " " + subcommand.usage() + "\n\n" + subcommand.help());
            return 0;
        }
        try {
            return subcommand.run(arguments);
        } catch (UsageException e) {
            System.err.println("embargo: " + e.getMessage());
            return USAGE_STATUS;
        }
    }

    /** Each is loaded only when it is asked for: the launcher gives it no more classes than it needs. */
    private static Subcommand subcommand(String word) {
        return switch (word) {
            case "backup" -> new Backup();
            case "demo" -> new DemoCommand();
            case "check" -> new Check();
            case "hold" -> new Hold();
            case "key" -> new Key();
            case "leaver" -> new Leaver();
            case "restore" -> new Restore();
            case "serve" -> new Serve();
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static String overview() {
        StringBuilder text = new StringBuilder("usage: embargo COMMAND\n");
        for (String word : WORDS) {
            text.append("  ")
                    .append(word)
                    .append(' ')
                    .append(subcommand(word).usage())
                    .append('\n');
        }
        return text.append("embargo COMMAND --help tells more\n").toString();
    }
}
