package org.embargo.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;

/**
 * A letter of a case could not be delivered.
 *
 * @param letter the letter that failed
 * @param status the relay's or the bounce's code, such as {@code 5.1.1} or {@code 550}
 */
public record LetterFailure(OutboxLetter letter, String status) {

    public LetterFailure {
        Objects.requireNonNull(letter, "letter");
        Objects.requireNonNull(status, "status");
    }

    /** Records the failure and tells the members it did not hit, or the only one there is. A failed word of a failure is recorded only. */
    public Outcome decide(Case current, Mailing mailing) {
        List<CaseEvent> events = List.of(new CaseEvent.LetterBounced(letter.id(), status));
        if (letter.letter() instanceof Letter.TeamProblem) {
            return new Outcome(events, List.of());
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(
                Finding.of(Finding.Kind.LETTER_BOUNCED, letter.to().value(), LetterKind.of(letter.letter()), status));
        findings.addAll(mailing.roster().gaps());
        Letter problem = new Letter.TeamProblem(current.id(), findings);
        return new Outcome(
                events,
                mailing.toTeam(
                        Optional.of(current.id()),
                        problem,
                        mailing.newMessageId(),
                        current.teamThread(),
                        member -> isAlone(mailing) || !member.address().equals(letter.to())));
    }

    private static boolean isAlone(Mailing mailing) {
        return mailing.roster().desk().team().size() == 1;
    }
}
