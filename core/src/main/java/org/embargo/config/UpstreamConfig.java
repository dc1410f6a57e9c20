package org.embargo.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.ReleaseVersion;

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

    /** Whether {@code author} is whom {@link #from} means. */
    public boolean isFrom(Address author) {
        return from.startsWith("*@")
                ? author.domain().equals(from.substring(2).toLowerCase(Locale.ROOT))
                : author.canonical().equals(from.toLowerCase(Locale.ROOT));
    }

    /** Whether {@code release} belongs to one of the {@link #series} that concern the project. */
    public boolean concerns(ReleaseVersion release) {
        return series.isEmpty() || series.stream().anyMatch(each -> isIn(each, release.text()));
    }

    /** Of series 1.1.1 are 1.1.1, 1.1.1.2 and 1.1.1w, and not 1.1.10. */
    private static boolean isIn(String one, String version) {
        String rest = version.startsWith(one) ? version.substring(one.length()) : "0";
        return rest.isEmpty() || !Character.isDigit(rest.charAt(0));
    }

    /** What must hold before an announcement starts a clock. */
    public enum Proof {
        DKIM,
        SIGNATURE,
        NONE
    }
}
