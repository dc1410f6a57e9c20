package org.embargo.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.embargo.mail.OpenedMail;
import org.embargo.model.IntakeId;

/**
 * The mails opened last, in memory alone: the letters that quote a mail are mostly written right after it was opened,
 * and opening costs a private-key operation. Safe for use by many threads.
 */
final class RecentMails {

    private static final int MOST = 32;

    private final Map<IntakeId, OpenedMail> mails = new LinkedHashMap<>();

    synchronized void put(OpenedMail mail) {
        mails.remove(mail.id());
        mails.put(mail.id(), mail);
        if (mails.size() > MOST) {
            mails.remove(mails.keySet().iterator().next());
        }
    }

    synchronized Optional<OpenedMail> find(IntakeId id) {
        return Optional.ofNullable(mails.get(id));
    }
}
