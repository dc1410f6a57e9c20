package org.embargo.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.shell.ProcessShellFactory;

/** A host that serves repositories by ssh with the real git, to one key alone, which it has made for the desk. */
final class GitHost implements AutoCloseable {

    private final SshServer server = SshServer.setUpDefaultServer();
    private final Path key;
    private final Path knownHosts;

    /** @param folder where the desk's key and this host's public one are put */
    GitHost(Path folder) throws Exception {
        key = folder.resolve("git.key");
        knownHosts = folder.resolve("known_hosts");
        new ProcessBuilder("ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-C", "", "-f", key.toString())
                .start()
                .waitFor();
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        PublicKey desk = PublicKeyEntry.parsePublicKeyEntry(
                        Files.readString(folder.resolve("git.key.pub")).strip())
                .resolvePublicKey(null, Map.of(), PublicKeyEntryResolver.FAILING);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair host = generator.generateKeyPair();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setPublickeyAuthenticator((user, offered, session) -> KeyUtils.compareKeys(offered, desk));
        server.setCommandFactory((channel, command) ->
                new ProcessShellFactory(command, List.of("/bin/sh", "-c", command)).createShell(channel));
        server.start();
        Files.writeString(
                knownHosts, "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(host.getPublic()) + "\n");
    }

    String uri(Path repository) {
        return "ssh://git@127.0.0.1:" + server.getPort() + repository;
    }

    /** What {@code conf/embargo.properties} says of it. */
    String settings(String desk) {
        return "desk." + desk + ".ssh.key.file = " + key + "\ndesk." + desk + ".ssh.known-hosts.file = " + knownHosts
                + "\n";
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
