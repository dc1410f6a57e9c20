package org.embargo.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A host and a port, as they stand on the command line. */
record Endpoint(String host, int port) {
    private static final Pattern FORM = Pattern.compile("([^:\\s]+):(\\d{1,5})");
    private static final int LAST_PORT = 65_535;

    static Endpoint parse(String option, String text) throws UsageException {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > LAST_PORT) {
            throw new UsageException(option + " wants HOST:PORT, not \"" + text + "\"");
        }
        return new Endpoint(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
