package org.embargo.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.embargo.backup.BackupException;
import org.embargo.backup.BackupLabel;
import org.embargo.backup.HomeRestore;
import org.embargo.config.Home;

/** Makes a home out of backups, with everything on hold. */
final class Restore implements Subcommand {
    private static final int MOST_FILES = 2;
    private static final int NOT_DONE = 1;

    @Override
    public String usage() {
        return "FILE [FILE] --home DIR";
    }

    @Override
    public String help() {
        return """
                Makes a home out of a backup and, given as a second file, the copy of its secrets.
                All cases are on hold in it: what happened since the backup is not known there,
                and a notice that was called off since must not go. When you have looked at the
                cases, embargo hold --off all lets letters go again.

                  FILE         made by embargo backup
                  --home DIR   the home to make; missing or empty
                """;
    }

    @Override
    public int run(List<String> arguments) throws UsageException {
        Arguments parsed = Arguments.parse("restore", arguments, List.of("--home"), List.of());
        Home home = new Home(parsed.home());
        try {
            List<BackupLabel> labels = new HomeRestore(home).from(files(parsed.words(MOST_FILES)));
            labels.forEach(label -> System.out.println(
                    "Restored the " + label.kind().name().toLowerCase(Locale.ROOT) + " of " + label.made() + "."));
            tell(home, labels);
            return 0;
        } catch (BackupException e) {
            System.err.println("embargo: nothing was restored: " + e.getMessage());
            return NOT_DONE;
        } catch (IOException e) {
            throw new UsageException("nothing was restored: " + FileTrouble.words(e));
        }
    }

    private static void tell(Home home, List<BackupLabel> labels) {
        if (!Files.exists(home.sealingSecret())) {
            System.out.println("The secrets are not there yet: put the copy of the folder secrets back into "
                    + home.folder() + ", or nothing can be read.");
        }
        if (labels.stream().anyMatch(label -> !label.embedded())) {
            System.out.println("The database is a PostgreSQL: restore its dump before the server is started.");
        }
        System.out.println("All cases are on hold. Start the server; where its clock is in doubt it asks the team for"
                + " /resume clock. Look at /cases and at the /status of each: what was sent, approved or called off"
                + " after the backup is not known here. Then: embargo hold --off all --home " + home.folder());
    }

    private static List<Path> files(List<String> words) throws UsageException {
        if (words.isEmpty()) {
            throw new UsageException("restore wants the file of a backup; embargo restore --help tells what there is");
        }
        List<Path> files = new ArrayList<>();
        for (String word : words) {
            try {
                files.add(Path.of(word).toAbsolutePath().normalize());
            } catch (InvalidPathException e) {
                throw new UsageException("restore can't take \"" + word + "\" as a path");
            }
        }
        return files;
    }
}
