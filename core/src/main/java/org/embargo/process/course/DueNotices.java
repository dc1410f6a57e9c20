package org.embargo.process.course;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.FinishedTexts;
import org.embargo.model.Lead;
import org.embargo.model.NoticeEvent;
import org.embargo.model.Notices;
import org.embargo.model.PatchFile;
import org.embargo.model.Recipient;
import org.embargo.model.Token;
import org.embargo.process.outcome.CalendarItem;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.NoticeLetter;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.ReporterNotice;
import org.embargo.process.outcome.TeamWord;
import org.embargo.process.timetable.NoticeClocks;
import org.embargo.process.words.Finding;

/**
 * The advance notices of a complete and approved case at their hour, and the reporter's date notice with the first of
 * them.
 *
 * @param approved what is approved at this moment
 * @param due      until when the last of them is to leave
 * @param hour     of disclosure; still to come
 * @param usable   recipients to whom something can be encrypted now
 * @param leftOut  recipients to whom nothing can
 */
public record DueNotices(
        FinishedTexts approved, Instant due, Instant hour, List<Recipient> usable, List<Recipient> leftOut) {

    public DueNotices {
        usable = List.copyOf(usable);
        leftOut = List.copyOf(leftOut);
    }

    /** Puts every letter at a moment of its own, which gives them a random order, and tells the team who gets none. */
    public Outcome decide(Case current, NoticeClocks clocks, Mailing mailing) {
        Instant now = mailing.now();
        boolean isWanted = current.schedule().lead().kind() != Lead.Kind.NO_NOTICE;
        List<OutboxLetter> letters = new ArrayList<>();
        List<Notices.Notice> board = new ArrayList<>();
        for (Recipient each : isWanted ? usable : List.<Recipient>of()) {
            Token token = mailing.randomness().token();
            Token calendar = mailing.randomness().token();
            OutboxLetter letter = notice(current, each, token, calendar, moment(clocks, mailing), mailing);
            letters.add(letter);
            board.add(new Notices.Notice(
                    each.address(), token, letter.messageId(), Notices.State.WAITING, now, calendar, Optional.empty()));
        }
        Instant first = letters.stream()
                .map(OutboxLetter::due)
                .min(Comparator.naturalOrder())
                .orElse(due.isAfter(now) ? due : now);
        Optional<Notices.Told> before = current.notices().told();
        Token calendar = before.map(Notices.Told::calendar)
                .orElseGet(() -> mailing.randomness().token());
        CalendarItem item = new CalendarItem(calendar, sequence(current), Optional.of(hour));
        letters.addAll(new ReporterNotice(current, mailing).unlessHeHasIt(approved, Optional.of(hour), item, first));
        List<Recipient> missed = isWanted ? leftOut : List.of();
        letters.addAll(problems(current, missed, mailing));
        NoticeEvent decided = new NoticeEvent.NoticesDecided(
                now,
                hour,
                approved.digest(),
                current.schedule().urgency(),
                calendar,
                board,
                missed.stream().map(Recipient::address).toList());
        return new Outcome(List.of(decided), letters);
    }

    private OutboxLetter notice(
            Case current, Recipient recipient, Token token, Token calendar, Instant leaves, Mailing mailing) {
        Letter letter = new NoticeLetter.AdvanceNotice(
                current.id(),
                token,
                approved.title(),
                approved.notice(),
                approved.digest(),
                PatchFile.of(current.patches()),
                Optional.of(hour),
                0,
                new CalendarItem(calendar, sequence(current), Optional.of(hour)));
        return mailing.toOne(Optional.of(current.id()), letter, recipient.address(), leaves, Optional.empty());
    }

    /** The reporter may have been told alone, and of another hour, before. */
    private static int sequence(Case current) {
        return current.notices().told().map(Notices.Told::sequence).orElse(0);
    }

    /** In time, the span ends when they are due; late, it begins now, and what is left counts for the distance. */
    private Instant moment(NoticeClocks clocks, Mailing mailing) {
        Instant now = mailing.now();
        Duration span = due.isAfter(now) ? Duration.between(now, due) : clocks.span(Duration.between(now, hour));
        return now.plusMillis(mailing.randomness().number(0, span.toMillis() + 1));
    }

    private static List<OutboxLetter> problems(Case current, List<Recipient> missed, Mailing mailing) {
        if (missed.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = missed.stream()
                .map(Recipient::address)
                .map(Address::value)
                .map(address -> Finding.of(Finding.Kind.NOTICE_LEFT_OUT, address))
                .toList();
        return TeamWord.problem(current, findings, mailing);
    }
}
