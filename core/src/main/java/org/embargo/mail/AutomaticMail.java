package org.embargo.mail;

import java.util.stream.Stream;

/** Tells mail that no human sent to us; it is never answered (RFC 3834 section 2). */
public final class AutomaticMail {

    private AutomaticMail() {}

    /** By structure alone: null sender, Auto-Submitted other than {@code no}, list and bulk fields, delivery reports. */
    public static boolean is(OpenedMail mail) {
        return mail.envelope().sender().isEmpty()
                || !mail.deliveryStatus().isEmpty()
                || Stream.of(mail.outer(), mail.inner()).anyMatch(AutomaticMail::says);
    }

    private static boolean says(MailFields fields) {
        return fields.isBulk()
                || fields.autoSubmitted()
                        .filter(keyword -> !keyword.equals("no"))
                        .isPresent();
    }
}
