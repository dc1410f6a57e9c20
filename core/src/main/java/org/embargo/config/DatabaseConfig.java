package org.embargo.config;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the journal and the outbox are kept.
 *
 * @param url          a JDBC URL without secrets
 * @param embedded     the folder of an embedded Derby; empty for a database server
 * @param user         whom a database server knows us as
 * @param passwordFile what a database server asks for
 */
public record DatabaseConfig(String url, Optional<Path> embedded, Optional<String> user, Optional<Path> passwordFile) {

    public DatabaseConfig {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(embedded, "embedded");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(passwordFile, "passwordFile");
    }

    static DatabaseConfig derby(Path folder) {
        return new DatabaseConfig("jdbc:derby:" + folder, Optional.of(folder), Optional.empty(), Optional.empty());
    }
}
