package org.embargo.server;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

/** Runs the server in the foreground until it is told to stop. */
final class Serve implements Subcommand {

    @Override
    public String usage() {
        return "--home DIR [--smtp HOST:PORT] [--relay HOST:PORT] [--existing]";
    }

    @Override
    public String help() {
        return """
                Runs the server in the foreground until SIGTERM or Ctrl-C. It prints a line that
                begins with "Embargo is ready" once mail is accepted.

                  --home DIR         where configuration, secrets, mails and database lie; what is
                                     missing there is filled in, an example desk included
                  --smtp HOST:PORT   where mail comes in (127.0.0.1:2525)
                  --relay HOST:PORT  the mail server that takes what the desks send (127.0.0.1:2526)
                  --existing         refuse an empty home; for service files
                """;
    }

    @Override
    public int run(List<String> arguments) throws UsageException {
        ServeOptions options = ServeOptions.parse(arguments);
        try {
            Home home = Home.open(options.home(), options.existing());
            HomeLock lock = HomeLock.take(home);
            TemporaryFolder temporary = TemporaryFolder.ofThisProcess(home);
            temporary.empty();
            Path installation = Path.of(System.getProperty("embargo.installation", "."));
            new JamesFiller(installation.resolve("conf"), installation.resolve("mailets/target/embargo-extension.jar"))
                    .fill(home);
            JamesProperties.set(home, options);
            return start(home, options, lock, temporary);
        } catch (IOException | GeneralSecurityException e) {
            throw new UsageException("the home " + options.home() + " can't be used: " + FileTrouble.words(e));
        }
    }

    private static int start(Home home, ServeOptions options, HomeLock lock, TemporaryFolder temporary) {
        EmbargoServer server = new EmbargoServer(home);
        OrderlyStop.onTermination(() -> {
            server.stop();
            temporary.remove();
            lock.release();
        });
        try {
            server.start();
        } catch (Exception e) {
            temporary.remove();
            System.err.println("embargo: the server does not start: " + new StartFailure(e).told(home, options));
            return 1;
        }
        System.out.println("Embargo is ready: SMTP at " + options.smtp() + ", relay " + options.relay() + ", home "
                + home.folder() + ", desks: " + System.getProperty("embargo.summary", "none"));
        return awaitTermination();
    }

    /** James's threads may all be daemons: the foreground process is this thread. */
    private static int awaitTermination() {
        while (true) {
            try {
                Thread.currentThread().join();
            } catch (InterruptedException e) {
                return 0;
            }
        }
    }
}
