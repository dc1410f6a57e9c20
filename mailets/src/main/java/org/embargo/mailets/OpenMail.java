package org.embargo.mailets;

import java.util.List;
import javax.inject.Inject;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.embargo.desk.Embargo;
import org.embargo.mail.OpenedMail;

/**
 * Opens the mail a stub stands for: decrypts it and judges its signatures. What it finds travels on the mail in memory
 * and ends with it.
 *
 * <p>When this throws, the sealed file stays, and the sweep takes it up.
 */
public final class OpenMail extends GenericMailet {
    private final Embargo embargo;

    @Inject
    public OpenMail(Embargo embargo) {
        this.embargo = embargo;
    }

    @Override
    public void service(Mail mail) {
        List<OpenedMail> opened =
                MailAttributes.intakes(mail).stream().map(embargo::open).toList();
        mail.setAttribute(MailAttributes.opened(opened));
    }
}
