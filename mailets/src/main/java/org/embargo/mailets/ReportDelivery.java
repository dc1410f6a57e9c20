package org.embargo.mailets;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.embargo.desk.Embargo;
import org.embargo.model.LetterId;

/**
 * Tells the outbox what became of a letter: {@code <outcome>delivered</outcome>} when the relay took it,
 * {@code <outcome>bounced</outcome>} when it refused it or James gave up.
 */
public final class ReportDelivery extends GenericMailet {
    private static final Logger LOGGER = LogManager.getLogger(ReportDelivery.class);
    private static final AttributeName CODE = AttributeName.of("delivery-error-code");
    private static final AttributeName PERMANENT = AttributeName.of("is-delivery-permanent-error");

    private final Embargo embargo;
    private volatile boolean delivered;

    @Inject
    public ReportDelivery(Embargo embargo) {
        this.embargo = embargo;
    }

    @Override
    public void init() throws MessagingException {
        String outcome = getInitParameter("outcome", "");
        if (!outcome.equals("delivered") && !outcome.equals("bounced")) {
            throw new MessagingException("ReportDelivery wants <outcome>delivered</outcome> or bounced");
        }
        delivered = outcome.equals("delivered");
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Optional<LetterId> letter = MailAttributes.letter(mail);
        if (letter.isEmpty()) {
            LOGGER.warn("mail {} is no letter of ours, its delivery concerns nobody", mail.getName());
        } else {
            report(letter.get(), mail);
        }
        mail.setState(Mail.GHOST);
    }

    /** Where the database is away, the report waits in the server's queue, over a crash as well. */
    private void report(LetterId letter, Mail mail) throws MessagingException {
        try {
            if (delivered) {
                embargo.delivered(letter);
            } else {
                embargo.bounced(letter, code(mail));
            }
        } catch (RuntimeException e) {
            LOGGER.error(
                    "what became of letter {} can't be noted yet and is told again in a minute: {}",
                    letter,
                    e.getClass().getSimpleName());
            getMailetContext().sendMail(mail, mail.getState(), 1, TimeUnit.MINUTES);
        }
    }

    /** The relay's answer; James keeps none when it could not reach the relay, or was told to try again and may not. */
    private static String code(Mail mail) {
        Optional<String> code = mail.getAttribute(CODE)
                .map(found -> String.valueOf(found.getValue().value()));
        return code.orElseGet(() -> {
            boolean permanent = AttributeUtils.getValueAndCastFromMail(mail, PERMANENT, Boolean.class)
                    .orElse(false);
            return permanent ? "500" : "400";
        });
    }
}
