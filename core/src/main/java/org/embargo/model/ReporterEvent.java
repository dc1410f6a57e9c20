package org.embargo.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Something about the reporter: who he is, how he is written to, and that he was. */
public sealed interface ReporterEvent extends CaseEvent {

    /** From now on letters to the reporter are encrypted to this certificate. */
    record ReporterCertificateTaken(Fingerprint fingerprint) implements ReporterEvent {
        public ReporterCertificateTaken {
            Objects.requireNonNull(fingerprint, "fingerprint");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.reporterCertificate = Optional.of(fingerprint));
        }
    }

    /** A certificate came along that a member may take; nothing is encrypted to it by itself. */
    record ReporterCertificateProposed(Fingerprint fingerprint, IntakeId mail) implements ReporterEvent {
        public ReporterCertificateProposed {
            Objects.requireNonNull(fingerprint, "fingerprint");
            Objects.requireNonNull(mail, "mail");
        }

        @Override
        public Case applyTo(Case before) {
            return before;
        }
    }

    /** The same encrypted message lies in another case as well: one of the two senders may have stolen it. */
    record CiphertextShared(CaseId other) implements ReporterEvent {
        public CiphertextShared {
            Objects.requireNonNull(other, "other");
        }

        @Override
        public Case applyTo(Case before) {
            return before.sharedWith().contains(other)
                    ? before
                    : before.with(draft -> {
                        draft.sharedWith.add(other);
                        draft.sure = false;
                    });
        }
    }

    /** A member was sure of the reporter though the ciphertext is shared: what was held for that may go. */
    record ReporterAssured() implements ReporterEvent {
        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.sure = true);
        }
    }

    /**
     * A member wrote to the reporter: by {@code /reply}, or with the verdict.
     *
     * @param mail the member's, in the archive
     */
    record ReporterAnswered(IntakeId mail, Instant when) implements ReporterEvent {
        public ReporterAnswered {
            Objects.requireNonNull(mail, "mail");
            Objects.requireNonNull(when, "when");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> {
                draft.answered = draft.answered.or(() -> Optional.of(when));
                draft.lastWord = Optional.of(when);
            });
        }
    }

    /** Letters to the reporter go to this address from now on. */
    record ReporterSet(Address reporter) implements ReporterEvent {
        public ReporterSet {
            Objects.requireNonNull(reporter, "reporter");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.reporter = Optional.of(reporter));
        }
    }
}
