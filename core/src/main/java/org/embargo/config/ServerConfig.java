package org.embargo.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.DeskName;

/**
 * What concerns the server as a whole. Secrets are named by file and read where they are used.
 *
 * @param mailSizeLimitBytes    larger mails are refused in the SMTP dialogue
 * @param clockTolerance        a jump of the clock beyond it stops what can't be undone
 * @param hostName              the name the server calls itself; empty: the machine's own
 * @param keystore              PKCS#12 with key and certificate for STARTTLS
 * @param ownKeystore           whether the operator brought it; otherwise one is made where it is missing
 * @param sealingSecretFile     where the secret lies that seals everything at rest
 * @param passphraseFiles     of the desk keys, one for each desk of the server
 * @param origin                how it is looked up where mails come from
 * @param dkimKeys              by which the letters of a desk are signed; none for a desk whose relay signs, or nobody
 * @param ssh                   how desks reach their repositories; none for a desk that uses what the account has
 */
public record ServerConfig(
        DatabaseConfig database,
        long mailSizeLimitBytes,
        Duration clockTolerance,
        Optional<String> hostName,
        Path keystore,
        Path keystorePasswordFile,
        boolean ownKeystore,
        Path sealingSecretFile,
        Map<DeskName, Path> passphraseFiles,
        OriginConfig origin,
        Map<DeskName, DkimKeyConfig> dkimKeys,
        Map<DeskName, SshConfig> ssh) {

    public ServerConfig {
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(clockTolerance, "clockTolerance");
        Objects.requireNonNull(hostName, "hostName");
        Objects.requireNonNull(keystore, "keystore");
        Objects.requireNonNull(keystorePasswordFile, "keystorePasswordFile");
        Objects.requireNonNull(sealingSecretFile, "sealingSecretFile");
        Objects.requireNonNull(origin, "origin");
        dkimKeys = Map.copyOf(dkimKeys);
        ssh = Map.copyOf(ssh);
        passphraseFiles = Map.copyOf(passphraseFiles);
    }

    /** How the desk reaches its repository by ssh. */
    public SshConfig ssh(DeskName desk) {
        return ssh.getOrDefault(desk, SshConfig.USUAL);
    }

    /** Where the passphrase of the desk's secret key lies, or would lie. */
    public Path passphraseFile(DeskName desk) {
        return Optional.ofNullable(passphraseFiles.get(desk))
                .orElseThrow(() -> new IllegalArgumentException("no desk " + desk));
    }
}
