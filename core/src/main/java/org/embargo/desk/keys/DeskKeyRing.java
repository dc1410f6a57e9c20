package org.embargo.desk.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Arrays;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.config.DeskConfig;
import org.embargo.config.DeskFolder;
import org.embargo.config.EmbargoConfig;
import org.embargo.model.Randomness;
import org.embargo.openpgp.DeskKeys;
import org.embargo.openpgp.NewDeskKey;
import org.embargo.store.Store;

/** Reads the keys of one desk; makes its key where there never was one. */
public final class DeskKeyRing {

    private static final Logger LOGGER = LogManager.getLogger(DeskKeyRing.class);

    private final DeskKeyFiles files;
    private final DeskConfig desk;
    private final DeskFolder folder;
    private final Store store;
    private final Randomness randomness;
    private final Clock clock;

    public DeskKeyRing(EmbargoConfig config, DeskConfig desk, Store store, Randomness randomness, Clock clock) {
        this.files = new DeskKeyFiles(config, desk);
        this.desk = desk;
        this.folder = config.folder(desk);
        this.store = store;
        this.randomness = randomness;
        this.clock = clock;
    }

    /**
     * The desk's keys, unlocked.
     *
     * @throws StartException when the key of a desk that had one is gone, or can't be unlocked
     */
    public DeskKeys keys() throws IOException {
        boolean known = store.reading(tx -> tx.desks().isKnown(desk.name()));
        if (folder.secretKey().isEmpty()) {
            if (known || !folder.hasNoKey()) {
                throw new StartException("desk " + desk.name() + " has lost its secret key: put it back as "
                        + folder.secretKeyFile() + ". A new one is made only for a desk that never had a key.");
            }
            makeKey();
        }
        DeskKeys keys = files.read();
        store.inTransaction(tx -> {
            tx.desks().remember(desk.name(), clock.instant());
            return true;
        });
        return keys;
    }

    /** The passphrase is kept first: a key nobody can unlock would be worse than none. */
    private void makeKey() throws IOException {
        if (!Files.exists(files.passphraseFile()) && files.passphrases().isEmpty()) {
            SecretFile.write(files.passphraseFile(), randomness.token().value() + "\n");
        }
        char[] passphrase = files.passphrases().stream()
                .findFirst()
                .orElseThrow(() -> new StartException("the key of desk " + desk.name() + " is to be made, and "
                        + files.passphraseFile() + " holds no passphrase: write one, or remove the file"));
        NewDeskKey made =
                NewDeskKey.generate(desk.project() + " security", desk.address(), passphrase, clock.instant());
        Arrays.fill(passphrase, '\0');
        SecretFile.write(folder.secretKeyFile(), made.secret());
        LOGGER.info(
                "made a key for desk {}: {}",
                desk.name(),
                made.certificate().fingerprint().spaced());
    }
}
