package org.embargo.mail;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.address.MailboxList;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;
import org.embargo.model.Address;
import org.embargo.model.Confidential;
import org.embargo.model.MessageId;

/** Reads the fields that Embargo looks at (RFC 5322 section 3.6) out of a header. Immutable. */
final class FieldReader {

    private static final int LONGEST_SUBJECT = 1_000;
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,250}>");
    private static final Pattern LIST_ID = Pattern.compile("(?s)(?:[^<>]*<)?\\s*([^<>\\s]{1,250})\\s*>?");
    private static final Pattern BULK = Pattern.compile("(?i)bulk|junk|list");

    private final MailLimits limits;

    FieldReader(MailLimits limits) {
        this.limits = limits;
    }

    MailFields read(PartHeader header) {
        List<String> from = header.all("from");
        List<org.apache.james.mime4j.dom.address.Mailbox> authors =
                from.stream().flatMap(FieldReader::mailboxes).toList();
        boolean mayLackFields = header.fields().size() >= limits.fields();
        return new MailFields(
                authors.stream()
                        .limit(limits.recipients())
                        .flatMap(FieldReader::mailbox)
                        .toList(),
                from.size() == 1 && authors.size() == 1 && !mayLackFields,
                recipients(header),
                subject(header),
                header.first("date").flatMap(FieldReader::date),
                ids(header, "message-id").stream().findFirst(),
                ids(header, "in-reply-to"),
                ids(header, "references"),
                header.first("auto-submitted").flatMap(FieldReader::keyword),
                listId(header),
                isBulk(header));
    }

    private List<Address> recipients(PartHeader header) {
        return Stream.concat(header.all("to").stream(), header.all("cc").stream())
                .flatMap(FieldReader::mailboxes)
                .limit(limits.recipients())
                .flatMap(mailbox -> Address.parse(mailbox.getAddress()).stream())
                .toList();
    }

    private static Confidential subject(PartHeader header) {
        String subject = EncodedWords.decode(header.first("subject").orElse(""));
        return new Confidential(subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT)));
    }

    private static Stream<org.apache.james.mime4j.dom.address.Mailbox> mailboxes(String field) {
        ByteSequence bytes = ContentUtil.encode(StandardCharsets.UTF_8, field);
        MailboxList list = LenientAddressParser.DEFAULT
                .parseAddressList(bytes, new ParserCursor(0, bytes.length()))
                .flatten();
        return list.stream();
    }

    private static Stream<Mailbox> mailbox(org.apache.james.mime4j.dom.address.Mailbox mailbox) {
        String name =
                Optional.ofNullable(mailbox.getName()).map(EncodedWords::decode).orElse("");
        return Address.parse(mailbox.getAddress())
                .map(address -> new Mailbox(new Confidential(name), address))
                .stream();
    }

    private static Optional<Instant> date(String field) {
        try {
            Date date = DateTimeFieldLenientImpl.PARSER
                    .parse(new RawField("Date", field), DecodeMonitor.SILENT)
                    .getDate();
            return Optional.ofNullable(date).map(Date::toInstant);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private List<MessageId> ids(PartHeader header, String name) {
        List<MessageId> ids = new ArrayList<>();
        Matcher matcher = MESSAGE_ID.matcher(String.join(" ", header.all(name)));
        while (ids.size() < limits.recipients() && matcher.find()) {
            if (MessageId.isValid(matcher.group())) {
                ids.add(new MessageId(matcher.group()));
            }
        }
        return ids;
    }

    /** Parameters and comments are tolerated (RFC 3834 section 5). */
    private static Optional<String> keyword(String field) {
        String value = ParameterField.parse(field.replaceAll("\\([^)]*\\)", "")).value();
        return value.isBlank() ? Optional.empty() : Optional.of(value.toLowerCase(Locale.ROOT));
    }

    /** Two of them are none: somebody on the way has put another to it. */
    private static Optional<String> listId(PartHeader header) {
        List<String> fields = header.all("list-id");
        Matcher matcher = LIST_ID.matcher(fields.size() == 1 ? fields.get(0).strip() : "");
        return matcher.matches() ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static boolean isBulk(PartHeader header) {
        return header.fields().stream().anyMatch(field -> field.name().startsWith("list-"))
                || header.all("precedence").stream()
                        .anyMatch(value -> BULK.matcher(value.trim()).matches());
    }
}
