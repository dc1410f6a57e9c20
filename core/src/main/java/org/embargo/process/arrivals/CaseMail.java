package org.embargo.process.arrivals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.embargo.model.Address;
import org.embargo.model.Arrival;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.Fingerprint;
import org.embargo.model.GuestEvent;
import org.embargo.model.IntakeId;
import org.embargo.model.MailEvent;
import org.embargo.model.MessageId;
import org.embargo.model.ReporterEvent;
import org.embargo.process.outcome.GuestMailing;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.words.Finding;

/**
 * Asks to add a mail to a case that exists.
 *
 * @param author     the member it is proven to come from; he gets no copy of his own notes
 * @param proposed   certificates that came along and differ from the one on file
 * @param sharedWith other cases that hold the same ciphertext
 */
public record CaseMail(
        IntakeId mail,
        From from,
        Arrival arrival,
        Optional<MessageId> messageId,
        Optional<Address> author,
        List<Fingerprint> proposed,
        Set<CaseId> sharedWith,
        List<Finding> findings) {

    public CaseMail {
        Objects.requireNonNull(mail, "mail");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(arrival, "arrival");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(author, "author");
        proposed = List.copyOf(proposed);
        sharedWith = Set.copyOf(sharedWith);
        findings = List.copyOf(findings);
    }

    /** Whose mail it is, as far as it is known. */
    public sealed interface From {
        /** Whether it is proven to be by somebody of outside whom the case knows. */
        default boolean isProvenOutside() {
            return false;
        }

        /** Proven to come from the reporter on file. */
        record Reporter() implements From {
            @Override
            public boolean isProvenOutside() {
                return true;
            }
        }

        /** Somebody who knows the token, or the thread, and proves nothing. */
        record Stranger() implements From {}

        /** Bears the address of this member; whether his signature proves it stands in the arrival. */
        record Member(Address address) implements From {}

        /**
         * It came to a guest's address.
         *
         * @param proven otherwise by somebody who knows it
         */
        record Guest(Address address, boolean proven) implements From {
            @Override
            public boolean isProvenOutside() {
                return proven;
            }
        }
    }

    /** Adds the mail to the case's journal and tells the team; nobody outside is answered. */
    public Outcome decide(Case current, Mailing mailing) {
        List<CaseEvent> events = new ArrayList<>();
        events.add(joined());
        for (Fingerprint each : proposed) {
            events.add(new ReporterEvent.ReporterCertificateProposed(each, mail));
        }
        sharedWith.forEach(other -> events.add(new ReporterEvent.CiphertextShared(other)));
        List<OutboxLetter> letters = new ArrayList<>(toTeam(current, mailing));
        letters.addAll(toGuests(current, mailing));
        return new Outcome(events, letters);
    }

    /** What proves nothing is the team's affair; what members write goes to guests in another form. */
    private List<OutboxLetter> toGuests(Case current, Mailing mailing) {
        GuestMailing guests = new GuestMailing(current, mailing);
        if (from instanceof From.Reporter) {
            return guests.quoting(mail, findings, guest -> true);
        }
        return from instanceof From.Guest author && author.proven()
                ? guests.quoting(mail, findings, guest -> !guest.address().equals(author.address()))
                : List.of();
    }

    private CaseEvent joined() {
        if (from instanceof From.Guest guest) {
            return new GuestEvent.GuestWrote(mail, guest.address(), arrival);
        }
        return from instanceof From.Member member
                ? new MailEvent.MemberWrote(mail, member.address(), arrival)
                : new MailEvent.FollowUpFiled(mail, from instanceof From.Reporter, arrival, messageId);
    }

    private List<OutboxLetter> toTeam(Case current, Mailing mailing) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(mailing.roster().gaps());
        TeamLetter.TeamMail.Occasion occasion = from instanceof From.Member
                ? TeamLetter.TeamMail.Occasion.MEMBER_WROTE
                : TeamLetter.TeamMail.Occasion.FOLLOW_UP;
        Letter letter = new TeamLetter.TeamMail(current.id(), mail, occasion, all, Optional.empty());
        return mailing.toTeam(
                Optional.of(current.id()),
                letter,
                mailing.newMessageId(),
                current.teamThread(),
                member -> author.filter(member.address()::equals).isEmpty());
    }
}
