package org.embargo.letters;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.embargo.process.outcome.OutboxLetter;

/**
 * The header fields of one letter, outside and protected (RFC 9788). Immutable.
 *
 * <p>Three kinds of readers were in mind. Those of RFC 9788 look for {@code hp} and {@code HP-Outer}. Thunderbird and
 * others of its time look for {@code protected-headers="v1"}, neomutt for nothing but fields at the payload's root: both
 * are served by the same fields. Who decrypts with gpg sees them above the text. So there is no legacy display element
 * in the body (RFC 9788 section 2.1.2): whoever needs it reads the case id outside and in the text's first lines, and a
 * copy of the subject in the text would put words from outside above the marker.
 */
final class LetterHeaders {

    /** Autocrypt level 1, section 2.1. */
    private static final int LONGEST_AUTOCRYPT = 10 * 1024;

    private static final int KEYDATA_COLUMNS = 76;

    private final DeskIdentity desk;
    private final Draft draft;
    private final Instant date;

    LetterHeaders(DeskIdentity desk, Draft draft, Instant date) {
        this.desk = desk;
        this.draft = draft;
        this.date = date;
    }

    /** Root of the signed part of a letter that will be encrypted; for shared letters the same for all readers. */
    MailHeaders insideEncryption(OutboxLetter letter) {
        MailHeaders outer = draft.bare()
                ? fields(letter, draft.outerSubject(), false)
                : protectedFields(letter, draft.outerSubject());
        return protectedFields(letter, draft.subject()).outer(outer);
    }

    /** Root of the signed part of a letter in clear. */
    MailHeaders insideSignature(OutboxLetter letter) {
        return protectedFields(letter, draft.subject());
    }

    MailHeaders outsideEncryption(OutboxLetter letter) {
        return outside(letter, draft.outerSubject());
    }

    MailHeaders outsideSignature(OutboxLetter letter) {
        return outside(letter, draft.subject());
    }

    private MailHeaders outside(OutboxLetter letter, String subject) {
        MailHeaders headers = fields(letter, subject, draft.threaded() && !draft.bare());
        if (!draft.bare()) {
            autocrypt().ifPresent(headers::addAll);
        }
        return headers.field("MIME-Version", "1.0");
    }

    private MailHeaders protectedFields(OutboxLetter letter, String subject) {
        return draft.shared() ? sharedFields(subject) : fields(letter, subject, draft.threaded());
    }

    /** What is the same for all readers; where their answers go must not be anybody's on the way to choose. */
    private MailHeaders sharedFields(String subject) {
        MailHeaders headers = from().date(date).text("Subject", subject);
        draft.replyTo().ifPresent(address -> headers.address("Reply-To", address));
        return headers;
    }

    private MailHeaders fields(OutboxLetter letter, String subject, boolean threaded) {
        MailHeaders headers = from().address("To", letter.to())
                .date(date)
                .text("Subject", subject)
                .ids("Message-ID", List.of(letter.messageId()));
        if (threaded) {
            headers.ids("In-Reply-To", letter.inReplyTo().stream().toList()).ids("References", letter.references());
        }
        draft.replyTo().ifPresent(address -> headers.address("Reply-To", address));
        return draft.autoSubmitted().isEmpty() ? headers : headers.field("Auto-Submitted", draft.autoSubmitted());
    }

    private MailHeaders from() {
        return new MailHeaders().mailbox("From", desk.project() + " security", desk.address());
    }

    /** Broken by blanks into columns, so that it can be folded; empty for a certificate too large for it. */
    private Optional<MailHeaders> autocrypt() {
        String keydata =
                Base64.getEncoder().encodeToString(desk.keys().certificate().minimal(date));
        String value = "addr=" + desk.address().value() + "; prefer-encrypt=mutual; keydata= "
                + String.join(" ", keydata.split("(?<=\\G.{" + KEYDATA_COLUMNS + "})"));
        MailHeaders field = new MailHeaders().field("Autocrypt", value);
        return field.bytes().length <= LONGEST_AUTOCRYPT ? Optional.of(field) : Optional.empty();
    }
}
