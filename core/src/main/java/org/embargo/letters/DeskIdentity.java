package org.embargo.letters;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.embargo.model.Address;
import org.embargo.openpgp.DeskKeys;

/**
 * What letters say of the desk they come from.
 *
 * @param project           name of the project; on one line
 * @param address           the desk's own address
 * @param keys              sign every letter; their certificate goes along in the Autocrypt field
 * @param supportedReleases releases under support, newest first; may be empty
 * @param mainBranch        name of the branch that is supported besides them
 * @param acknowledgeWithin within which a human answers a report
 * @param advanceNotice     how long before disclosure recipients and reporter are told
 */
public record DeskIdentity(
        String project,
        Address address,
        DeskKeys keys,
        List<String> supportedReleases,
        String mainBranch,
        Duration acknowledgeWithin,
        Duration advanceNotice) {

    public DeskIdentity {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(keys, "keys");
        supportedReleases = List.copyOf(supportedReleases);
        Objects.requireNonNull(mainBranch, "mainBranch");
        Objects.requireNonNull(acknowledgeWithin, "acknowledgeWithin");
        Objects.requireNonNull(advanceNotice, "advanceNotice");
    }
}
