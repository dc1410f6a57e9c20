package org.embargo.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail of the corpus, with what its manifest says of it.
 *
 * @param id   its short name
 * @param said its entry there
 * @param text as it stands in its file, a character for each byte
 */
record CorpusMail(String id, JsonNode said, String text) {
    private static final Pattern FROM = Pattern.compile("(?m)^From: (?:.*<)?([^<>\r\n]+)>?\r?$");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?mi)^Message-ID: .*$");

    static Path corpus() {
        return ServerProcess.installation().resolve("core/src/test/resources/corpus");
    }

    static List<CorpusMail> all() throws IOException {
        List<CorpusMail> all = new ArrayList<>();
        JsonNode manifest =
                new ObjectMapper().readTree(corpus().resolve("manifest.json").toFile());
        for (JsonNode message : manifest.get("messages")) {
            Path file = corpus().resolve(message.get("file").asText());
            all.add(new CorpusMail(
                    message.get("id").asText(), message, Files.readString(file, StandardCharsets.ISO_8859_1)));
        }
        return all;
    }

    /** Whom it names as its author. */
    String from() {
        Matcher from = FROM.matcher(text);
        if (!from.find()) {
            throw new IllegalStateException(id + " names no author");
        }
        return from.group(1);
    }

    /** Who signed it, the first part of his address; empty where nobody known did. */
    String signer() {
        return said.get("signer").asText("");
    }

    /** It is one signature and nothing else, good, by somebody known. */
    boolean isWhole() {
        Set<String> states = new HashSet<>(Set.of(said.get("signature").asText()));
        said.get("signature_accept").forEach(each -> states.add(each.asText()));
        return states.contains("good")
                && said.get("signature_covers").asText().equals("whole")
                && said.get("expect").asText().equals("ok")
                && !said.has("signatures");
    }

    /** In this author's name, whoever signed it, and with this Message-ID. */
    String by(String author, String messageId) {
        String named = from().equals(author) ? text : text.replaceFirst("(?m)^From: .*$", "From: " + author);
        Matcher old = MESSAGE_ID.matcher(named);
        String line = "Message-ID: " + messageId;
        return old.find() ? old.replaceFirst(line) : line + "\r\n" + named;
    }

    @Override
    public String toString() {
        return id;
    }
}
