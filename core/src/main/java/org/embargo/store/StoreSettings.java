package org.embargo.store;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the store lives.
 *
 * @param home         the server's home; database, intake, archive, witness and log lie below it
 * @param databaseUrl  {@code jdbc:postgresql:} and what follows; empty for the embedded database in the home
 * @param user         database user
 * @param passwordFile file that holds the database password alone
 * @param secretFile   file that holds the sealing secret; made where it is missing and nothing was ever sealed
 */
public record StoreSettings(
        Path home, Optional<String> databaseUrl, Optional<String> user, Optional<Path> passwordFile, Path secretFile) {

    public StoreSettings {
        home = home.toAbsolutePath().normalize();
        Objects.requireNonNull(databaseUrl, "databaseUrl");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(passwordFile, "passwordFile");
        Objects.requireNonNull(secretFile, "secretFile");
    }

    /** The embedded database and the secret at their usual places in {@code home}. */
    public static StoreSettings in(Path home) {
        return new StoreSettings(
                home, Optional.empty(), Optional.empty(), Optional.empty(), home.resolve("secrets/sealing.key"));
    }
}
