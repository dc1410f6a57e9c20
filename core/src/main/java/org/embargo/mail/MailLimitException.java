package org.embargo.mail;

/** A mail goes beyond one of the {@link MailLimits}. The message names the limit and nothing of the mail. */
final class MailLimitException extends Exception {

    private static final long serialVersionUID = 1L;

    MailLimitException(String limit) {
        super("more " + limit + " than allowed");
    }
}
