package org.embargo.desk.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.embargo.mail.OpenedMail;
import org.embargo.mail.Section;
import org.embargo.model.IntakeId;

/**
 * The mails opened last, for a while: the letters that quote a mail are mostly written right after it was opened, and
 * opening costs a private-key operation. Safe for use by many threads.
 */
public final class RecentMails {

    private static final int MOST = 32;
    private static final long MOST_BYTES = 32L << 20;
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<IntakeId, Kept> mails = new LinkedHashMap<>();
    private long bytes;

    public RecentMails(Clock clock) {
        this.clock = clock;
    }

    synchronized void put(OpenedMail mail) {
        remove(mail.id());
        Kept kept = new Kept(mail, sizeBytes(mail), clock.instant());
        mails.put(mail.id(), kept);
        bytes += kept.sizeBytes();
        Iterator<Kept> oldest = mails.values().iterator();
        while (mails.size() > MOST || bytes > MOST_BYTES) {
            bytes -= oldest.next().sizeBytes();
            oldest.remove();
        }
    }

    public synchronized Optional<OpenedMail> find(IntakeId id) {
        return Optional.ofNullable(mails.get(id)).map(Kept::mail);
    }

    /** Lets go of what is old, so that what was said in confidence lies in memory no longer than it is needed. */
    public synchronized void forgetOld() {
        Instant now = clock.instant();
        mails.values().stream()
                .filter(kept -> Duration.between(kept.since(), now).abs().compareTo(KEPT) > 0)
                .map(kept -> kept.mail().id())
                .toList()
                .forEach(this::remove);
    }

    private void remove(IntakeId id) {
        Optional.ofNullable(mails.remove(id)).ifPresent(kept -> bytes -= kept.sizeBytes());
    }

    private static long sizeBytes(OpenedMail mail) {
        long texts = mail.sections().stream().mapToLong(RecentMails::sizeBytes).sum();
        long files = mail.attachments().stream()
                .mapToLong(file -> file.content().sizeBytes())
                .sum();
        return mail.body().length() + texts + files;
    }

    private static long sizeBytes(Section section) {
        return section.text().text().length();
    }

    private record Kept(OpenedMail mail, long sizeBytes, Instant since) {}
}
