package org.embargo.process.outcome;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.embargo.model.Case;
import org.embargo.model.Confidential;
import org.embargo.model.Guest;
import org.embargo.model.IntakeId;
import org.embargo.process.words.Finding;
import org.embargo.process.words.Finding.Kind;

/**
 * What the guests of a case are sent: what its reporter, its members and other guests write. Never a member's mail itself,
 * for members quote transcripts and previews; never what concerns other cases or anybody's certificate.
 */
public final class GuestMailing {
    private static final Set<Kind> TOLD = EnumSet.of(
            Kind.WROTE,
            Kind.GUEST_WROTE,
            Kind.CAME_ENCRYPTED,
            Kind.CAME_IN_CLEAR,
            Kind.SIGNED_BY,
            Kind.NOT_SIGNED,
            Kind.SIGNATURE_PROVES_NOTHING);

    private final Case current;
    private final Mailing mailing;

    public GuestMailing(Case current, Mailing mailing) {
        this.current = current;
        this.mailing = mailing;
    }

    /** Where he stands, and how to answer. */
    public OutboxLetter welcome(Guest guest) {
        return to(guest, new BookLetter.GuestWelcome(current.id(), guest.token(), Optional.of(guest.certificate())));
    }

    /** A mail that joined the case, to those for whom {@code included} holds. */
    public List<OutboxLetter> quoting(IntakeId mail, List<Finding> findings, Predicate<Guest> included) {
        List<Finding> told =
                findings.stream().filter(each -> TOLD.contains(each.kind())).toList();
        return current.guests().stream()
                .filter(included)
                .map(guest -> to(
                        guest,
                        new BookLetter.GuestMail(
                                current.id(), mail, told, guest.token(), Optional.of(guest.certificate()))))
                .toList();
    }

    /**
     * What a member said to the team, and which of his commands were carried out.
     *
     * @param findings who he is, and what he did
     * @param words    his own alone, without what he quotes
     */
    public List<OutboxLetter> saying(List<Finding> findings, Confidential words, Predicate<Guest> included) {
        return current.guests().stream()
                .filter(included)
                .map(guest -> to(
                        guest,
                        new BookLetter.GuestNote(
                                current.id(), findings, words, guest.token(), Optional.of(guest.certificate()))))
                .toList();
    }

    private OutboxLetter to(Guest guest, Letter letter) {
        return mailing.toOne(Optional.of(current.id()), letter, guest.address(), mailing.now(), current.teamThread());
    }
}
