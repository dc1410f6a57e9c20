package org.embargo.desk.intake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.desk.orders.SignedOrder;
import org.embargo.model.CaseId;
import org.embargo.model.Guest;
import org.embargo.model.Member;
import org.embargo.model.Token;
import org.embargo.store.OutboxRow;

/** What an opened mail is to its desk. Each kind says for itself how it is filed. */
sealed interface Intake {

    /** Files the mail within the transaction that {@code filing} has open. */
    void file(Filing filing);

    /** Whether a mail of the same content that proves nothing has no bearing on it: else one sent first would swallow it. */
    default boolean mayRepeatUnprovenContent() {
        return false;
    }

    /**
     * Opens a case.
     *
     * @param hints cases it may belong to, without proof
     */
    record Report(List<CaseId> hints) implements Intake {
        public Report {
            hints = List.copyOf(hints);
        }

        @Override
        public void file(Filing filing) {
            filing.report(this);
        }
    }

    /**
     * Joins a case from outside.
     *
     * @param byReporter whether it is proven to be the reporter's
     */
    record FollowUp(CaseId caseId, boolean byReporter) implements Intake {
        public FollowUp {
            Objects.requireNonNull(caseId, "caseId");
        }

        @Override
        public void file(Filing filing) {
            filing.followUp(this);
        }
    }

    /** Came to the address of a recipient's notice. */
    record NoticeAnswer(CaseId caseId, Token token) implements Intake {
        public NoticeAnswer {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(token, "token");
        }

        @Override
        public void file(Filing filing) {
            filing.noticeAnswer(this);
        }
    }

    /** Bears a member's address and came to the address of a case. */
    record MemberMail(CaseId caseId, Member member) implements Intake {
        public MemberMail {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(member, "member");
        }

        @Override
        public void file(Filing filing) {
            filing.memberMail(this);
        }
    }

    /**
     * Commands of a member, signed by himself, to the desk's own address.
     *
     * @param order what he signed
     */
    record Commands(SignedOrder order) implements Intake {
        public Commands {
            Objects.requireNonNull(order, "order");
        }

        @Override
        public void file(Filing filing) {
            filing.commands(this);
        }
    }

    /**
     * Came to the address of a guest.
     *
     * @param byGuest whether it is proven to be his
     */
    record GuestMail(CaseId caseId, Guest guest, boolean byGuest) implements Intake {
        public GuestMail {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(guest, "guest");
        }

        @Override
        public void file(Filing filing) {
            filing.guestMail(this);
        }
    }

    /** Asks for the desk's certificate. */
    record KeyRequest() implements Intake {
        @Override
        public void file(Filing filing) {
            filing.keyRequest();
        }
    }

    /** Reports for good that a letter of the desk was not delivered. */
    record Bounce(OutboxRow row, String status) implements Intake {
        public Bounce {
            Objects.requireNonNull(row, "row");
            Objects.requireNonNull(status, "status");
        }

        @Override
        public void file(Filing filing) {
            filing.bounce(this);
        }
    }

    /** Came through the public list. */
    record FromList() implements Intake {
        @Override
        public void file(Filing filing) {
            filing.fromList();
        }
    }

    /**
     * Came to the address for upstreams.
     *
     * @param reading what it announces
     */
    record Announced(UpstreamReading reading) implements Intake {
        public Announced {
            Objects.requireNonNull(reading, "reading");
        }

        @Override
        public void file(Filing filing) {
            filing.announced(this);
        }

        @Override
        public boolean mayRepeatUnprovenContent() {
            return reading.proven();
        }
    }

    /** Needs nobody now; the team's digest names it. */
    record SetAside(Optional<CaseId> caseId) implements Intake {
        public SetAside {
            Objects.requireNonNull(caseId, "caseId");
        }

        @Override
        public void file(Filing filing) {
            filing.setAside(this);
        }
    }
}
