package org.embargo.desk.intake;

import java.time.Duration;
import java.util.Optional;
import org.embargo.desk.steps.FollowUpsStep;
import org.embargo.desk.steps.NewCasesStep;
import org.embargo.mail.Origin;
import org.embargo.model.Address;
import org.embargo.model.CaseId;

/** Whether the team gets a mail of its own for what came: in a flood it gets lists. */
final class ToldSingly {

    private static final Duration HOUR = Duration.ofHours(1);

    private final MailInHand hand;

    ToldSingly(MailInHand hand) {
        this.hand = hand;
    }

    /** Over the limit the team gets lists; what took some effort to send still comes by itself. */
    boolean asNewCase() {
        boolean quiet =
                hand.tx().cases().countFiledSince(hand.desk().name(), hand.now().minus(HOUR))
                        < hand.open().config().limits().casesPerHour();
        boolean signedByDomain = hand.mail().origin().dkim() == Origin.Dkim.PASS;
        if (quiet || hand.mail().encrypted() || hand.authorship().signedBy().isPresent() || signedByDomain) {
            return true;
        }
        NewCasesStep.plan(hand.tx(), hand.desk().name(), hand.now());
        return false;
    }

    /** As {@link #asNewCase}, of a mail that joins a case; what a member has proven to be his own always comes. */
    boolean in(CaseId id, Optional<Address> provenMember) {
        return provenMember.isPresent()
                || hand.mail().encrypted()
                || hand.authorship().signedBy().isPresent()
                || FollowUpsStep.isToldSingly(hand.tx(), hand.open().config(), id, hand.now());
    }
}
