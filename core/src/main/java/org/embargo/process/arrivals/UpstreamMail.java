package org.embargo.process.arrivals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Arrival;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.CaseState;
import org.embargo.model.IntakeId;
import org.embargo.model.MessageId;
import org.embargo.model.Upstream;
import org.embargo.model.UpstreamEvent;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.outcome.TeamLetter.TeamMail.Occasion;
import org.embargo.process.requests.Standing;
import org.embargo.process.standing.UpstreamStanding;
import org.embargo.process.words.Finding;

/**
 * A mail to the desk's address for upstreams. The team is told at once; nobody outside is answered, whatever it is.
 *
 * @param upstream what it announces; followed where our own release is wanted
 * @param findings what is known of it, for the team
 */
public record UpstreamMail(
        IntakeId mail, Arrival arrival, Optional<MessageId> messageId, Upstream upstream, List<Finding> findings) {

    public UpstreamMail {
        Objects.requireNonNull(mail, "mail");
        Objects.requireNonNull(arrival, "arrival");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(upstream, "upstream");
        findings = List.copyOf(findings);
    }

    /**
     * Opens a case of its own.
     *
     * @param single whether the team gets a mail for this case alone; otherwise it is told by the quarter-hourly list
     */
    public Outcome open(CaseId id, boolean single, Mailing mailing) {
        MessageId thread = mailing.newMessageId();
        UpstreamEvent filed = new UpstreamEvent.AnnouncementFiled(mail, arrival, messageId, thread, upstream);
        Occasion occasion = upstream.isFollowed() ? Occasion.UPSTREAM_ANNOUNCED : Occasion.UPSTREAM_SHOWN;
        Letter letter = letter(id, occasion, upstream, true, List.of(), mailing);
        return new Outcome(
                List.of(filed),
                single ? mailing.toTeam(Optional.of(id), letter, thread, Optional.empty(), member -> true) : List.of());
    }

    /** Joins a case about a release that it announces. Where that one needs nothing more, the team must look again. */
    public Outcome join(Case current, Mailing mailing) {
        UpstreamEvent joined = new UpstreamEvent.AnnouncementJoined(mail, arrival, upstream);
        Upstream known = current.after(joined).upstream().orElseThrow();
        boolean waits = current.state() == CaseState.ANNOUNCED;
        List<Finding> more = waits
                ? List.of()
                : List.of(Finding.of(Finding.Kind.UPSTREAM_CASE_IS_OVER, Standing.word(current.state())));
        return new Outcome(
                List.of(joined),
                mailing.toTeam(
                        Optional.of(current.id()),
                        letter(current.id(), Occasion.UPSTREAM_JOINED, known, waits, more, mailing),
                        mailing.newMessageId(),
                        current.teamThread(),
                        member -> true));
    }

    private Letter letter(
            CaseId id, Occasion occasion, Upstream known, boolean waits, List<Finding> more, Mailing mailing) {
        List<Finding> all = new ArrayList<>();
        UpstreamStanding.announced(known).ifPresent(all::add);
        all.addAll(more);
        all.addAll(findings);
        all.addAll(mailing.roster().gaps());
        return new TeamLetter.TeamMail(id, mail, occasion, all, known.due().filter(at -> waits));
    }
}
