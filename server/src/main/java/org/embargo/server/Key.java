package org.embargo.server;

import java.io.IOException;
import java.util.List;
import org.embargo.desk.keys.NoKeyException;
import org.embargo.desk.keys.PublishedKeys;

/** Prints what a desk publishes: its certificate and fingerprint. */
final class Key implements Subcommand {
    private static final int NO_KEY = 1;

    @Override
    public String usage() {
        return "[DESK] --home DIR";
    }

    @Override
    public String help() {
        return """
                Prints the OpenPGP certificate of a desk, its fingerprint above it as a comment,
                so that it can go to a file, a web site or gpg --import as it is.

                  DESK         the desk's name, that of its folder in DIR/conf/desks;
                               without it, all desks
                  --home DIR   the home of the server, which may run meanwhile
                """;
    }

    @Override
    public int run(List<String> arguments) throws UsageException {
        Arguments parsed = Arguments.parse("key", arguments, List.of("--home"), List.of());
        PublishedKeys keys = new PublishedKeys(parsed.home());
        try {
            List<String> named = parsed.words(1);
            return print(keys, named.isEmpty() ? keys.desks() : named);
        } catch (NoKeyException e) {
            System.err.println("embargo: " + e.getMessage());
            return NO_KEY;
        } catch (IOException e) {
            throw new UsageException("the home " + parsed.home() + " can't be read: " + FileTrouble.words(e)
                    + "; it is closed to all but the user who serves");
        }
    }

    /** A desk without a key does not keep back the others. */
    private static int print(PublishedKeys keys, List<String> desks) throws IOException {
        int status = 0;
        for (String desk : desks) {
            try {
                System.out.print(keys.of(desk).text());
            } catch (NoKeyException e) {
                System.err.println("embargo: " + e.getMessage());
                status = NO_KEY;
            }
        }
        System.out.flush();
        return status;
    }
}
