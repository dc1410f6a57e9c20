package org.embargo.config;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a desk reaches its repository by ssh.
 *
 * @param key        the private key; empty: those that ssh finds by itself
 * @param knownHosts the keys of hosts; empty: those of the account and of the system
 */
public record SshConfig(Optional<Path> key, Optional<Path> knownHosts) {

    public static final SshConfig USUAL = new SshConfig(Optional.empty(), Optional.empty());

    /** Anything else would need quoting in ssh's configuration. */
    private static final Pattern PLAIN = Pattern.compile("/[A-Za-z0-9 /._,@+=:-]*");

    public SshConfig {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(knownHosts, "knownHosts");
    }

    /** Whether the path can stand in ssh's configuration. */
    public static boolean isPlain(Path file) {
        return PLAIN.matcher(file.toString()).matches();
    }
}
