package org.embargo.desk.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.desk.open.CaseCommit;
import org.embargo.model.Actor;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.DisclosureEvent;
import org.embargo.model.NoticeEvent;
import org.embargo.model.Notices;
import org.embargo.model.Posts;
import org.embargo.process.course.NoticeStanding.Objection;
import org.embargo.process.outcome.LetterKind;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.NoticeLetter;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.PostLetter;
import org.embargo.process.outcome.TeamWord;
import org.embargo.process.words.Finding;
import org.embargo.store.ClaimedLetter;
import org.embargo.store.JournalDamageException;
import org.embargo.store.Transaction;

/** What becomes of letters that are asked for before each try, within one transaction. */
final class NoticeReports {

    private static final Logger LOGGER = LogManager.getLogger(NoticeReports.class);

    /** The team need not hear of a letter in whose place a newer one goes. */
    private static final Set<String> TOLD = Set.of(
            NoticeLook.code(Objection.TOO_LATE), NoticeLook.code(Objection.REMOVED), NoticeLook.code(Objection.PAUSED));

    private static final Set<String> OFF_THE_LIST =
            Set.of(NoticeLook.code(Objection.REMOVED), NoticeLook.code(Objection.PAUSED));
    private static final Set<String> OUTDATED =
            Set.of(NoticeLook.code(Objection.DATE_MOVED), NoticeLook.code(Objection.OTHER_CONTENT));
    private static final Duration TOLD_AGAIN = Duration.ofDays(1);

    private final Transaction tx;
    private final CaseCommit commit;
    private final Mailing mailing;
    private final Instant now;

    NoticeReports(Transaction tx, CaseCommit commit, Mailing mailing, Instant now) {
        this.tx = tx;
        this.commit = commit;
        this.mailing = mailing;
        this.now = now;
    }

    /** The relay took it; nothing happens where that is no news. */
    boolean delivered(OutboxLetter letter) {
        boolean news = tx.outboxReports().sent(letter.id(), now);
        boolean isFollowed = PostLetter.isPost(letter.letter())
                || letter.letter() instanceof NoticeLetter.AdvanceNotice
                || letter.letter() instanceof NoticeLetter.DateNotice;
        if (news && isFollowed) {
            onBoard(letter);
        }
        return news;
    }

    /** Of a damaged case nothing can be noted, and the letter must not go again for that; the digest names the case. */
    private void onBoard(OutboxLetter letter) {
        try {
            Case current = letter.caseId().flatMap(tx.journal()::find).orElseThrow();
            taken(current, letter)
                    .ifPresent(event -> commit.commit(current, new Outcome(List.of(event), List.of()), Actor.DESK));
        } catch (JournalDamageException e) {
            LOGGER.warn("a board can't be kept: {}", e.getMessage());
        }
    }

    private Optional<CaseEvent> taken(Case current, OutboxLetter letter) {
        if (PostLetter.isPost(letter.letter())) {
            return Optional.of(
                    new DisclosureEvent.PostFollowed(letter.to(), letter.messageId(), Posts.State.SENT, now));
        }
        if (letter.letter() instanceof NoticeLetter.DateNotice notice) {
            return Optional.of(new NoticeEvent.DateNoticeSent(
                    new Notices.Dated(notice.hour(), notice.text(), notice.credit()), now));
        }
        return letter.letter() instanceof NoticeLetter.AdvanceNotice && isWaiting(current, letter)
                ? Optional.of(new NoticeEvent.NoticeSent(letter.to(), now))
                : Optional.empty();
    }

    boolean calledOff(ClaimedLetter claimed, String code) {
        boolean ours = tx.outboxClaims().callOff(claimed, code);
        if (ours) {
            claimed.letter().caseId().flatMap(tx.journal()::find).ifPresent(current -> {
                Outcome outcome = outcome(current, claimed.letter(), code);
                if (!outcome.events().isEmpty() || !outcome.letters().isEmpty()) {
                    commit.commit(current, outcome, Actor.DESK);
                }
            });
        }
        return ours;
    }

    private Outcome outcome(Case current, OutboxLetter letter, String code) {
        List<CaseEvent> events = new ArrayList<>();
        boolean isNotice = letter.letter() instanceof NoticeLetter.AdvanceNotice;
        if (OFF_THE_LIST.contains(code) && isNotice && isWaiting(current, letter)) {
            events.add(new NoticeEvent.NoticeCalledOff(letter.to(), now));
        }
        if (OUTDATED.contains(code) && isWaiting(current, letter)) {
            outdated(letter).ifPresent(events::add);
        }
        postOutdated(letter, code).ifPresent(events::add);
        return new Outcome(
                events,
                finding(letter, code)
                        .map(each -> TeamWord.problem(current, List.of(each), mailing))
                        .orElse(List.of()));
    }

    private Optional<CaseEvent> outdated(OutboxLetter letter) {
        return letter.letter() instanceof NoticeLetter.AdvanceNotice notice
                ? notice.content().map(content -> new NoticeEvent.NoticeOutdated(letter.to(), content, now))
                : Optional.empty();
    }

    /** What it was of can go where it did not come to, if the same is approved again. */
    private Optional<CaseEvent> postOutdated(OutboxLetter letter, String code) {
        if (!code.equals(NoticeLook.code(Objection.OTHER_CONTENT))
                || !(letter.letter() instanceof PostLetter.OfPost post)) {
            return Optional.empty();
        }
        return Optional.of(
                post instanceof PostLetter.PublicPost
                        ? new DisclosureEvent.PostFollowed(letter.to(), letter.messageId(), Posts.State.CALLED_OFF, now)
                        : new DisclosureEvent.CopyCalledOff(letter.to(), post.content(), now));
    }

    /** In the place of a post nothing goes by itself: the list would never hear of it. */
    private static Optional<Finding> finding(OutboxLetter letter, String code) {
        String to = letter.to().value();
        if (letter.letter() instanceof PostLetter.PublicPost) {
            return Optional.of(Finding.of(Finding.Kind.POST_CALLED_OFF, to));
        }
        return TOLD.contains(code)
                ? Optional.of(Finding.of(Finding.Kind.NOTICE_CALLED_OFF, to, LetterKind.of(letter.letter()), code))
                : Optional.empty();
    }

    boolean waits(ClaimedLetter claimed, String code, Instant again) {
        boolean ours = tx.outboxClaims().waits(claimed, code, again);
        if (ours) {
            claimed.letter().caseId().flatMap(tx.journal()::find).ifPresent(current -> tellWaiting(current, code));
        }
        return ours;
    }

    /** Once a day for all letters of a case together. */
    private void tellWaiting(Case current, String code) {
        if (!code.equals(NoticeLook.code(Objection.NOT_APPROVED))) {
            return;
        }
        String what = String.join("/", "letters-wait", current.id().toString(), code);
        if (tx.warnings().take(current.desk(), what, Optional.of(now.minus(TOLD_AGAIN)), now)) {
            List<Finding> findings = List.of(Finding.of(Finding.Kind.NOTICE_NOT_APPROVED));
            TeamWord.problem(current, findings, mailing).forEach(tx.outbox()::enqueue);
        }
    }

    private static boolean isWaiting(Case current, OutboxLetter letter) {
        return current.notices()
                .of(letter.to())
                .filter(notice -> notice.state() == Notices.State.WAITING)
                .isPresent();
    }
}
