package org.embargo.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys {@code upstream.NAME.*} of one upstream. */
record UpstreamKeys(
        String name,
        Key<Optional<String>> listId,
        Key<String> from,
        Key<UpstreamConfig.Proof> proof,
        Key<Optional<Path>> certificate,
        Key<List<String>> series,
        Key<Duration> releaseWithin) {

    private static final Pattern FORM = Pattern.compile("upstream\\.([a-z0-9][a-z0-9-]*)\\.[^.]+");

    static UpstreamKeys of(String name) {
        String prefix = "upstream." + name + ".";
        return new UpstreamKeys(
                name,
                Key.of(prefix + "list-id", "", Forms.WORD.orNone()),
                Key.required(prefix + "from", Forms.SENDER),
                Key.of(prefix + "proof", "dkim", Forms.PROOF),
                Key.of(prefix + "certificate", "", Forms.PATH.orNone()),
                Key.of(prefix + "series", "", Forms.VERSION.listOrNone()),
                Key.of(prefix + "release-within", "3d", Forms.DURATION));
    }

    /** One group for each upstream that {@code names} of keys speak of, by name. */
    static List<UpstreamKeys> in(Set<String> names) {
        Set<String> upstreams = new TreeSet<>();
        for (String name : names) {
            Matcher matcher = FORM.matcher(name);
            if (matcher.matches()) {
                upstreams.add(matcher.group(1));
            }
        }
        return upstreams.stream().map(UpstreamKeys::of).toList();
    }

    List<Key<?>> all() {
        return List.of(listId, from, proof, certificate, series, releaseWithin);
    }

    UpstreamConfig read(Settings settings) {
        return new UpstreamConfig(
                name,
                settings.value(listId),
                settings.value(from),
                settings.value(proof),
                settings.value(certificate).map(settings::resolve),
                settings.value(series),
                settings.value(releaseWithin));
    }
}
