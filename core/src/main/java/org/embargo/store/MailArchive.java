package org.embargo.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.IntakeId;

/** Which mails were taken in, and as what. The mails themselves are {@link IntakeFiles}. */
@SuppressWarnings("DoNotCallSuggester")
public final class MailArchive {

    MailArchive() {}

    /**
     * Notes that this transaction takes the mail in.
     *
     * @return false where an earlier one has: then change nothing else
     */
    public boolean take(TakenMail mail) {
        throw new UnsupportedOperationException("not yet");
    }

    public Optional<TakenMail> find(IntakeId id) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The mails of a case, in order of arrival. */
    public List<TakenMail> of(CaseId id) {
        throw new UnsupportedOperationException("not yet");
    }

    /** What was set aside at or after {@code since}, in order of arrival. */
    public List<TakenMail> setAsideSince(DeskName desk, Instant since) {
        throw new UnsupportedOperationException("not yet");
    }
}
