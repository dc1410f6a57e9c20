package org.embargo.mailets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.embargo.desk.Embargo;
import org.embargo.mail.OpenedMail;
import org.embargo.model.IntakeId;

/**
 * Opens the mail a stub stands for: decrypts it and judges its signatures. What it finds travels on the mail in memory
 * and ends with it.
 *
 * <p>What the sweep has taken in meanwhile is passed over. When this throws, the sealed file stays, and the sweep takes it
 * up.
 */
public final class OpenMail extends GenericMailet {
    private final Embargo embargo;

    @Inject
    public OpenMail(Embargo embargo) {
        this.embargo = embargo;
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        List<OpenedMail> opened = new ArrayList<>();
        try {
            for (IntakeId id : MailAttributes.intakes(mail)) {
                embargo.open(id).ifPresent(opened::add);
            }
        } catch (IOException e) {
            throw new MessagingException("mail " + mail.getName() + " could not be opened yet", e);
        }
        mail.setAttribute(MailAttributes.opened(opened));
    }
}
