package org.embargo.config;

import java.nio.file.Path;
import java.util.Objects;

/**
 * With which key a desk's letters are signed for the domain of its address (DKIM).
 *
 * @param file     RSA key, PKCS#8 in PEM
 * @param selector under which the DNS has the public key, {@code SELECTOR._domainkey.DOMAIN}
 */
public record DkimKeyConfig(Path file, String selector) {

    public DkimKeyConfig {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(selector, "selector");
    }
}
