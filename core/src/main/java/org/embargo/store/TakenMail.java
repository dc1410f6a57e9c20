package org.embargo.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.IntakeId;

/**
 * A mail that a commit has taken in; its sealed file lies in the archive under the same id.
 *
 * @param caseId the case it belongs to, if any
 */
public record TakenMail(IntakeId id, DeskName desk, Optional<CaseId> caseId, Kind kind, Instant received) {

    public TakenMail {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(desk, "desk");
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(received, "received");
    }

    /** What the desk made of it. */
    public enum Kind {
        REPORT,
        FOLLOW_UP,
        MEMBER_MAIL,
        KEY_REQUEST,
        BOUNCE,
        /** Through the public list. */
        LIST_MAIL,
        /** For the team's digest. */
        SET_ASIDE,
        /** Same content as an earlier mail; no effect. */
        DUPLICATE
    }
}
