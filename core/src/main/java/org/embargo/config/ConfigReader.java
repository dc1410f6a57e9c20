package org.embargo.config;

import java.io.IOException;

/**
 * Reads the configuration of a home as a whole. One thread.
 */
public final class ConfigReader {

    private ConfigReader() {}

    /**
     * The configuration of {@code home}.
     *
     * @throws ConfigException with every mistake that was found, not only the first
     * @throws IOException     when a file is there and can't be read
     */
    @SuppressWarnings("DoNotCallSuggester")
    public static EmbargoConfig read(Home home) throws ConfigException, IOException {
        throw new UnsupportedOperationException();
    }
}
