package org.embargo.desk.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.embargo.config.DeskFolder;
import org.embargo.config.Home;
import org.embargo.model.DeskName;
import org.embargo.openpgp.DeskKeys;
import org.embargo.openpgp.SecretKeyException;

/**
 * What the desks of a home have to publish: the public parts of their present keys. Read from the key files alone, so that
 * it needs no passphrase and no database, and works beside a running server.
 */
public final class PublishedKeys {

    private final Home home;

    public PublishedKeys(Path home) {
        this.home = new Home(home);
    }

    /**
     * The names of all desks, whether they have a key or not.
     *
     * @throws NoKeyException when there is no home or no desk in it
     */
    public List<String> desks() throws IOException, NoKeyException {
        if (!Files.isDirectory(home.folder())) {
            throw new NoKeyException("there is no home " + home.folder());
        }
        List<String> names = home.deskFolders().stream()
                .map(folder -> folder.getFileName().toString())
                .toList();
        if (names.isEmpty()) {
            throw new NoKeyException("no desk in " + home.desks() + ": serve makes an example desk at its first start");
        }
        return names;
    }

    /**
     * The present key of one desk.
     *
     * @throws NoKeyException when there is no such desk, or it has no readable key; the message says what to do
     */
    public PublishedKey of(String desk) throws IOException, NoKeyException {
        List<String> desks = desks();
        if (!desks.contains(desk) || !DeskName.isValid(desk)) {
            throw new NoKeyException(
                    "no desk " + desk + " in " + home.desks() + "; there are: " + String.join(", ", desks));
        }
        DeskFolder folder = home.desk(new DeskName(desk));
        if (folder.secretKey().isEmpty()) {
            throw new NoKeyException("desk " + desk + " has no key yet: serve makes it at the next start."
                    + " If the desk had one, put it back as " + folder.secretKeyFile());
        }
        try {
            return new PublishedKey(desk, DeskKeys.publicPart(Files.readAllBytes(folder.secretKeyFile())));
        } catch (SecretKeyException e) {
            throw new NoKeyException(folder.secretKeyFile() + " can't be read: " + e.getMessage());
        }
    }
}
