package org.embargo.openpgp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The corpus of OpenPGP mails, read at the level of packets and armored blocks. */
final class Corpus {

    private static final Path FOLDER = folder();

    private Corpus() {}

    private static Path folder() {
        String configured = System.getProperty("embargo.corpus", "");
        return configured.isEmpty() ? Path.of("src/test/resources/corpus") : Path.of(configured);
    }

    static Stream<JsonNode> messages() {
        try {
            JsonNode manifest =
                    new ObjectMapper().readTree(FOLDER.resolve("manifest.json").toFile());
            return StreamSupport.stream(manifest.get("messages").spliterator(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String file) {
        return new String(bytes(file), StandardCharsets.ISO_8859_1);
    }

    static byte[] mail(String id) {
        return messages()
                .filter(each -> each.get("id").asText().equals(id))
                .map(each -> bytes(each.get("file").asText()))
                .findFirst()
                .orElseThrow();
    }

    /** The present key and all former ones, the one with the passphrase among them. */
    static DeskKeys projectKeys() throws SecretKeyException {
        List<byte[]> former = new ArrayList<>();
        for (String name : List.of("ecc", "p256", "bp", "locked", "retired", "v6")) {
            former.add(bytes("keys/project-secret/project-" + name + ".asc"));
        }
        return DeskKeys.read(
                bytes("keys/project-secret/project-rsa.asc"),
                former,
                List.of("correct horse battery staple".toCharArray()));
    }

    static Certificate registered(String name) throws CertificateFormatException {
        return Certificate.read(bytes("keys/registered/" + name + ".asc"));
    }

    static CertificateDirectory registered() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("keys/registered"))) {
            return CertificateDirectory.of(
                    files.flatMap(file -> read(file).stream()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Certificate> read(Path file) {
        try {
            return Certificate.readAll(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
