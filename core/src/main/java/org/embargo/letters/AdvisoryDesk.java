package org.embargo.letters;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.Fingerprint;

/**
 * What the texts that are approved say of the desk, and what else of it an approval binds to.
 *
 * @param key                 of the desk, which signs them
 * @param mailingLists        where posts go
 * @param advanceNotice       from the notices to disclosure, where a case has no distance of its own
 * @param timeSensitiveNotice the same for what is exploited already
 * @param releaseUrl          what the address of a release must begin with
 */
public record AdvisoryDesk(
        String project,
        Address address,
        Fingerprint key,
        List<Address> mailingLists,
        Duration advanceNotice,
        Duration timeSensitiveNotice,
        Optional<String> releaseUrl) {

    public AdvisoryDesk {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(key, "key");
        mailingLists = List.copyOf(mailingLists);
        Objects.requireNonNull(advanceNotice, "advanceNotice");
        Objects.requireNonNull(timeSensitiveNotice, "timeSensitiveNotice");
        Objects.requireNonNull(releaseUrl, "releaseUrl");
    }
}
