package org.embargo.config;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Address;

/**
 * The folder of one desk: its properties, keys and the certificates of its team. Which key may be made is decided
 * elsewhere; here it is only seen what there is.
 *
 * @param folder whose name is the desk's
 */
public record DeskFolder(Path folder) {

    public DeskFolder {
        Objects.requireNonNull(folder, "folder");
    }

    public Path properties() {
        return folder.resolve("desk.properties");
    }

    /** Where the secret key lies, or would lie. */
    public Path secretKeyFile() {
        return folder.resolve("secret.asc");
    }

    /** The secret key's file, if there is one. */
    public Optional<Path> secretKey() {
        return Files.exists(secretKeyFile()) ? Optional.of(secretKeyFile()) : Optional.empty();
    }

    /** The secret keys the desk had before, which still open mail; by name. */
    public List<Path> formerKeys() throws IOException {
        Path former = folder.resolve("former");
        List<Path> keys = new ArrayList<>();
        if (Files.isDirectory(former)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(former, "*.asc")) {
                entries.forEach(keys::add);
            }
        }
        keys.sort(null);
        return List.copyOf(keys);
    }

    /** Whether this desk never had a key, as far as its folder tells; the database may know better. */
    public boolean hasNoKey() throws IOException {
        return secretKey().isEmpty() && formerKeys().isEmpty();
    }

    public Path teamCertificates() {
        return folder.resolve("team");
    }

    /** Where the certificate of {@code member} lies, named as the address is written in {@code team}. */
    public Path teamCertificate(Address member) {
        return teamCertificates().resolve(member.value() + ".asc");
    }
}
