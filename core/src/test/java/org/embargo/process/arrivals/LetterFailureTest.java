package org.embargo.process.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.Desk;
import org.embargo.model.DeskName;
import org.embargo.model.Fingerprint;
import org.embargo.model.MailEvent;
import org.embargo.model.Member;
import org.embargo.model.Randomness;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.Roster;
import org.embargo.process.outcome.StrangerLetter;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.words.Finding;
import org.junit.jupiter.api.Test;

class LetterFailureTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final CaseId ID = new CaseId("PYCA", 2026, 7310);
    private static final Address ALICE = new Address("alice@project.example");
    private static final Address BOB = new Address("bob@project.example");
    private static final Desk DESK = new Desk(
            new DeskName("example"),
            new Address("security@project.example"),
            "PYCA",
            List.of(new Member(ALICE, fingerprint("A")), new Member(BOB, fingerprint("B"))),
            1,
            Duration.ofDays(2),
            Duration.ZERO);
    private static final Case CASE = Case.unfiled(ID, DESK.name());

    @Test
    void everyoneButTheOneItHitShouldBeTold() {
        Outcome outcome = new LetterFailure(
                        letter(new StrangerLetter.UnprovenNote(), BOB), Finding.Kind.LETTER_BOUNCED, "5.1.1")
                .decide(CASE, mailing());

        assertThat(outcome.events()).hasOnlyElementsOfType(MailEvent.LetterBounced.class);
        assertThat(outcome.letters()).extracting(OutboxLetter::to).containsExactly(ALICE);
        assertThat(outcome.letters().get(0).letter()).isInstanceOf(TeamLetter.TeamProblem.class);
    }

    @Test
    void failedWordOfAFailureShouldCauseNoOther() {
        Outcome outcome = new LetterFailure(
                        letter(new TeamLetter.TeamProblem(ID, List.of()), BOB), Finding.Kind.LETTER_BOUNCED, "5.1.1")
                .decide(CASE, mailing());

        assertThat(outcome.events()).hasSize(1);
        assertThat(outcome.letters()).isEmpty();
    }

    private static OutboxLetter letter(Letter letter, Address to) {
        return mailing().toOne(Optional.of(ID), letter, to, NOW, Optional.empty());
    }

    private static Mailing mailing() {
        return new Mailing(new Roster(DESK, Set.of()), new Randomness(new Random(42)), NOW);
    }

    private static Fingerprint fingerprint(String digit) {
        return new Fingerprint(digit.repeat(40));
    }
}
