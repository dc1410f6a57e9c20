package org.embargo.process.arrivals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Arrival;
import org.embargo.model.Case;
import org.embargo.model.IntakeId;
import org.embargo.model.NoticeEvent;
import org.embargo.model.Notices;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.words.Finding;

/**
 * A mail to the address of a recipient's notice. It reaches the team, and nobody else.
 *
 * @param notice   whose address it came to
 * @param isHis    whether it comes in the recipient's name; the address alone says nothing, it stands in clear on the way
 * @param findings on the mail
 */
public record AnsweredNotice(
        IntakeId mail, Notices.Notice notice, boolean isHis, Arrival arrival, List<Finding> findings) {

    public AnsweredNotice {
        Objects.requireNonNull(mail, "mail");
        Objects.requireNonNull(notice, "notice");
        Objects.requireNonNull(arrival, "arrival");
        findings = List.copyOf(findings);
    }

    public Outcome decide(Case current, Mailing mailing) {
        boolean confirms = isHis && !arrival.automatic();
        List<Finding> all = new ArrayList<>(findings);
        String recipient = notice.recipient().value();
        if (!isHis) {
            all.add(Finding.of(Finding.Kind.NOTICE_ANSWERED_BY_STRANGER, recipient));
        } else {
            all.add(Finding.of(confirms ? Finding.Kind.ANSWERS_NOTICE : Finding.Kind.NOTICE_NOT_CONFIRMED, recipient));
        }
        if (!arrival.encrypted()) {
            all.add(Finding.of(Finding.Kind.NOTICE_ANSWERED_IN_CLEAR));
        }
        all.addAll(mailing.roster().gaps());
        Letter letter = new TeamLetter.TeamMail(
                current.id(), mail, TeamLetter.TeamMail.Occasion.NOTICE_ANSWERED, all, Optional.empty());
        return new Outcome(
                List.of(new NoticeEvent.NoticeAnswered(mail, notice.recipient(), confirms, arrival, mailing.now())),
                mailing.toTeam(
                        Optional.of(current.id()),
                        letter,
                        mailing.newMessageId(),
                        current.teamThread(),
                        member -> true));
    }
}
