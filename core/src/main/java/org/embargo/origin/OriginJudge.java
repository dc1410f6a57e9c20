package org.embargo.origin;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.config.IpRange;
import org.embargo.config.OriginConfig;
import org.embargo.mail.Envelope;
import org.embargo.mail.Mailbox;
import org.embargo.mail.OpenedMail;
import org.embargo.mail.Origin;
import org.embargo.mail.RawMail;
import org.embargo.model.Address;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * Finds out by the DNS where a mail comes from. All that is asked about one mail takes no longer than
 * {@link Patience#USUAL}, and nothing that goes wrong is more than an answer that is missing. What the mail itself
 * says of such checks is never looked at. Safe for use by many threads.
 */
public final class OriginJudge {

    private static final Logger LOGGER = LogManager.getLogger(OriginJudge.class);

    private final OriginConfig config;
    private final NameServers servers;
    private final Patience patience;

    public OriginJudge(OriginConfig config) {
        this(config, new Patience());
    }

    OriginJudge(OriginConfig config, Patience patience) {
        this.patience = Objects.requireNonNull(patience, "patience");
        this.config = Objects.requireNonNull(config, "config");
        this.servers = new NameServers(config.nameServers());
    }

    /**
     * Judges {@code mail}, the bytes that {@code opened} was read from.
     *
     * @throws IOException when they can't be read
     */
    public Origin judge(RawMail mail, OpenedMail opened) throws IOException {
        if (!config.checks()) {
            return Origin.NOT_CHECKED;
        }
        Optional<Address> author = opened.outer().author().map(Mailbox::address);
        Inquiry inquiry = servers.inquiry(patience.next());
        try {
            DkimCheck.Finding dkim = dkim(mail, author, inquiry);
            return new Origin(dkim.signers(), dkim.alignedSigner(), dkim.state(), spf(mail, author, inquiry));
        } finally {
            patience.spent(inquiry.waitedNanos());
        }
    }

    /**
     * Whether the mail was delivered by one of {@code hosts}, as {@code list-hosts} names them: by an address that the
     * DNS gives for one of these names, never by what the client calls itself. A missing answer is a no.
     */
    public boolean isDeliveredBy(Envelope envelope, List<String> hosts) {
        String ip = envelope.client().ip();
        if (!config.checks() || config.isForwarder(ip)) {
            return false;
        }
        // these are names of the operator's, whatever the mail says
        Inquiry inquiry = servers.inquiry();
        return hosts.stream().anyMatch(host -> isAddressOf(host, ip, inquiry));
    }

    private static DkimCheck.Finding dkim(RawMail mail, Optional<Address> author, Inquiry inquiry) throws IOException {
        try {
            return DkimCheck.of(mail.content(), author, inquiry);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            // a mistake in a library must not cost a report
            logMistake(mail, e);
            return DkimCheck.Finding.none(Origin.Dkim.NO_ANSWER);
        }
    }

    private Origin.Spf spf(RawMail mail, Optional<Address> author, Inquiry inquiry) {
        Envelope envelope = mail.envelope();
        if (isOurs(envelope.client().ip())) {
            return Origin.Spf.FORWARDED;
        }
        try {
            return SpfCheck.of(envelope, author, inquiry);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            logMistake(mail, e);
            return Origin.Spf.NO_ANSWER;
        }
    }

    /** A host of this machine or its own network stands in no record of others. */
    private boolean isOurs(String ip) {
        Optional<InetAddress> client = IpRange.address(ip);
        return config.isForwarder(ip)
                || client.isEmpty()
                || client.get().isLoopbackAddress()
                || client.get().isSiteLocalAddress()
                || client.get().isLinkLocalAddress();
    }

    private static boolean isAddressOf(String host, String ip, Inquiry inquiry) {
        Optional<InetAddress> client = IpRange.address(ip);
        if (client.isEmpty()) {
            return false;
        }
        if (IpRange.address(host).isPresent()) {
            return client.equals(IpRange.address(host));
        }
        try {
            boolean isIpv4 = client.get().getAddress().length == 4;
            return inquiry.ask(host, isIpv4 ? Type.A : Type.AAAA).stream()
                    .flatMap(record -> address(record).stream())
                    .anyMatch(client.get()::equals);
        } catch (NoAnswerException e) {
            return false;
        }
    }

    private static Optional<InetAddress> address(Record record) {
        if (record instanceof ARecord ipv4) {
            return Optional.of(ipv4.getAddress());
        }
        return record instanceof AAAARecord ipv6 ? Optional.of(ipv6.getAddress()) : Optional.empty();
    }

    private static void logMistake(RawMail mail, Throwable mistake) {
        LOGGER.warn(
                "where mail {} comes from could not be judged because of {}",
                mail.id(),
                mistake.getClass().getName());
    }
}
