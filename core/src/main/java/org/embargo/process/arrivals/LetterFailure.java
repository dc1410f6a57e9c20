package org.embargo.process.arrivals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.MailEvent;
import org.embargo.model.MessageId;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.LetterKind;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.PostLetter;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.words.Finding;

/**
 * A letter could not be delivered, or can't be sent.
 *
 * @param letter the letter that failed
 * @param kind   what happened to it, as the team is told
 * @param status the relay's or the bounce's code, such as {@code 5.1.1} or {@code 550}, or a word of ours
 */
public record LetterFailure(OutboxLetter letter, Finding.Kind kind, String status) {

    public LetterFailure {
        Objects.requireNonNull(letter, "letter");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(status, "status");
    }

    /** Records the failure and tells the members it did not hit, or the only one there is. A failed word of a failure is recorded only. */
    public Outcome decide(Case current, Mailing mailing) {
        List<CaseEvent> events = List.of(new MailEvent.LetterBounced(letter.id(), status));
        return new Outcome(events, tell(Optional.of(current.id()), current.teamThread(), mailing));
    }

    /**
     * As {@link #decide}, where the journal can't say it: of a letter to the team about no case, and of a case whose journal
     * is damaged.
     */
    public List<OutboxLetter> tellOutsideTheJournal(Mailing mailing) {
        return tell(letter.caseId(), Optional.empty(), mailing);
    }

    private List<OutboxLetter> tell(Optional<CaseId> about, Optional<MessageId> thread, Mailing mailing) {
        if (letter.letter() instanceof TeamLetter.TeamProblem || letter.letter() instanceof TeamLetter.DeskProblem) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.of(kind, letter.to().value(), LetterKind.of(letter.letter()), status));
        if (kind == Finding.Kind.LETTER_BOUNCED && letter.letter() instanceof PostLetter.PublicPost) {
            findings.add(Finding.of(Finding.Kind.POST_MAY_GO_AGAIN, letter.to().value()));
        }
        findings.addAll(mailing.roster().gaps());
        Letter problem = about.<Letter>map(id -> new TeamLetter.TeamProblem(id, findings))
                .orElse(new TeamLetter.DeskProblem(findings));
        return mailing.toTeam(
                about,
                problem,
                mailing.newMessageId(),
                thread,
                member -> isAlone(mailing) || !member.address().equals(letter.to()));
    }

    private static boolean isAlone(Mailing mailing) {
        return mailing.roster().desk().team().size() == 1;
    }
}
