package org.embargo.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.embargo.config.ConfigException;
import org.embargo.config.ConfigReader;
import org.embargo.config.DeskConfig;
import org.embargo.config.EmbargoConfig;
import org.embargo.config.LeaverFolder;
import org.embargo.model.Address;

/** Takes a member off his team by a file that a server obeys, running or not, and takes that back. */
final class Leaver implements Subcommand {
    private static final String OFF = "--off";
    private static final int NOT_DONE = 1;

    @Override
    public String usage() {
        return "[--off] ADDRESS --home DIR";
    }

    @Override
    public String help() {
        return """
                Takes a member off the team, of every desk where he is one: a server that runs obeys
                with the next mail, without a restart, one that does not from its start on. His
                commands and approvals don't count any more, no mail goes to him, and what he
                writes is a stranger's. Those who are left are told, encrypted. It is a file in
                DIR/conf/desks/NAME/left; his certificate stays where it is.

                  ADDRESS      of the member, as the key team of desk.properties has it
                  --off        takes him back
                  --home DIR   the home of the server

                The last member of a desk can't leave.
                """;
    }

    @Override
    public int run(List<String> arguments) throws UsageException {
        Arguments parsed = Arguments.parse("leaver", arguments, List.of("--home"), List.of(OFF));
        Path home = parsed.home();
        List<String> words = parsed.words(1);
        if (words.isEmpty()) {
            throw new UsageException("leaver wants the address of a member; embargo leaver --help tells what there is");
        }
        Optional<Address> member = Address.parse(words.get(0));
        if (member.isEmpty()) {
            throw new UsageException("\"" + words.get(0) + "\" is no mail address; nothing was done");
        }
        if (!Files.isDirectory(home.resolve("conf"))) {
            throw new UsageException(home + " is no home: it has no folder conf");
        }
        try {
            EmbargoConfig config = ConfigReader.read(new org.embargo.config.Home(home));
            return parsed.has(OFF) ? takeBack(home, config, member.get()) : takeOff(home, config, member.get());
        } catch (ConfigException e) {
            throw new UsageException("the configuration can't be read, nothing was done: " + e.getMessage());
        } catch (IOException e) {
            throw new UsageException("the home " + home + " can't be used: " + FileTrouble.words(e));
        }
    }

    private static int takeOff(Path home, EmbargoConfig config, Address member) throws IOException {
        List<DeskConfig> desks = desksOf(config, member);
        if (desks.isEmpty()) {
            return none(member);
        }
        for (DeskConfig desk : desks) {
            if (rest(config, desk, member).isEmpty()) {
                System.err.println("embargo: " + member.value() + " is the last member of desk " + desk.name()
                        + ", which needs one; nothing was done. Put another into its desk.properties and start anew.");
                return NOT_DONE;
            }
        }
        for (DeskConfig desk : desks) {
            LeaverFolder files = new LeaverFolder(config.folder(desk));
            boolean news = files.leave(member);
            System.out.println(member.value() + (news ? " has left desk " : " had left desk ") + desk.name()
                    + (news ? " now" : " already") + " by " + files.file(member) + ".");
            int left = rest(config, desk, member).size();
            if (left < desk.approvals()) {
                System.out.println("Desk " + desk.name() + " has " + left + " members left, and approvals = "
                        + desk.approvals() + ": nothing can be approved until one of the two is changed.");
            }
        }
        System.out.println(RunningServer.of(home)
                .map(pid -> "The server (process " + pid + ") refuses his next mail, and tells the team.")
                .orElse("No server runs on this home; the next one obeys from its start on."));
        System.out.println("When desk.properties is next changed, take him out of its team; his certificate can go"
                + " then too.");
        System.out.println("To undo it: embargo leaver --off " + member.value() + " --home " + home);
        return 0;
    }

    private static int takeBack(Path home, EmbargoConfig config, Address member) throws IOException {
        List<DeskConfig> desks = desksOf(config, member);
        if (desks.isEmpty()) {
            return none(member);
        }
        for (DeskConfig desk : desks) {
            new LeaverFolder(config.folder(desk)).comeBack(member);
            System.out.println(member.value() + " is of the team of desk " + desk.name() + " again.");
        }
        System.out.println(RunningServer.of(home)
                .map(pid -> "The server (process " + pid + ") obeys within 5 seconds and tells the team.")
                .orElse("No server runs on this home; the next one takes note of it."));
        return 0;
    }

    private static int none(Address member) {
        System.err.println("embargo: no desk of this home has a member " + member.value() + "; nothing was done");
        return NOT_DONE;
    }

    private static List<DeskConfig> desksOf(EmbargoConfig config, Address member) {
        return config.desks().stream()
                .filter(desk -> desk.team().contains(member))
                .toList();
    }

    private static Set<Address> rest(EmbargoConfig config, DeskConfig desk, Address member) throws IOException {
        Set<Address> rest = new HashSet<>(desk.team());
        rest.remove(member);
        rest.removeAll(new LeaverFolder(config.folder(desk)).left());
        return rest;
    }
}
