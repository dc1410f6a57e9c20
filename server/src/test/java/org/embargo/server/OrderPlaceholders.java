package org.embargo.server;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What stands in braces in the texts of orders, and for what. One thread. */
final class OrderPlaceholders {
    private static final Pattern DIGEST = Pattern.compile("/approve ([a-z2-7]{26,})");

    private final Map<String, String> digests = new HashMap<>();

    /** Remembers the digest of the preview that this is an answer with. */
    void remember(Order order, String transcript) {
        Matcher digest = DIGEST.matcher(transcript);
        if (digest.find()) {
            digests.put(order.name(), digest.group(1));
        }
    }

    /** With what stands for the placeholders, a character for each byte. */
    String filled(String text, Map<OrderScene, String> cases) {
        String filled = text.replace("{many commands}", "/status\n".repeat(101))
                .replace("{many CVEs}", cves())
                .replace("{long title}", "x".repeat(151))
                .replace("{long}", "x".repeat(100_001))
                .replace(
                        "{turned}", new String("\u202e".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        for (Map.Entry<OrderScene, String> each : cases.entrySet()) {
            filled = filled.replace(each.getKey().placeholder(), each.getValue());
        }
        for (Map.Entry<String, String> each : digests.entrySet()) {
            filled = filled.replace("{digest of " + each.getKey() + "}", each.getValue());
        }
        return filled;
    }

    private static String cves() {
        return IntStream.rangeClosed(1000, 1100)
                .mapToObj(number -> "CVE-2026-" + number)
                .collect(Collectors.joining(" "));
    }
}
