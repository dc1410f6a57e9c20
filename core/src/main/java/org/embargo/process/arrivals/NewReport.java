package org.embargo.process.arrivals;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.Arrival;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.Fingerprint;
import org.embargo.model.IntakeId;
import org.embargo.model.MessageId;
import org.embargo.process.outcome.CreditWish;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.words.Finding;

/**
 * Asks to open a case for a mail.
 *
 * @param id          drawn, and not taken yet
 * @param reporter    the one author; empty when the mail names none or several
 * @param certificate proven to be the reporter's by the way it came
 * @param proposed    certificates that came along and prove nothing
 * @param sharedWith  cases that hold the same ciphertext
 * @param findings    what is known of the mail, for the team
 * @param receipt     whether its author is answered
 * @param credit      how its author wants to be credited
 * @param single      whether the team gets a mail for this case alone; otherwise it is told by the quarter-hourly list
 */
public record NewReport(
        CaseId id,
        IntakeId mail,
        Optional<Address> reporter,
        Confidential reporterName,
        Confidential subject,
        Arrival arrival,
        Optional<MessageId> messageId,
        Optional<Fingerprint> certificate,
        List<Fingerprint> proposed,
        List<CaseId> sharedWith,
        List<Finding> findings,
        ReceiptPlan receipt,
        Optional<CreditWish> credit,
        boolean single) {

    public NewReport {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(mail, "mail");
        Objects.requireNonNull(reporter, "reporter");
        Objects.requireNonNull(reporterName, "reporterName");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(arrival, "arrival");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(certificate, "certificate");
        proposed = List.copyOf(proposed);
        sharedWith = List.copyOf(sharedWith);
        findings = List.copyOf(findings);
        Objects.requireNonNull(receipt, "receipt");
        Objects.requireNonNull(credit, "credit");
    }

    /** Opens the case, answers the reporter and tells the team. */
    public Outcome decide(Mailing mailing) {
        return new ReportDecision(this, mailing).decide();
    }
}
