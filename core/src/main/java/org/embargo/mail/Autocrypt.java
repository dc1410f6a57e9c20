package org.embargo.mail;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.embargo.model.Address;
import org.embargo.openpgp.Certificate;

/** Reads the Autocrypt header (Autocrypt level 1, section 2.1), a claim like any certificate in clear. */
final class Autocrypt {

    private static final int LARGEST = 10 << 10;
    private static final Set<String> KNOWN = Set.of("addr", "keydata", "prefer-encrypt");

    private Autocrypt() {}

    /** The author's certificate; empty in reports, with several authors, and with more than one such header for him. */
    static List<Certificate> certificates(Part root, MailFields fields) {
        if (root.is("multipart/report") || fields.author().isEmpty()) {
            return List.of();
        }
        Address author = fields.author().get().address();
        List<String> keys = root.header().all("autocrypt").stream()
                .filter(header -> header.length() <= LARGEST)
                .flatMap(header -> key(header, author).stream())
                .toList();
        return keys.size() == 1 ? decoded(keys.get(0)) : List.of();
    }

    private static Optional<String> key(String header, Address author) {
        Map<String, String> attributes = new HashMap<>();
        for (String each : header.split(";", -1)) {
            String[] pair = each.split("=", 2);
            attributes.put(pair[0].trim().toLowerCase(Locale.ROOT), pair.length < 2 ? "" : pair[1].trim());
        }
        boolean understood = attributes.keySet().stream()
                .allMatch(name -> KNOWN.contains(name) || name.startsWith("_") || name.isEmpty());
        boolean his = Address.parse(attributes.getOrDefault("addr", ""))
                .filter(author::equals)
                .isPresent();
        return understood && his ? Optional.ofNullable(attributes.get("keydata")) : Optional.empty();
    }

    private static List<Certificate> decoded(String base64) {
        try {
            List<Certificate> read = Certificate.readAll(Base64.getMimeDecoder().decode(base64));
            return read.size() == 1 ? read : List.of();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
