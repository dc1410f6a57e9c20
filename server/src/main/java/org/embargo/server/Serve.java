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
    public int run(List<String> arguments) throws UsageException {
        ServeOptions options = ServeOptions.parse(arguments);
        try {
            Home home = Home.open(options.home(), options.existing());
            HomeLock lock = HomeLock.take(home);
            TemporaryFolder.ofThisProcess().empty();
            Path installation = Path.of(System.getProperty("embargo.installation", "."));
            new JamesFiller(installation.resolve("conf"), installation.resolve("mailets/target/embargo-extension.jar"))
                    .fill(home);
            JamesProperties.set(home, options);
            return start(home, options, lock);
        } catch (IOException | GeneralSecurityException e) {
            throw new UsageException("the home " + options.home() + " can't be used: " + e);
        }
    }

    private static int start(Home home, ServeOptions options, HomeLock lock) {
        EmbargoServer server = new EmbargoServer(home);
        OrderlyStop.onTermination(() -> {
            server.stop();
            lock.release();
        });
        try {
            server.start();
        } catch (Exception e) {
            System.err.println("embargo: the server does not start: " + StartFailure.reason(e));
            return 1;
        }
        System.out.println("Embargo is ready: SMTP at " + options.smtp() + ", relay " + options.relay() + ", home "
                + home.folder() + System.getProperty("embargo.summary", ""));
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
