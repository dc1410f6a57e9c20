package org.embargo.patches;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.embargo.config.SshConfig;

/**
 * How git is run.
 *
 * @param program     {@code git}, or where it is
 * @param within      how long one run may take; then it is killed with its children
 * @param outputBytes how much one run may print
 * @param sshIdentity the private key for {@code ssh://}; empty: those that ssh finds by itself
 * @param knownHosts  the keys of hosts; empty: those of the account and of the system
 */
public record GitSettings(
        String program, Duration within, int outputBytes, Optional<Path> sshIdentity, Optional<Path> knownHosts) {

    public static final GitSettings USUAL =
            new GitSettings("git", Duration.ofMinutes(5), 256 << 20, Optional.empty(), Optional.empty());

    public GitSettings {
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(within, "within");
        Objects.requireNonNull(sshIdentity, "sshIdentity");
        Objects.requireNonNull(knownHosts, "knownHosts");
        if (within.isZero() || within.isNegative() || outputBytes < 1) {
            throw new IllegalArgumentException("git needs time, and room for its output");
        }
        Stream.of(sshIdentity, knownHosts).flatMap(Optional::stream).forEach(path -> {
            if (!SshConfig.isPlain(path)) {
                throw new IllegalArgumentException("a path for ssh is absolute and holds no special characters");
            }
        });
    }

    /** With the keys of a desk. */
    public GitSettings by(SshConfig ssh) {
        return new GitSettings(program, within, outputBytes, ssh.key(), ssh.knownHosts());
    }

    public GitSettings within(Duration time) {
        return new GitSettings(program, time, outputBytes, sshIdentity, knownHosts);
    }
}
