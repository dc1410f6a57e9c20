package org.embargo.mailets;

import java.util.Collection;
import java.util.List;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMatcher;

/** Is this a stub that {@link SealAtTheDoor} left? Then it is for a desk, with all its recipients. */
public final class IsForDesk extends GenericMatcher {

    @Override
    public Collection<MailAddress> match(Mail mail) {
        return MailAttributes.intakes(mail).isEmpty() ? List.of() : mail.getRecipients();
    }
}
