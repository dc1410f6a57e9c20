package org.embargo.server;

import java.util.List;

/** One word of the command line, such as {@code serve}. */
interface Subcommand {

    /** What stands behind the word, in one line. */
    String usage();

    /** What it does, and what each option means; lines of at most 80 columns, the last one ended. */
    String help();

    /**
     * Runs to the end of the program or of its start.
     *
     * @return the exit status
     * @throws UsageException when the arguments do not make sense
     */
    int run(List<String> arguments) throws UsageException;
}
