package org.embargo.mailets;

import java.util.List;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.embargo.desk.Embargo;
import org.embargo.mail.OpenedMail;

/**
 * Takes opened mail in: one commit files it, answers it, and plans what follows.
 *
 * <p>Expects {@link OpenMail} earlier in the processor. When the database is away this throws; the sealed file stays,
 * and the sweep takes it in when the database is back.
 */
public final class TakeIn extends GenericMailet {
    private final Embargo embargo;

    @Inject
    public TakeIn(Embargo embargo) {
        this.embargo = embargo;
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        List<OpenedMail> opened = MailAttributes.opened(mail)
                .orElseThrow(() -> new MessagingException("mail " + mail.getName() + " was not opened"));
        opened.forEach(embargo::takeIn);
        mail.setState(Mail.GHOST);
    }
}
