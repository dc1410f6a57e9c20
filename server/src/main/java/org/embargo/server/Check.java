package org.embargo.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.embargo.config.DeskConfig;
import org.embargo.config.EmbargoConfig;
import org.embargo.desk.check.CheckFinding;
import org.embargo.desk.check.CheckFinding.Level;
import org.embargo.desk.check.HomeCheck;

/** Looks through a home for what would stop a start, lose a mail or surprise a team. */
final class Check implements Subcommand {
    private static final String RELAY = "--relay";
    private static final int ERRORS = 1;

    @Override
    public String usage() {
        return "--home DIR [--relay HOST:PORT]";
    }

    @Override
    public String help() {
        return """
                Looks at the configuration, keys, certificates, modes of files, the sealing
                secret, the database with its journal, holds, the relay and the repositories.
                It changes nothing, and disturbs no server that runs; what only a stopped server
                can be asked, it says so. One line for each finding: ok, warn or error. The
                status is 1 if there is an error, else 0.

                  --home DIR         the home of the server
                  --relay HOST:PORT  the mail server that takes what the desks send, as given to
                                     serve; it is greeted, and no mail is sent (127.0.0.1:2526)
                """;
    }

    @Override
    public int run(List<String> arguments) throws UsageException {
        Arguments parsed = Arguments.parse("check", arguments, List.of("--home", RELAY), List.of());
        parsed.words(0);
        Path home = parsed.home();
        Endpoint relay = Endpoint.parse(RELAY, parsed.value(RELAY).orElse("127.0.0.1:2526"));
        if (!Files.isDirectory(home.resolve("conf"))) {
            throw new UsageException(home + " is no home: it has no folder conf; serve makes one");
        }
        try {
            List<CheckFinding> findings = findings(home, relay);
            findings.forEach(System.out::println);
            System.out.flush();
            return findings.stream().anyMatch(each -> each.level() == Level.ERROR) ? ERRORS : 0;
        } catch (IOException e) {
            throw new UsageException("the home " + home + " can't be read: " + FileTrouble.words(e)
                    + "; it is closed to all but the user who serves");
        }
    }

    private static List<CheckFinding> findings(Path home, Endpoint relay) throws IOException {
        List<CheckFinding> findings = new ArrayList<>();
        Optional<Long> server = RunningServer.of(home);
        findings.add(new CheckFinding(
                Level.OK,
                server.map(pid -> "server: process " + pid + " runs on " + home)
                        .orElse("server: none runs on " + home)));
        HomeCheck check = new HomeCheck(home, Clock.systemUTC(), server.isPresent());
        findings.addAll(check.findings());
        findings.add(new RelayCheck(relay).finding());
        Optional<EmbargoConfig> config = check.config();
        if (config.isPresent()) {
            findings.add(new KeyStoreCheck(config.get().server(), Clock.systemUTC()).finding());
            for (DeskConfig desk : config.get().desks()) {
                new RepositoryCheck(desk, config.get().server().ssh(desk.name()))
                        .finding()
                        .ifPresent(findings::add);
            }
        }
        return findings;
    }
}
