package org.embargo.process.outcome;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.embargo.model.Address;
import org.embargo.model.CaseId;
import org.embargo.model.Desk;
import org.embargo.model.Member;
import org.embargo.model.MessageId;
import org.embargo.model.Randomness;
import org.embargo.model.Token;

/**
 * Addresses decided letters: to the whole team as one composition, or to one reader outside. Pure but for the draw of
 * ids.
 */
public final class Mailing {

    private final Roster roster;
    private final Randomness randomness;
    private final Instant now;

    public Mailing(Roster roster, Randomness randomness, Instant now) {
        this.roster = Objects.requireNonNull(roster, "roster");
        this.randomness = Objects.requireNonNull(randomness, "randomness");
        this.now = Objects.requireNonNull(now, "now");
    }

    public Instant now() {
        return now;
    }

    public Roster roster() {
        return roster;
    }

    public Randomness randomness() {
        return randomness;
    }

    public MessageId newMessageId() {
        return randomness.messageId(roster.desk().address().domain());
    }

    /**
     * To each member for whom {@code included} holds, worded once. Who can't be reached gets {@link MemberLetter.News} instead.
     *
     * @param messageId the same on every copy: it is one message, and the thread must hold for each member
     * @param thread    the case's first team mail; empty when this is the first
     */
    public List<OutboxLetter> toTeam(
            Optional<CaseId> caseId,
            Letter letter,
            MessageId messageId,
            Optional<MessageId> thread,
            Predicate<Member> included) {
        Token composition = randomness.token();
        List<OutboxLetter> letters = new ArrayList<>();
        for (Member member : roster.desk().team()) {
            if (included.test(member)) {
                letters.add(
                        roster.canReach(member)
                                ? letter(caseId, composition, member.address(), messageId, now, thread, letter)
                                : news(member.address()));
            }
        }
        return letters;
    }

    /** To one reader, worded for him alone. */
    public OutboxLetter toOne(
            Optional<CaseId> caseId, Letter letter, Address to, Instant due, Optional<MessageId> inReplyTo) {
        return letter(caseId, randomness.token(), to, newMessageId(), due, inReplyTo, letter);
    }

    /** To one member, or a plain word that there is news where he can't be reached. */
    public OutboxLetter toMember(Optional<CaseId> caseId, Letter letter, Member member, Optional<MessageId> inReplyTo) {
        return roster.canReach(member)
                ? toOne(caseId, letter, member.address(), now, inReplyTo)
                : news(member.address());
    }

    /** {@code instead} to the reader of {@code before} and in its place: under the same Message-ID, in the same thread. */
    public OutboxLetter again(OutboxLetter before, Letter instead) {
        return new OutboxLetter(
                randomness.letterId(),
                before.desk(),
                before.caseId(),
                randomness.token(),
                before.to(),
                before.messageId(),
                randomness.token(),
                now,
                before.inReplyTo(),
                before.references(),
                instead);
    }

    private OutboxLetter news(Address to) {
        return letter(
                Optional.empty(),
                randomness.token(),
                to,
                newMessageId(),
                now,
                Optional.empty(),
                new MemberLetter.News());
    }

    private OutboxLetter letter(
            Optional<CaseId> caseId,
            Token composition,
            Address to,
            MessageId messageId,
            Instant due,
            Optional<MessageId> inReplyTo,
            Letter letter) {
        Desk desk = roster.desk();
        return new OutboxLetter(
                randomness.letterId(),
                desk.name(),
                caseId,
                composition,
                to,
                messageId,
                randomness.token(),
                due,
                inReplyTo,
                inReplyTo.stream().toList(),
                letter);
    }
}
