package org.embargo.patches;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.shell.ProcessShellFactory;

/** A host that serves repositories by ssh with the real git, to one key alone. */
final class SshHost implements AutoCloseable {

    private final SshServer server = SshServer.setUpDefaultServer();
    private final Path knownHosts;
    private final Path identity;

    SshHost(Path folder) throws Exception {
        identity = folder.resolve("id");
        new ProcessBuilder("ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-C", "", "-f", identity.toString())
                .start()
                .waitFor();
        PublicKey client = PublicKeyEntry.parsePublicKeyEntry(
                        Files.readString(folder.resolve("id.pub")).strip())
                .resolvePublicKey(null, Map.of(), PublicKeyEntryResolver.FAILING);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair host = generator.generateKeyPair();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, client));
        server.setCommandFactory((channel, command) ->
                new ProcessShellFactory(command, List.of("/bin/sh", "-c", command)).createShell(channel));
        server.start();
        knownHosts = Files.writeString(
                folder.resolve("known_hosts"),
                "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(host.getPublic()) + "\n");
    }

    URI uri(Path repository) {
        return URI.create("ssh://git@127.0.0.1:" + server.getPort() + repository);
    }

    /** How git is set up for it. */
    GitSettings settings() {
        return new GitSettings(
                "git",
                GitSettings.USUAL.within(),
                GitSettings.USUAL.outputBytes(),
                Optional.of(identity),
                Optional.of(knownHosts));
    }

    /** The same with a host key that is not this host's. */
    GitSettings settingsForAnotherHost() throws IOException {
        Path other = Files.writeString(knownHosts.resolveSibling("other_hosts"), "");
        return new GitSettings(
                "git",
                GitSettings.USUAL.within(),
                GitSettings.USUAL.outputBytes(),
                Optional.of(identity),
                Optional.of(other));
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
