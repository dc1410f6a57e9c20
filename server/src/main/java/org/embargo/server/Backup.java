package org.embargo.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.embargo.backup.BackupException;
import org.embargo.backup.HomeBackup;
import org.embargo.config.ConfigException;
import org.embargo.config.ConfigReader;
import org.embargo.config.EmbargoConfig;

/** Copies a home into one file, while its server runs or not. */
final class Backup implements Subcommand {
    private static final String SECRETS = "--secrets";
    private static final int NOT_DONE = 1;

    @Override
    public String usage() {
        return "FILE --home DIR [--secrets]";
    }

    @Override
    public String help() {
        return """
                Copies everything of a server into one file: configuration, database, mails,
                holds. A server that runs goes on, and is asked to copy its database. The secrets
                of DIR/secrets are left out, so that the file is worth nothing to a thief; copy
                them apart, with --secrets, once and whenever a desk is added, and keep the two
                files in different places. Without the secrets no case can be read again.

                  FILE         is made, for its owner alone; nothing is written over
                  --home DIR   the home of the server
                  --secrets    copies the secrets alone
                """;
    }

    @Override
    public int run(List<String> arguments) throws UsageException {
        Arguments parsed = Arguments.parse("backup", arguments, List.of("--home"), List.of(SECRETS));
        Path home = parsed.home();
        Path file = file(parsed.words(1));
        if (!Files.isDirectory(home.resolve("conf"))) {
            throw new UsageException(home + " is no home: it has no folder conf");
        }
        try {
            HomeBackup backup = new HomeBackup(config(home), () -> runs(home), Clock.systemUTC());
            if (parsed.has(SECRETS)) {
                backup.secrets(file);
                System.out.println("The secrets of " + home + " are in " + file
                        + ": whoever has this file and a backup reads every case. Keep it where no backup lies.");
            } else {
                System.err.println("embargo: copying " + home + " ...");
                backup.data(file);
                System.out.println(
                        "Backup made: " + file + ", " + Files.size(file) / 1024 + " KB, without the secrets.");
            }
            return 0;
        } catch (BackupException e) {
            System.err.println("embargo: no backup was made: " + e.getMessage());
            return NOT_DONE;
        } catch (IOException | UncheckedIOException e) {
            throw new UsageException("no backup was made: " + FileTrouble.words(e));
        }
    }

    private static EmbargoConfig config(Path home) throws IOException, BackupException {
        try {
            return ConfigReader.read(new org.embargo.config.Home(home));
        } catch (ConfigException e) {
            throw new BackupException("the configuration can't be read; embargo check tells what is wrong", e);
        }
    }

    private static boolean runs(Path home) {
        try {
            return RunningServer.of(home).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Absolute. */
    private static Path file(List<String> words) throws UsageException {
        if (words.isEmpty()) {
            throw new UsageException("backup wants the file to make; embargo backup --help tells what there is");
        }
        try {
            return Path.of(words.get(0)).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new UsageException("backup can't take \"" + words.get(0) + "\" as a path");
        }
    }
}
