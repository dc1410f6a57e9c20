package org.embargo.config;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.DeskAddress;
import org.embargo.model.DeskName;
import org.embargo.model.DeskRole;

/**
 * One desk as its {@code desk.properties} has it.
 *
 * @param address      the front address; the desk owns every {@code +sub} of it as well
 * @param casePrefix   no other desk of the server has it
 * @param mailingLists where posts go, each on its own
 * @param listHosts    hosts from which a post that comes back counts as confirmed
 * @param team         the members, each with a certificate file
 * @param approvals    how many members must approve; never more than the team has
 */
public record DeskConfig(
        DeskName name,
        Address address,
        String casePrefix,
        String project,
        List<Address> mailingLists,
        List<String> listHosts,
        List<Address> team,
        int approvals,
        DeskClocks clocks,
        DeskLimits limits,
        ReleaseConfig releases,
        List<UpstreamConfig> upstreams) {

    private static final Duration SHORTEST_IN_EARNEST = Duration.ofHours(1);

    public DeskConfig {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(casePrefix, "casePrefix");
        Objects.requireNonNull(project, "project");
        mailingLists = List.copyOf(mailingLists);
        listHosts = List.copyOf(listHosts);
        team = List.copyOf(team);
        if (team.isEmpty() || approvals < 1 || approvals > team.size()) {
            throw new IllegalArgumentException(approvals + " approvals of " + team.size() + " members");
        }
        Objects.requireNonNull(clocks, "clocks");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(releases, "releases");
        upstreams = List.copyOf(upstreams);
    }

    /** Whether its clocks are too short for people, as when a whole process is tried in a minute. */
    public boolean isRehearsal() {
        return clocks.advanceNotice().compareTo(SHORTEST_IN_EARNEST) < 0
                || clocks.acknowledgeWithin().compareTo(SHORTEST_IN_EARNEST) < 0;
    }

    public boolean isMember(Address candidate) {
        return team.contains(candidate);
    }

    /** What {@code recipient} means to this desk; empty where the address is not its own. */
    public Optional<DeskAddress> role(Address recipient) {
        return DeskAddress.read(name, address, casePrefix, recipient);
    }

    public Address addressOf(DeskRole role) {
        return DeskAddress.of(address, role);
    }
}
