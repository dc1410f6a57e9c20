package org.embargo.process.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.CaseId;

/**
 * What came in since the last digest.
 *
 * @param since       from when on it is counted
 * @param reports     mails that opened a case
 * @param further     other mails of cases, from outside or from members
 * @param keyRequests mails that asked for the desk's key
 * @param others      bounces and mails that came twice
 * @param setAside    automatic mail that nobody was told of
 */
public record DigestMails(
        Instant since, int reports, int further, int keyRequests, int others, List<SetAside> setAside) {

    public DigestMails {
        Objects.requireNonNull(since, "since");
        setAside = List.copyOf(setAside);
    }

    /** Whether there was no mail at all, which may mean that none comes through. */
    public boolean isEmpty() {
        return reports + further + keyRequests + others == 0 && setAside.isEmpty();
    }

    /** An automatic mail that nobody was told of, with its case where it has one. */
    public record SetAside(Instant received, Optional<CaseId> caseId) {
        public SetAside {
            Objects.requireNonNull(received, "received");
            Objects.requireNonNull(caseId, "caseId");
        }
    }
}
