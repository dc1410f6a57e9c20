package org.embargo.mailets;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.embargo.mail.OpenedMail;
import org.embargo.model.IntakeId;
import org.embargo.model.LetterId;

/** What we write on James's mails, and how it is read back. Only ids ever reach the queue's journal. */
final class MailAttributes {
    private static final AttributeName INTAKES = AttributeName.of("org.embargo.intakes");
    private static final AttributeName LETTER = AttributeName.of("org.embargo.letter");
    private static final AttributeName OPENED = AttributeName.of("org.embargo.opened");

    private MailAttributes() {}

    static Attribute intakes(List<IntakeId> ids) {
        String joined = String.join(" ", ids.stream().map(IntakeId::value).toList());
        return new Attribute(INTAKES, AttributeValue.of(joined));
    }

    /** The sealed files this stub stands for; none for a mail that did not come through our door. */
    static List<IntakeId> intakes(Mail mail) {
        return AttributeUtils.getValueAndCastFromMail(mail, INTAKES, String.class)
                .map(joined -> Stream.of(joined.split(" ")).map(IntakeId::new).toList())
                .orElse(List.of());
    }

    static Attribute letter(LetterId id) {
        return new Attribute(LETTER, AttributeValue.of(id.value()));
    }

    static Optional<LetterId> letter(Mail mail) {
        return AttributeUtils.getValueAndCastFromMail(mail, LETTER, String.class)
                .map(LetterId::new);
    }

    /** Opened content: it has no form in which a queue could write it down. */
    static Attribute opened(List<OpenedMail> mails) {
        return new Attribute(OPENED, AttributeValue.ofUnserializable(new Opened(mails)));
    }

    /** Empty when the mail was not opened in this run; a list without elements when there was nothing left to open. */
    static Optional<List<OpenedMail>> opened(Mail mail) {
        return AttributeUtils.getValueAndCastFromMail(mail, OPENED, Opened.class)
                .map(Opened::mails);
    }

    private record Opened(List<OpenedMail> mails) {}
}
