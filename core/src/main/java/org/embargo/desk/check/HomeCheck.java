package org.embargo.desk.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.embargo.config.ConfigException;
import org.embargo.config.ConfigReader;
import org.embargo.config.DeskConfig;
import org.embargo.config.EmbargoConfig;
import org.embargo.config.HoldFolder;
import org.embargo.config.Holds;
import org.embargo.config.Home;
import org.embargo.desk.check.CheckFinding.Level;
import org.embargo.letters.TemplateException;
import org.embargo.letters.Templates;
import org.embargo.model.CaseId;
import org.embargo.model.DurationText;

/**
 * Looks through a home for what would stop a start, lose a mail or surprise a team. It changes nothing, and may be used
 * beside a running server. One thread, one use.
 */
public final class HomeCheck {

    private static final String CLOSED = "rwx------";

    private final Home home;
    private final Clock clock;
    private final boolean running;
    private final List<CheckFinding> findings = new ArrayList<>();

    /**
     * Of one home.
     *
     * @param running whether a server works on the home
     */
    public HomeCheck(Path home, Clock clock, boolean running) {
        this.home = new Home(home);
        this.clock = clock;
        this.running = running;
    }

    /** Everything that was found, good and bad, in the order in which it was looked at. */
    public List<CheckFinding> findings() {
        try {
            Optional<EmbargoConfig> config = configuration();
            texts();
            modes();
            holds();
            mailsThatWait();
            if (config.isPresent()) {
                config.get().desks().forEach(this::rehearsal);
                for (DeskConfig desk : config.get().desks()) {
                    findings.addAll(new DeskCheck(config.get(), desk, clock.instant()).findings());
                }
                findings.addAll(new StoreCheck(config.get(), running).findings());
            }
        } catch (IOException e) {
            add(Level.ERROR, "home: can't be read: " + e);
        }
        return List.copyOf(findings);
    }

    /** What is configured, for those who look further; empty where it can't be read, which {@link #findings} tells. */
    public Optional<EmbargoConfig> config() throws IOException {
        try {
            return Optional.of(ConfigReader.read(home));
        } catch (ConfigException e) {
            return Optional.empty();
        }
    }

    private Optional<EmbargoConfig> configuration() throws IOException {
        try {
            EmbargoConfig config = ConfigReader.read(home);
            add(
                    Level.OK,
                    "configuration: " + home.conf() + ", desks: "
                            + config.desks().stream()
                                    .map(desk -> desk.name().value())
                                    .collect(Collectors.joining(", ")));
            return Optional.of(config);
        } catch (ConfigException e) {
            e.problems().forEach(problem -> add(Level.ERROR, "configuration: " + problem));
            return Optional.empty();
        }
    }

    private void texts() throws IOException {
        try {
            Templates.load(home.conf().resolve("letters"));
            add(Level.OK, "letters: the texts in " + home.conf().resolve("letters") + " can be used");
        } catch (TemplateException e) {
            add(Level.ERROR, "letters: " + e.getMessage());
        }
    }

    /** The modes of secrets are read with the configuration. */
    private void modes() throws IOException {
        boolean good = true;
        for (Path folder : List.of(home.folder(), home.secrets())) {
            if (Files.isDirectory(folder)) {
                String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
                if (!mode.equals(CLOSED)) {
                    good = false;
                    add(Level.ERROR, "modes: others may use " + folder + " (" + mode + "); run: chmod 700 " + folder);
                }
            }
        }
        if (good) {
            add(Level.OK, "modes: nobody but the owner may look into " + home.folder());
        }
        if (Files.isDirectory(home.example())) {
            add(
                    Level.WARN,
                    "example: " + home.example()
                            + " holds secret keys of an example desk's members; remove it where mail is in earnest");
        }
    }

    private void holds() {
        Holds holds = new HoldFolder(home).read();
        holds.all().ifPresent(since -> add(Level.WARN, "hold: all cases are held by files in " + home.hold()));
        if (!holds.cases().isEmpty()) {
            add(
                    Level.WARN,
                    "hold: held by files in " + home.hold() + ": "
                            + holds.cases().stream()
                                    .map(CaseId::toString)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        if (holds.all().isEmpty() && holds.cases().isEmpty()) {
            add(Level.OK, "hold: no file holds anything");
        }
    }

    private void mailsThatWait() throws IOException {
        long damaged = count(home.folder().resolve("quarantine"));
        if (damaged > 0) {
            add(
                    Level.ERROR,
                    "intake: " + damaged + " damaged mails in " + home.folder().resolve("quarantine")
                            + "; put them back into " + home.intake() + " from a backup, and remove them there");
        }
        long waiting = count(home.intake());
        Level level = waiting > 0 && running ? Level.WARN : Level.OK;
        add(level, "intake: " + waiting + " mails wait to be taken in");
    }

    private static long count(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private void rehearsal(DeskConfig desk) {
        if (desk.isRehearsal()) {
            add(
                    Level.WARN,
                    "desk " + desk.name() + ": rehearsal: advance-notice = "
                            + DurationText.print(desk.clocks().advanceNotice()) + ", acknowledge-within = "
                            + DurationText.print(desk.clocks().acknowledgeWithin())
                            + "; one of them is below one hour, which is for trying out");
        }
    }

    private void add(Level level, String text) {
        findings.add(new CheckFinding(level, text));
    }
}
