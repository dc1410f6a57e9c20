package org.embargo.process;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.embargo.model.CaseState;

/** Which command is allowed in which state of a case; printed in {@code docs/states.md}. */
public final class StateTable {

    private static final Set<CaseState> ALWAYS = EnumSet.allOf(CaseState.class);
    private static final Set<CaseState> UNDECIDED = EnumSet.of(CaseState.REPORTED, CaseState.ACCEPTED);

    /** From accepted until closed. */
    static final Set<CaseState> ON_ITS_WAY = EnumSet.range(CaseState.ACCEPTED, CaseState.DISCLOSED);

    private static final Map<Command, Set<CaseState>> ALLOWED = new EnumMap<>(Map.of(
            Command.ACCEPT, EnumSet.of(CaseState.REPORTED, CaseState.ACCEPTED, CaseState.ANNOUNCED),
            Command.REJECT, UNDECIDED,
            Command.DUPLICATE, UNDECIDED,
            Command.JUNK, UNDECIDED,
            Command.PREVIEW, ON_ITS_WAY,
            Command.APPROVE, ON_ITS_WAY));

    private StateTable() {}

    public static boolean allows(Command command, CaseState state) {
        return states(command).contains(state);
    }

    /** The states in which {@code command} is allowed. */
    public static Set<CaseState> states(Command command) {
        return Set.copyOf(ALLOWED.getOrDefault(command, ALWAYS));
    }
}
