package org.embargo.desk.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.embargo.desk.intake.AnswerPolicy.Answer;
import org.embargo.mail.BroughtCertificate;
import org.embargo.mail.Coverage;
import org.embargo.mail.Mailbox;
import org.embargo.model.Actor;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.Fingerprint;
import org.embargo.openpgp.Certificate;
import org.embargo.process.arrivals.NewReport;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.words.Finding;
import org.embargo.store.TakenMail;

/** Files a mail that opens a case. */
final class ReportFiling {

    private final MailInHand hand;

    ReportFiling(MailInHand hand) {
        this.hand = hand;
    }

    void file(Intake.Report report) {
        CaseId id = hand.freeId();
        hand.take(TakenMail.Kind.REPORT, Optional.of(id));
        Set<CaseId> shared = hand.ciphertext().casesBeside(id);
        OfferedCertificates offered = hand.offered();
        Answer answer = hand.answers().onReport(hand.mail(), !shared.isEmpty(), hand.isOwnAuthor());
        Outcome outcome = newReport(report, id, shared, offered, answer).decide(hand.mailing());
        Case filed = hand.commit().commit(Case.unfiled(id, hand.desk().name()), outcome, Actor.OUTSIDE);
        hand.tx()
                .lookUps()
                .rememberReporterToken(hand.desk().name(), filed.reporterToken().orElseThrow(), id);
        hand.rememberFor(id);
        offered.taken().ifPresent(certificate -> hand.keep(id, certificate));
        offered.proposed().forEach(certificate -> hand.keep(id, certificate));
        hand.ciphertext().mark(shared, id);
        hand.ciphertext().remember(id);
    }

    private NewReport newReport(
            Intake.Report report, CaseId id, Set<CaseId> shared, OfferedCertificates offered, Answer answer) {
        return new NewReport(
                id,
                hand.mail().id(),
                hand.authorship().author(),
                hand.mail().outer().author().map(Mailbox::name).orElse(new Confidential("")),
                hand.mail().inner().subject(),
                hand.arrival(hand.authorship().isAnswerable(), signer(offered)),
                hand.mail().outer().messageId(),
                offered.taken().map(Certificate::fingerprint),
                offered.proposed().stream().map(Certificate::fingerprint).toList(),
                List.copyOf(shared),
                reportFindings(report, shared, offered, answer),
                answer.plan(),
                SaidCredit.in(hand.mail(), hand.tx(), true, hand.now()),
                new ToldSingly(hand).asNewCase());
    }

    private List<Finding> reportFindings(
            Intake.Report report, Set<CaseId> shared, OfferedCertificates offered, Answer answer) {
        List<Finding> findings = new ArrayList<>(MailFindings.of(hand.mail(), hand.desk()));
        offered.taken()
                .ifPresent(taken -> findings.add(Finding.of(
                        Finding.Kind.CERTIFICATE_TAKEN, taken.fingerprint().spaced())));
        findings.addAll(proposals(offered));
        report.hints().forEach(hint -> findings.add(Finding.of(Finding.Kind.MAY_BELONG_TO, hint.toString())));
        shared.forEach(other -> findings.add(Finding.of(Finding.Kind.CIPHERTEXT_SHARED, other.toString())));
        answer.reason().ifPresent(reason -> findings.add(Finding.of(Finding.Kind.NOT_ANSWERED, reason)));
        return findings;
    }

    private static List<Finding> proposals(OfferedCertificates offered) {
        return offered.proposed().stream()
                .map(certificate -> Finding.of(
                        Finding.Kind.CERTIFICATE_PROPOSED,
                        certificate.fingerprint().spaced()))
                .toList();
    }

    /** Also the certificate taken with this mail, so that a receipt does not tell whether it was known before. */
    private Optional<Fingerprint> signer(OfferedCertificates offered) {
        return hand.authorship().signedBy().or(() -> offered.taken()
                .map(Certificate::fingerprint)
                .filter(taken -> hand.mail().coverage() == Coverage.WHOLE && verifiesWith(taken)));
    }

    private boolean verifiesWith(Fingerprint fingerprint) {
        return hand.mail().certificates().stream()
                .filter(BroughtCertificate::verifiesSignature)
                .anyMatch(brought -> brought.certificate().fingerprint().equals(fingerprint));
    }
}
