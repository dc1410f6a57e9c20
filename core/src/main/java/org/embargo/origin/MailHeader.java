package org.embargo.origin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.jdkim.api.Headers;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.dom.address.MailboxList;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;
import org.embargo.model.Address;

/**
 * The header of a mail as its signers saw it: the bytes of each field, in order. A field whose name is written with blanks
 * before the colon counts like any other, since some readers take it so.
 */
final class MailHeader implements Headers {

    static final int LONGEST_BYTES = 1 << 18;

    /** More are left out: each costs a look-up and a verification. */
    static final int MOST_SIGNATURES = 8;

    /** A longer one is left out; RSA-4096 with a long list of fields needs about 2,000. */
    static final int LONGEST_SIGNATURE = 1 << 13;

    private static final String SIGNATURE = "dkim-signature";

    private final List<String> fields = new ArrayList<>();
    private final Map<String, List<String>> byName = new HashMap<>();

    private MailHeader() {}

    /**
     * Reads up to and with the empty line, so that the body is what is left in {@code mail}; empty where the header is
     * longer than anybody's.
     */
    static Optional<MailHeader> read(InputStream mail) throws IOException {
        MailHeader header = new MailHeader();
        StringBuilder field = new StringBuilder();
        int left = LONGEST_BYTES;
        for (byte[] line = line(mail, left); !isEnd(line); line = line(mail, left)) {
            left -= line.length;
            if (left <= 0) {
                return Optional.empty();
            }
            if (line[0] != ' ' && line[0] != '\t') {
                header.add(field);
                field.setLength(0);
            }
            // the library turns it into bytes again in the same charset
            field.append(new String(line, Charset.defaultCharset()));
        }
        header.add(field);
        return Optional.of(header);
    }

    @Override
    public List<String> getFields() {
        return List.copyOf(fields);
    }

    @Override
    public List<String> getFields(String name) {
        return byName.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    boolean hasSignatures() {
        return !getFields(SIGNATURE).isEmpty();
    }

    /** Whether its From is a single field with {@code author} alone, read as whoever signed it would. */
    boolean names(Address author) {
        List<String> from = getFields("from");
        if (from.size() != 1) {
            return false;
        }
        String value = from.get(0).substring(from.get(0).indexOf(':') + 1).replaceAll("[\r\n]", "");
        ByteSequence bytes = ContentUtil.encode(StandardCharsets.UTF_8, value);
        MailboxList mailboxes = LenientAddressParser.DEFAULT
                .parseAddressList(bytes, new ParserCursor(0, bytes.length()))
                .flatten();
        return mailboxes.size() == 1
                && mailboxes.stream()
                        .map(Mailbox::getAddress)
                        .flatMap(address -> Address.parse(address).stream())
                        .anyMatch(author::equals);
    }

    private void add(CharSequence field) {
        String text = field.toString().replaceFirst("\r?\n\\z", "");
        int colon = text.indexOf(':');
        if (colon <= 0) {
            return;
        }
        String name = text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        List<String> sameName = byName.computeIfAbsent(name, unused -> new ArrayList<>());
        boolean tooMuch =
                name.equals(SIGNATURE) && (sameName.size() >= MOST_SIGNATURES || text.length() > LONGEST_SIGNATURE);
        if (!tooMuch) {
            fields.add(text);
            sameName.add(text);
        }
    }

    private static boolean isEnd(byte[] line) {
        return line.length == 0 || line[0] == '\n' || (line.length == 2 && line[0] == '\r' && line[1] == '\n');
    }

    /** With its end; nothing at the end of the mail; never more than {@code most} bytes. */
    private static byte[] line(InputStream in, int most) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = 0;
        while (next != '\n' && line.size() < most) {
            next = in.read();
            if (next < 0) {
                break;
            }
            line.write(next);
        }
        return line.toByteArray();
    }
}
