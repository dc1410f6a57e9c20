package org.embargo.server;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * What {@code serve} was asked for.
 *
 * @param existing whether an empty home is refused instead of filled
 */
record ServeOptions(Path home, Endpoint smtp, Endpoint relay, boolean existing) {

    static ServeOptions parse(List<String> arguments) throws UsageException {
        @Nullable Path home = null;
        Endpoint smtp = new Endpoint("127.0.0.1", 2525);
        Endpoint relay = new Endpoint("127.0.0.1", 2526);
        boolean existing = false;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--home" -> home = Path.of(valueOf(option, rest));
                case "--smtp" -> smtp = Endpoint.parse(option, valueOf(option, rest));
                case "--relay" -> relay = Endpoint.parse(option, valueOf(option, rest));
                case "--existing" -> existing = true;
                default -> throw new UsageException("serve does not know " + option);
            }
        }
        if (home == null) {
            throw new UsageException("serve wants --home DIR");
        }
        return new ServeOptions(home.toAbsolutePath().normalize(), smtp, relay, existing);
    }

    private static String valueOf(String option, Iterator<String> rest) throws UsageException {
        try {
            return rest.next();
        } catch (NoSuchElementException e) {
            throw new UsageException(option + " wants a value");
        }
    }
}
