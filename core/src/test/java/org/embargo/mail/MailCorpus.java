package org.embargo.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.CertificateDirectory;
import org.embargo.openpgp.DeskKeys;
import org.embargo.openpgp.SecretKeyException;

/**
 * The corpus of OpenPGP mails with its keys: the one in the test resources, or the folder that the system property
 * {@code embargo.corpus} names.
 */
final class MailCorpus {

    private static final MailCorpus HERE = read(folderInResources());

    private final Path folder;
    private final JsonNode manifest;
    private final DeskKeys keys;
    private final CertificateDirectory registered;

    private MailCorpus(Path folder) throws IOException, SecretKeyException {
        this.folder = folder;
        this.manifest =
                new ObjectMapper().readTree(folder.resolve("manifest.json").toFile());
        this.keys = readKeys();
        this.registered = CertificateDirectory.of(certificates("keys/registered"));
    }

    /** The one in the test resources. */
    static MailCorpus here() {
        return HERE;
    }

    /** The one asked for on the command line, if any. */
    static MailCorpus asked() {
        String elsewhere = System.getProperty("embargo.corpus", "");
        return elsewhere.isBlank() ? HERE : read(Path.of(elsewhere));
    }

    DeskKeys keys() {
        return keys;
    }

    CertificateDirectory registered() {
        return registered;
    }

    List<JsonNode> messages() {
        List<JsonNode> messages = new ArrayList<>();
        manifest.get("messages").forEach(messages::add);
        return messages;
    }

    JsonNode message(String id) {
        return messages().stream()
                .filter(each -> each.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    RawMail raw(JsonNode message) {
        return Mails.raw(bytes(message.get("file").asText()));
    }

    RawMail raw(String id) {
        return raw(message(id));
    }

    /** Of the key called {@code name} in the manifest. */
    String fingerprint(String name) {
        return manifest.get("keys").get(name).get("fingerprint").asText();
    }

    byte[] bytes(String file) {
        try {
            return Files.readAllBytes(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Certificate certificate(String file) {
        return Certificate.readAll(bytes(file)).get(0);
    }

    private List<Certificate> certificates(String under) throws IOException {
        List<Certificate> read = new ArrayList<>();
        for (Path file : files(under)) {
            read.addAll(Certificate.readAll(Files.readAllBytes(file)));
        }
        return read;
    }

    private DeskKeys readKeys() throws IOException, SecretKeyException {
        List<byte[]> secret = new ArrayList<>();
        for (Path file : files("keys/project-secret")) {
            secret.add(Files.readAllBytes(file));
        }
        List<char[]> passphrases = new ArrayList<>();
        manifest.get("keys")
                .forEach(key -> passphrases.add(key.get("passphrase").asText().toCharArray()));
        passphrases.removeIf(passphrase -> passphrase.length == 0);
        return DeskKeys.read(secret.get(0), secret.subList(1, secret.size()), passphrases);
    }

    private List<Path> files(String under) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(under))) {
            return files.sorted().toList();
        }
    }

    private static MailCorpus read(Path folder) {
        try {
            return new MailCorpus(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SecretKeyException e) {
            throw new IllegalStateException("the corpus has a key that can't be read", e);
        }
    }

    private static Path folderInResources() {
        try {
            return Path.of(Objects.requireNonNull(MailCorpus.class.getResource("/corpus"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("test resources are no folder", e);
        }
    }
}
