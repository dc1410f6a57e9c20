package org.embargo.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.embargo.config.HoldFolder;
import org.embargo.config.Holds;
import org.embargo.model.CaseId;

/** Puts a case, or all, on hold by a file that a server obeys, running or not, and takes that back. */
final class Hold implements Subcommand {
    private static final String OFF = "--off";
    private static final String ALL = "all";
    private static final int NOT_DONE = 1;

    @Override
    public String usage() {
        return "[--off] CASE|all --home DIR";
    }

    @Override
    public String help() {
        return """
                Puts a case on hold, or all cases: nothing of it leaves to anybody outside the team
                but receipts. Transcripts and mail to the team go on. It is a file in DIR/hold; a
                server that runs obeys it within 5 seconds, one that does not before it sends
                anything. The team is told, encrypted.

                  CASE         such as PYCA-2026-7310; a member's /resume ends its hold as well
                  all          every case, and what belongs to none; /resume does not end that
                  --off        takes the hold back; a hold by a member stays
                  --home DIR   the home of the server
                """;
    }

    @Override
    public int run(List<String> arguments) throws UsageException {
        Arguments parsed = Arguments.parse("hold", arguments, List.of("--home"), List.of(OFF));
        Path home = parsed.home();
        List<String> words = parsed.words(1);
        if (words.isEmpty()) {
            throw new UsageException("hold wants a case or the word all; embargo hold --help tells what there is");
        }
        Optional<CaseId> id = id(words.get(0));
        if (!Files.isDirectory(home.resolve("conf"))) {
            throw new UsageException(home + " is no home: it has no folder conf");
        }
        HoldFolder holds = new HoldFolder(new org.embargo.config.Home(home));
        try {
            return parsed.has(OFF) ? lift(home, holds, id) : hold(home, holds, id);
        } catch (IOException e) {
            throw new UsageException("the home " + home + " can't be used: " + FileTrouble.words(e));
        }
    }

    /** Empty for all. */
    private static Optional<CaseId> id(String word) throws UsageException {
        if (word.equals(ALL)) {
            return Optional.empty();
        }
        Optional<CaseId> id = CaseId.parse(word);
        if (id.isEmpty()) {
            throw new UsageException(
                    "\"" + word + "\" is no case id, which is written PREFIX-YEAR-NUMBER as in PYCA-2026-7310,"
                            + " and not the word all; nothing was done");
        }
        return id;
    }

    private static int hold(Path home, HoldFolder holds, Optional<CaseId> id) throws IOException, UsageException {
        boolean news = holds.hold(id);
        System.out.println(name(id) + (news ? " on hold now" : " on hold already") + " by " + holds.file(id)
                + (id.isPresent() ? ": nothing of it leaves" : ": nothing leaves")
                + " to anybody outside the team but receipts.");
        System.out.println(RunningServer.of(home)
                .map(pid -> "The server (process " + pid + ") obeys within 5 seconds and tells the team.")
                .orElse("No server runs on this home; the next one obeys before it sends anything."));
        if (id.isPresent()) {
            System.out.println("Whether there is such a case is not looked up; the log says so if there is none.");
        }
        System.out.println("To undo it: embargo hold --off " + word(id) + " --home " + home
                + (id.isPresent() ? ", or a member's /resume." : ". A member's /resume does not end it."));
        return 0;
    }

    private static int lift(Path home, HoldFolder holds, Optional<CaseId> id) throws IOException, UsageException {
        if (!holds.lift(id)) {
            System.err.println("embargo: there is no " + holds.file(id) + ", nothing was done"
                    + (id.isPresent() ? "; a hold by a member ends by /resume" : ""));
            return NOT_DONE;
        }
        Holds left = holds.read();
        System.out.println(name(id) + " not held any more by the server's operator.");
        if (left.all().isPresent()) {
            System.out.println("All cases are still held, by other files in "
                    + holds.file(id).getParent() + ".");
        } else if (id.isEmpty() && !left.cases().isEmpty()) {
            System.out.println("Still held one by one: "
                    + left.cases().stream().map(CaseId::toString).sorted().collect(Collectors.joining(", ")) + ".");
        }
        System.out.println(RunningServer.of(home)
                .map(pid -> "What was kept back leaves within a minute, unless a member holds it.")
                .orElse("No server runs on this home; the next one takes note of it."));
        return 0;
    }

    private static String name(Optional<CaseId> id) {
        return id.map(each -> each + " is").orElse("All cases are");
    }

    private static String word(Optional<CaseId> id) {
        return id.map(CaseId::toString).orElse(ALL);
    }
}
