package org.embargo.desk.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.embargo.config.DeskLimits;
import org.embargo.mail.AutomaticMail;
import org.embargo.mail.OpenedMail;
import org.embargo.model.Address;
import org.embargo.model.DeskName;
import org.embargo.process.arrivals.ReceiptPlan;
import org.embargo.store.AnswerCounts;

/**
 * Whether an automatic answer may go to the author of a mail (RFC 3834, contract section 4). Whatever is decided here,
 * the mail is filed all the same.
 */
final class AnswerPolicy {

    /** A mail that came by us this often goes in circles. */
    static final int MOST_OWN_TRACES = 3;

    private static final Duration NOTE_EVERY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final AnswerCounts counts;
    private final DeskName desk;
    private final DeskLimits limits;
    private final Instant now;

    AnswerPolicy(AnswerCounts counts, DeskName desk, DeskLimits limits, Instant now) {
        this.counts = counts;
        this.desk = desk;
        this.limits = limits;
        this.now = now;
    }

    /**
     * Decides on the answer to {@code mail}.
     *
     * @param shared  whether its ciphertext lies in another case, so that a thief may be asking
     * @param isOwn   whether its author is an address of a desk of this server
     */
    Answer onReport(OpenedMail mail, boolean shared, boolean isOwn) {
        Authorship authorship = Authorship.of(mail);
        Optional<String> obstacle = obstacle(mail, authorship, isOwn);
        if (obstacle.isPresent()) {
            return Answer.none(obstacle.get());
        }
        Address to = authorship.author().orElseThrow();
        if (shared) {
            return Answer.none("shared");
        }
        if (!authorship.isAnswerable()) {
            return isNoteDue(to)
                    ? allowed(ReceiptPlan.NOTE, AnswerCounts.Kind.UNPROVEN_NOTE, to)
                    : Answer.none("unproven");
        }
        return allowed(ReceiptPlan.RECEIPT, AnswerCounts.Kind.RECEIPT, to);
    }

    /** Whether the certificate may be sent to the author of {@code mail}: to an unproven address once a day. */
    Answer onKeyRequest(OpenedMail mail, boolean isOwn) {
        Authorship authorship = Authorship.of(mail);
        Optional<String> obstacle = obstacle(mail, authorship, isOwn);
        if (obstacle.isPresent()) {
            return Answer.none(obstacle.get());
        }
        Address to = authorship.author().orElseThrow();
        if (!authorship.isAnswerable()
                && counts.toAddress(AnswerCounts.Kind.KEY_ANSWER, desk, to, now.minus(NOTE_EVERY)) > 0) {
            return Answer.none("unproven");
        }
        return allowed(ReceiptPlan.RECEIPT, AnswerCounts.Kind.KEY_ANSWER, to);
    }

    private static Optional<String> obstacle(OpenedMail mail, Authorship authorship, boolean isOwn) {
        if (mail.ownTraces() >= MOST_OWN_TRACES || isOwn) {
            return Optional.of("loop");
        }
        if (AutomaticMail.is(mail)) {
            return Optional.of("automatic");
        }
        return authorship.author().isEmpty() ? Optional.of("author") : Optional.empty();
    }

    private boolean isNoteDue(Address to) {
        return counts.toAddress(AnswerCounts.Kind.UNPROVEN_NOTE, desk, to, now.minus(NOTE_EVERY)) == 0;
    }

    private Answer allowed(ReceiptPlan plan, AnswerCounts.Kind kind, Address to) {
        Instant since = now.minus(HOUR);
        boolean within = counts.toAddress(kind, desk, to, since) < limits.receiptsPerAddress()
                && counts.toDomainOf(kind, desk, to, since) < limits.receiptsPerDomain()
                && counts.ofDesk(kind, desk, since) < limits.receiptsPerHour();
        if (!within) {
            return Answer.none("limit");
        }
        counts.count(kind, desk, to, now);
        return new Answer(plan, Optional.empty());
    }

    /**
     * What was decided.
     *
     * @param reason why nobody is answered, in a word
     */
    record Answer(ReceiptPlan plan, Optional<String> reason) {

        static Answer none(String reason) {
            return new Answer(ReceiptPlan.NONE, Optional.of(reason));
        }
    }
}
