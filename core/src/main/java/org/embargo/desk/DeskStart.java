package org.embargo.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.embargo.config.ConfigException;
import org.embargo.config.ConfigReader;
import org.embargo.config.DatabaseConfig;
import org.embargo.config.DeskConfig;
import org.embargo.config.EmbargoConfig;
import org.embargo.config.ExampleDesk;
import org.embargo.config.HoldFolder;
import org.embargo.config.Home;
import org.embargo.config.HomeFiller;
import org.embargo.content.SpoolFolder;
import org.embargo.desk.delivery.SigningPostman;
import org.embargo.desk.keys.DeskKeyFiles;
import org.embargo.desk.keys.DeskKeyRing;
import org.embargo.desk.keys.ExampleKeys;
import org.embargo.desk.keys.StartException;
import org.embargo.desk.open.Desks;
import org.embargo.desk.open.OpenDesk;
import org.embargo.letters.TemplateException;
import org.embargo.letters.Templates;
import org.embargo.model.DeskName;
import org.embargo.model.Randomness;
import org.embargo.outbox.Postman;
import org.embargo.patches.WorkFolder;
import org.embargo.store.Store;
import org.embargo.store.StoreSettings;
import org.embargo.store.StoreStartException;

/** Brings the desks of a home up, or says what must be mended first. One thread, once. */
public final class DeskStart {

    private final Home home;
    private final Clock clock;
    private final LongSupplier ticks;
    private final Randomness randomness = Randomness.secure();

    DeskStart(Path home, Clock clock, LongSupplier ticks) {
        this.home = new Home(home);
        this.clock = clock;
        this.ticks = ticks;
    }

    Workshop open(Postman postman) {
        try {
            EmbargoConfig config = configuration();
            SpoolFolder spools = new SpoolFolder(home.spool());
            spools.empty();
            WorkFolder git = new WorkFolder(home.git());
            git.empty();
            Templates templates = Templates.load(home.conf().resolve("letters"));
            Postman signing = SigningPostman.before(postman, config, config::deskAddress);
            Store store = Store.open(settings(config));
            return new Workshop(
                    desks(config, store, templates), templates, spools, randomness, clock, ticks, signing, git);
        } catch (ConfigException | TemplateException | StoreStartException e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new StartException("the home " + home.folder() + " can't be used: " + e.getMessage(), e);
        }
    }

    private EmbargoConfig configuration() throws IOException, ConfigException {
        HomeFiller filler = new HomeFiller(home);
        filler.fill();
        Optional<ExampleDesk> example = filler.beginExample();
        if (example.isPresent()) {
            new ExampleKeys(example.get(), randomness, clock).make();
        }
        return ConfigReader.read(home);
    }

    public static StoreSettings settings(EmbargoConfig config) {
        DatabaseConfig database = config.server().database();
        return new StoreSettings(
                config.home().folder(),
                database.embedded().isPresent() ? Optional.empty() : Optional.of(database.url()),
                database.user(),
                database.passwordFile(),
                config.server().sealingSecretFile());
    }

    /** The store is closed again where a desk can't be opened, so that the home is free for the next try. */
    private Desks desks(EmbargoConfig config, Store store, Templates templates) throws IOException {
        try {
            Map<DeskName, OpenDesk> open = new HashMap<>();
            for (DeskConfig desk : config.desks()) {
                DeskKeyRing ring = new DeskKeyRing(config, desk, store, randomness, clock);
                open.put(
                        desk.name(),
                        OpenDesk.of(
                                desk,
                                ring.keys(),
                                new DeskKeyFiles(config, desk).team(),
                                new DeskKeyFiles(config, desk).upstreams(),
                                new HoldFolder(home),
                                templates,
                                config.server().clockTolerance()));
            }
            return new Desks(config, open, store);
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }
}
