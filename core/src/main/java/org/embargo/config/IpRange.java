package org.embargo.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IP address, or all that begin with the same bits; nothing here is ever looked up.
 *
 * @param first any address of the range
 * @param bits  how many bits at the beginning all its addresses share
 */
public record IpRange(InetAddress first, int bits) {

    private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f:.]+)(?:/(\\d{1,3}))?");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");

    public IpRange {
        Objects.requireNonNull(first, "first");
        if (bits < 0 || bits > first.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("no range of " + bits + " bits");
        }
    }

    /** The range that {@code text} is, {@code ADDRESS} or {@code ADDRESS/BITS}; empty where it is none. */
    public static Optional<IpRange> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        return address(form.group(1)).flatMap(address -> {
            int most = address.getAddress().length * Byte.SIZE;
            int bits = Optional.ofNullable(form.group(2)).map(Integer::valueOf).orElse(most);
            return bits <= most ? Optional.of(new IpRange(address, bits)) : Optional.empty();
        });
    }

    /** The address that {@code text} is, a zone ({@code %eth0}) left out; empty where it is none. */
    public static Optional<InetAddress> address(String text) {
        String literal = text.replaceFirst("%.*$", "");
        if (!IPV4.matcher(literal).matches() && !literal.matches("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException noLiteral) {
            return Optional.empty();
        }
    }

    /** Whether the address that {@code ip} is lies in here. */
    public boolean contains(String ip) {
        return address(ip).filter(this::contains).isPresent();
    }

    private boolean contains(InetAddress address) {
        byte[] own = first.getAddress();
        byte[] other = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((own[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
