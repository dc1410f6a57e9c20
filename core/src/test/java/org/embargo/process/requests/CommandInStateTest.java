package org.embargo.process.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.CaseSamples;
import org.embargo.model.CaseState;
import org.embargo.model.Confidential;
import org.embargo.model.Desk;
import org.embargo.model.DeskName;
import org.embargo.model.Fingerprint;
import org.embargo.model.IntakeId;
import org.embargo.model.Member;
import org.embargo.model.Randomness;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.Roster;
import org.embargo.process.standing.Clearance;
import org.embargo.process.words.Refusal.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command, decided in every state: allowed where section 7 of the mail interface says so, and nowhere else. */
class CommandInStateTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final CaseId ID = new CaseId("PYCA", 2026, 7310);
    private static final CaseId OTHER = new CaseId("PYCA", 2026, 7311);
    private static final Fingerprint KEY = new Fingerprint("AB".repeat(20));
    private static final Member ALICE =
            new Member(new Address("alice@project.example"), new Fingerprint("CD".repeat(20)));
    private static final Confidential WORDS = new Confidential("words");
    private static final Set<CaseState> ALWAYS = EnumSet.allOf(CaseState.class);
    private static final Set<CaseState> UNDECIDED = EnumSet.of(CaseState.REPORTED, CaseState.ACCEPTED);

    static List<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        for (CaseState state : CaseState.values()) {
            pair(pairs, state, new AskingRequest.Help(Optional.empty()), ALWAYS);
            pair(pairs, state, new AskingRequest.Cases(false), ALWAYS);
            pair(pairs, state, new AskingRequest.Status(), ALWAYS);
            pair(pairs, state, new AskingRequest.Note(WORDS), ALWAYS);
            pair(pairs, state, new ReporterRequest.Reply(WORDS, Clearance.NONE), ALWAYS);
            pair(
                    pairs,
                    state,
                    new ReporterRequest.Accept(WORDS, Clearance.NONE),
                    EnumSet.of(CaseState.REPORTED, CaseState.ACCEPTED, CaseState.ANNOUNCED));
            pair(pairs, state, new ReporterRequest.Reject(WORDS, Clearance.NONE), UNDECIDED);
            pair(pairs, state, new ReporterRequest.Duplicate(OTHER, WORDS, Clearance.NONE), UNDECIDED);
            pair(pairs, state, new CourseRequest.Junk(ID), UNDECIDED);
            pair(pairs, state, new CourseRequest.Owner(ALICE.address()), ALWAYS);
            pair(pairs, state, new ReporterRequest.Reporter(new Address("new@reporter.example"), false), ALWAYS);
            pair(pairs, state, new ReporterRequest.ReporterKey(Optional.of(KEY)), ALWAYS);
            pair(pairs, state, new CourseRequest.Hold(WORDS), ALWAYS);
            pair(pairs, state, new CourseRequest.Resume(), ALWAYS);
            pair(pairs, state, new CourseRequest.Close(WORDS), ALWAYS);
            pair(pairs, state, new CourseRequest.Reopen(), ALWAYS);
        }
        return pairs;
    }

    private static void pair(List<Arguments> pairs, CaseState state, Request request, Set<CaseState> allowed) {
        pairs.add(Arguments.of(state, request, allowed.contains(state)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void commandShouldBeDecidedByTheStateOfItsCase(CaseState state, Request request, boolean allowed) {
        Case current = CaseSamples.in(Case.unfiled(ID, new DeskName("example")), state);

        CommandDecision.Decided decided = new CommandDecision(Optional.of(ID), Map.of(ID, current), circumstances())
                .decide(List.of(new Ordered(1, request)));

        boolean refusedForTheState = decided.lines().stream()
                .flatMap(line -> line.refusal().stream())
                .anyMatch(refusal -> refusal.reason() == Reason.NOT_IN_THIS_STATE);
        assertThat(refusedForTheState).isNotEqualTo(allowed);
        assertThat(decided.done()
                        || (decided.events().isEmpty() && decided.letters().isEmpty()))
                .isTrue();
    }

    private static Circumstances circumstances() {
        Desk desk = new Desk(
                new DeskName("example"),
                new Address("security@project.example"),
                "PYCA",
                List.of(ALICE),
                1,
                Duration.ofDays(2),
                Duration.ofSeconds(60));
        Randomness randomness = new Randomness(new Random(1));
        return new Circumstances(
                new Mailing(new Roster(desk, Set.of()), randomness, NOW),
                ALICE,
                IntakeId.of(NOW, randomness.token()),
                false,
                Optional.empty(),
                Map.of(),
                Map.of(KEY, true),
                Set.of(OTHER),
                Set.of(),
                List.of(),
                List.of(),
                SampleRules.rules(),
                same -> SampleRules.TEXTS,
                Optional.empty(),
                SampleRules.facts(),
                OperatorHolds.NONE);
    }
}
