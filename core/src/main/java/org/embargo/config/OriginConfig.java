package org.embargo.config;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * How it is looked up where mails come from (DKIM, SPF).
 *
 * @param checks      whether it is looked up at all
 * @param nameServers who is asked; none means those that the machine itself asks
 * @param forwarders  hosts that hand on mail they got from others: their own address proves nothing of a mail
 */
public record OriginConfig(boolean checks, List<InetSocketAddress> nameServers, List<IpRange> forwarders) {

    public OriginConfig {
        nameServers = List.copyOf(nameServers);
        forwarders = List.copyOf(forwarders);
    }

    /** Whether mail from the host at {@code ip} was handed on for others. */
    public boolean isForwarder(String ip) {
        return forwarders.stream().anyMatch(range -> range.contains(ip));
    }
}
