package org.embargo.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.embargo.server.demo.Demo;

/** Shows what the server does, with people who write to it and a mail world around it. */
final class DemoCommand implements Subcommand {
    private static final String HOME = "--home";
    private static final String MAILS = "--mails";

    @Override
    public String usage() {
        return "[--home DIR] [--mails DIR]";
    }

    @Override
    public String help() {
        return """
                Starts a server on free ports of this machine, with a mail world of its own beside
                it; no mail leaves the machine. A reporter, a team of two and two vendors write to
                it, with keys that gpg makes on the spot: from the report to the post on the public
                list, with seconds for days. What each of them receives is shown, decrypted by gpg,
                and checked: the status is 0 when every step held, and 1 when one did not.
                It takes about a minute and needs gpg and git.

                  --home DIR    an empty folder for the server, which is kept; without it a
                                temporary one, which is removed
                  --mails DIR   where all mails and the repository are left; without it a new temporary folder
                """;
    }

    @Override
    public int run(List<String> arguments) throws UsageException {
        Arguments parsed = Arguments.parse("demo", arguments, List.of(HOME, MAILS), List.of());
        parsed.words(0);
        Optional<Path> home = emptyFolder(HOME, parsed);
        Optional<Path> mails = emptyFolder(MAILS, parsed);
        Path installation = Path.of(System.getProperty("embargo.installation", "."));
        return new Demo(installation).run(home, mails);
    }

    /** What the demo writes must not mix with anything of worth. */
    private static Optional<Path> emptyFolder(String option, Arguments parsed) throws UsageException {
        Optional<Path> folder = parsed.path(option);
        if (folder.isPresent() && !isEmpty(folder.get())) {
            throw new UsageException("demo wants an empty or missing folder for " + option
                    + ", and there is something at " + folder.get());
        }
        return folder;
    }

    private static boolean isEmpty(Path folder) throws UsageException {
        if (Files.notExists(folder)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new UsageException(folder + " can't be read: " + e);
        }
    }
}
