package org.embargo.origin;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;

/** The recursive name servers that are asked. Safe for use by many threads. */
final class NameServers {

    /** Ten mechanisms of SPF, some of them with several hosts, and the keys of all signatures. */
    static final int MOST_QUESTIONS = 40;

    private final List<SimpleResolver> resolvers;

    /** @param servers none means those that the machine itself asks */
    NameServers(List<InetSocketAddress> servers) {
        List<InetSocketAddress> asked =
                servers.isEmpty() ? ResolverConfig.getCurrentConfig().servers() : servers;
        this.resolvers = asked.stream().map(NameServers::resolver).toList();
    }

    /** The questions about one mail; the time for them begins now. */
    Inquiry inquiry() {
        return inquiry(Patience.USUAL);
    }

    /** As above, for no longer than {@code patience}. */
    Inquiry inquiry(Duration patience) {
        return new Inquiry(resolvers, patience, MOST_QUESTIONS);
    }

    private static SimpleResolver resolver(InetSocketAddress server) {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setTimeout(Patience.USUAL);
        return resolver;
    }
}
