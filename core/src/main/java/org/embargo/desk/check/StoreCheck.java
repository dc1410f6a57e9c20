package org.embargo.desk.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.embargo.backup.HomeBackup;
import org.embargo.config.EmbargoConfig;
import org.embargo.config.Home;
import org.embargo.desk.DeskStart;
import org.embargo.desk.check.CheckFinding.Level;
import org.embargo.model.DeskName;
import org.embargo.store.JournalDamage;
import org.embargo.store.OutboxState;
import org.embargo.store.Store;
import org.embargo.store.StoreException;
import org.embargo.store.StoreStartException;

/** Looks at the sealing secret and the database, as far as a running server lets anybody. */
final class StoreCheck {

    private final EmbargoConfig config;
    private final Home home;
    private final boolean running;
    private final List<CheckFinding> findings = new ArrayList<>();

    StoreCheck(EmbargoConfig config, boolean running) {
        this.config = config;
        this.home = config.home();
        this.running = running;
    }

    List<CheckFinding> findings() {
        boolean embedded = config.server().database().embedded().isPresent();
        if (Files.notExists(home.witness().resolve("sealing.tag"))) {
            add(Level.OK, "database: nothing was ever kept here; serve makes it");
            return findings;
        }
        copyOfSecret();
        if (embedded && Files.notExists(home.database())) {
            add(
                    Level.ERROR,
                    "database: " + home.database() + " is missing, and this home had one; put it back from your"
                            + " backup");
        } else if (embedded && running) {
            add(Level.OK, "database: the running server has it to itself; stop it to have the journal checked");
        } else {
            database();
        }
        return findings;
    }

    /** Nobody can know whether there is a copy, but he who made it. */
    private void copyOfSecret() {
        Path secret = config.server().sealingSecretFile();
        Path word = HomeBackup.copied(secret);
        if (Files.exists(word)) {
            add(Level.OK, "sealing secret: " + word + " says that there is a copy in another place");
        } else {
            add(
                    Level.WARN,
                    "sealing secret: without " + secret + " nobody can read what this home keeps. Run: embargo"
                            + " backup --secrets FILE --home " + home.folder() + ", and keep FILE in another place than"
                            + " the backups. If you made a copy otherwise, say so: touch " + word);
        }
    }

    private void database() {
        try (Store store = Store.inspect(DeskStart.settings(config), running)) {
            List<DeskName> desks = store.reading(tx -> tx.journal().desks());
            add(Level.OK, "database: it can be reached, its schema and secret are right");
            desks.forEach(desk -> desk(store, desk));
            int held = store.reading(tx -> tx.outbox().count(OutboxState.HELD));
            if (held > 0) {
                add(
                        Level.WARN,
                        "outbox: " + held + " letters can't be sent before somebody acts; the team was told which");
            }
        } catch (StoreStartException | StoreException e) {
            add(Level.ERROR, "database: " + e.getMessage());
        }
    }

    private void desk(Store store, DeskName desk) {
        Optional<JournalDamage> damage = store.verify(desk);
        if (damage.isPresent()) {
            add(Level.ERROR, "journal: " + damage.get());
        } else {
            add(Level.OK, "journal: every line of desk " + desk + " is genuine, and its end is as the witness saw it");
        }
        if (config.desk(desk).isEmpty()) {
            add(
                    Level.ERROR,
                    "desk " + desk + ": it has cases and is not configured: its steps and letters wait until it"
                            + " is");
        }
    }

    private void add(Level level, String text) {
        findings.add(new CheckFinding(level, text));
    }
}
