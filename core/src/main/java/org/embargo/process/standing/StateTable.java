package org.embargo.process.standing;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.embargo.model.CaseState;
import org.embargo.process.words.Command;

/** Which command is allowed in which state of a case; printed in {@code docs/states.md}. */
public final class StateTable {

    private static final Set<CaseState> ALWAYS = EnumSet.allOf(CaseState.class);
    private static final Set<CaseState> UNDECIDED = EnumSet.of(CaseState.REPORTED, CaseState.ACCEPTED);

    private static final Set<CaseState> UNTIL_NOTIFIED =
            EnumSet.of(CaseState.ACCEPTED, CaseState.SCHEDULED, CaseState.NOTIFIED);
    private static final Set<CaseState> NOT_CLOSED = EnumSet.complementOf(EnumSet.of(CaseState.CLOSED));
    private static final Set<CaseState> BEFORE_RELEASING = EnumSet.of(
            CaseState.REPORTED,
            CaseState.ACCEPTED,
            CaseState.SCHEDULED,
            CaseState.NOTIFIED,
            CaseState.REJECTED,
            CaseState.DUPLICATE,
            CaseState.ANNOUNCED);

    private static final Set<CaseState> FROM_SCHEDULED_ON = EnumSet.of(
            CaseState.SCHEDULED,
            CaseState.NOTIFIED,
            CaseState.RELEASING,
            CaseState.DISCLOSED,
            CaseState.ANNOUNCED,
            CaseState.RELEASED);
    /** From accepted until closed. */
    private static final Set<CaseState> ON_ITS_WAY = EnumSet.range(CaseState.ACCEPTED, CaseState.DISCLOSED);

    private static final Map<Command, Set<CaseState>> ALLOWED = new EnumMap<>(Map.ofEntries(
            Map.entry(Command.ACCEPT, EnumSet.of(CaseState.REPORTED, CaseState.ACCEPTED, CaseState.ANNOUNCED)),
            Map.entry(Command.REJECT, UNDECIDED),
            Map.entry(Command.DUPLICATE, UNDECIDED),
            Map.entry(Command.JUNK, UNDECIDED),
            Map.entry(Command.TITLE, NOT_CLOSED),
            Map.entry(Command.SEVERITY, NOT_CLOSED),
            Map.entry(Command.CVE, NOT_CLOSED),
            Map.entry(Command.CWE, NOT_CLOSED),
            Map.entry(Command.AFFECTS, NOT_CLOSED),
            Map.entry(Command.FIXED, NOT_CLOSED),
            Map.entry(Command.DESCRIPTION, NOT_CLOSED),
            Map.entry(Command.REMEDY, NOT_CLOSED),
            Map.entry(Command.WORKAROUND, NOT_CLOSED),
            Map.entry(Command.CREDIT, NOT_CLOSED),
            Map.entry(Command.PATCH, BEFORE_RELEASING),
            Map.entry(Command.DISCLOSE, UNTIL_NOTIFIED),
            Map.entry(Command.ADVANCE, UNTIL_NOTIFIED),
            Map.entry(Command.PREVIEW, ON_ITS_WAY),
            Map.entry(Command.APPROVE, ON_ITS_WAY),
            Map.entry(Command.EXPLOITED, UNTIL_NOTIFIED),
            Map.entry(Command.LEAKED, UNTIL_NOTIFIED),
            Map.entry(Command.RELEASED, FROM_SCHEDULED_ON),
            Map.entry(Command.PUBLISH, ON_ITS_WAY)));

    private StateTable() {}

    public static boolean allows(Command command, CaseState state) {
        return states(command).contains(state);
    }

    /** The states in which {@code command} is allowed. */
    public static Set<CaseState> states(Command command) {
        return Set.copyOf(ALLOWED.getOrDefault(command, ALWAYS));
    }
}
