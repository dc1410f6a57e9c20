package org.embargo.mail;

/**
 * Whether a mail was sent by a machine (RFC 3834), told by structure alone: such mail is never answered.
 */
public final class AutomaticMail {

    private AutomaticMail() {}

    /** Null sender, Auto-Submitted other than {@code no}, list fields or a bulk precedence, or a delivery report. */
    public static boolean is(OpenedMail mail) {
        return mail.envelope().sender().isEmpty()
                || mail.outer()
                        .autoSubmitted()
                        .filter(word -> !word.equals("no"))
                        .isPresent()
                || mail.outer().isBulk()
                || !mail.deliveryStatus().isEmpty();
    }
}
