package org.embargo.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A bundled upstream whose announcements call for releases of our own.
 *
 * @param listId        of the list that announces
 * @param from          who announces: an address, or {@code *@domain}
 * @param proof         what makes an announcement proven
 * @param certificate   whose signature counts, where the proof is one; below the desk's folder
 * @param series        the upstream's series that concern the project; none means all
 * @param releaseWithin until our own release is due
 */
public record UpstreamConfig(
        String name,
        Optional<String> listId,
        String from,
        Proof proof,
        Optional<Path> certificate,
        List<String> series,
        Duration releaseWithin) {

    public UpstreamConfig {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(listId, "listId");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(proof, "proof");
        Objects.requireNonNull(certificate, "certificate");
        series = List.copyOf(series);
        Objects.requireNonNull(releaseWithin, "releaseWithin");
    }

    /** What must hold before an announcement starts a clock. */
    public enum Proof {
        DKIM,
        SIGNATURE,
        NONE
    }
}
