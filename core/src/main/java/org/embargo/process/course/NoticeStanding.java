package org.embargo.process.course;

import java.time.Instant;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.Book;
import org.embargo.model.Case;
import org.embargo.model.FinishedTexts;
import org.embargo.model.Notices;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.NoticeLetter;
import org.embargo.process.outcome.PostLetter;
import org.embargo.process.outcome.ToRecipient;
import org.embargo.process.outcome.ToReporter;
import org.embargo.process.timetable.NoticeClocks;
import org.embargo.process.timetable.NoticeHour;
import org.embargo.process.timetable.NoticePlan;

/**
 * Whether a letter ahead of disclosure, or a post, may go at this moment (contract, section 9): asked before each try of it. A hold is
 * asked for apart.
 *
 * @param current  the case, folded anew
 * @param book     the desk's, folded anew
 * @param approved what is approved at this moment
 */
public record NoticeStanding(Case current, Book book, Optional<FinishedTexts> approved) {

    /** Why a letter may not go. */
    public enum Objection {
        /** The case is disclosed, or at an end. */
        NOT_WANTED,
        /** It tells another hour than the one that holds. */
        DATE_MOVED,
        TOO_LATE,
        /** Its reader is not on the private list any more, or not the address of the reporter. */
        REMOVED,
        /** Its reader is to learn of no further case. */
        PAUSED,
        /** Other content is approved by now; that goes instead. */
        OTHER_CONTENT,
        /** Nothing is approved now; it waits. */
        NOT_APPROVED,
        /** The server's clock is in doubt; it waits. */
        CLOCK_DOUBTED
    }

    /** To a letter that nobody approves; empty where nothing speaks against it. */
    public Optional<Objection> objection() {
        return book.clockDoubted() ? Optional.of(Objection.CLOCK_DOUBTED) : Optional.empty();
    }

    /** Empty where nothing speaks against it. */
    public Optional<Objection> objection(PostLetter.OfPost post, Address to) {
        if (book.clockDoubted()) {
            return Optional.of(Objection.CLOCK_DOUBTED);
        }
        return onReader(post, to).or(() -> onContent(Optional.of(post.content())));
    }

    /** Empty where nothing speaks against it. */
    public Optional<Objection> objection(NoticeLetter letter, Address to, NoticeClocks clocks, Instant now) {
        if (book.clockDoubted()) {
            return Optional.of(Objection.CLOCK_DOUBTED);
        }
        boolean endsIt = letter.hour().isEmpty() && NoticePlan.isCalledOff(current);
        if (!NoticePlan.isBeforeTheHour(current) && !endsIt) {
            return Optional.of(Objection.NOT_WANTED);
        }
        if (!letter.hour().equals(NoticeHour.told(current, clocks))) {
            return Optional.of(Objection.DATE_MOVED);
        }
        if (letter.hour().filter(hour -> !now.isBefore(hour)).isPresent()) {
            return Optional.of(Objection.TOO_LATE);
        }
        return onReader(letter, to).or(() -> onContent(letter.content()));
    }

    private Optional<Objection> onReader(Letter letter, Address to) {
        if (letter instanceof ToRecipient) {
            return onList(to);
        }
        boolean isOther = letter instanceof ToReporter
                && current.reporter().filter(to::equals).isEmpty();
        return isOther ? Optional.of(Objection.REMOVED) : Optional.empty();
    }

    /** Who knows of the case already goes on being told, unless he was removed from all of it. */
    private Optional<Objection> onList(Address to) {
        boolean knows = current.notices()
                .of(to)
                .filter(notice -> notice.state() != Notices.State.WAITING)
                .isPresent();
        if (knows) {
            return book.stillTold(to).isPresent() ? Optional.empty() : Optional.of(Objection.REMOVED);
        }
        return book.recipient(to)
                .map(each -> each.paused() ? Optional.of(Objection.PAUSED) : Optional.<Objection>empty())
                .orElse(Optional.of(Objection.REMOVED));
    }

    private Optional<Objection> onContent(Optional<String> content) {
        if (content.isEmpty()) {
            return Optional.empty();
        }
        if (approved.isEmpty()) {
            return Optional.of(Objection.NOT_APPROVED);
        }
        return approved.get().digest().equals(content.get()) ? Optional.empty() : Optional.of(Objection.OTHER_CONTENT);
    }
}
