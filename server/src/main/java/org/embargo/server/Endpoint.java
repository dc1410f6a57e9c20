package org.embargo.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A host and a port, as they stand on the command line. */
record Endpoint(String host, int port) {
    private static final Pattern FORM = Pattern.compile("([^:\\s]+):(\\d{1,5})");
    private static final int LAST_PORT = 65_535;

    static Endpoint parse(String option, String text) throws UsageException {
        Matcher matcher = FORM.matcher(text);
        int port = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
        if (port < 1 || port > LAST_PORT) {
            throw new UsageException(option + " wants HOST:PORT, such as 127.0.0.1:2525, not \"" + text + "\"");
        }
        return new Endpoint(matcher.group(1), port);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
