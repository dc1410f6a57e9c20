package org.embargo.process.arrivals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.embargo.model.Arrival;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.Fingerprint;
import org.embargo.model.MailEvent;
import org.embargo.model.MessageId;
import org.embargo.model.ReporterEvent;
import org.embargo.model.Token;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.ReporterLetter;
import org.embargo.process.outcome.StrangerLetter;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.words.Finding;

/** What a new report causes: the case's first events, the answer to its author, the mail to the team. */
final class ReportDecision {

    private final NewReport report;
    private final Mailing mailing;
    private final Token reporterToken;
    private final MessageId teamThread;
    private final Instant answerBy;

    ReportDecision(NewReport report, Mailing mailing) {
        this.report = report;
        this.mailing = mailing;
        this.reporterToken = mailing.randomness().token();
        this.teamThread = mailing.newMessageId();
        this.answerBy = mailing.now().plus(mailing.roster().desk().acknowledgeWithin());
    }

    Outcome decide() {
        List<OutboxLetter> letters = new ArrayList<>();
        answer().ifPresent(letters::add);
        if (report.single()) {
            letters.addAll(toTeam());
        }
        return new Outcome(events(), letters);
    }

    private List<CaseEvent> events() {
        List<CaseEvent> events = new ArrayList<>();
        events.add(new MailEvent.ReportFiled(
                report.mail(),
                report.reporter(),
                report.reporterName(),
                report.subject(),
                report.arrival(),
                reporterToken,
                report.messageId(),
                teamThread,
                answerBy));
        report.certificate().map(ReporterEvent.ReporterCertificateTaken::new).ifPresent(events::add);
        for (Fingerprint proposed : report.proposed()) {
            events.add(new ReporterEvent.ReporterCertificateProposed(proposed, report.mail()));
        }
        report.sharedWith().forEach(other -> events.add(new ReporterEvent.CiphertextShared(other)));
        report.credit().ifPresent(wish -> events.addAll(wish.events(unfiled())));
        return events;
    }

    /** Nobody has said anything of it yet. */
    private Case unfiled() {
        return Case.unfiled(report.id(), mailing.roster().desk().name());
    }

    private Optional<OutboxLetter> answer() {
        return report.reporter().flatMap(to -> switch (report.receipt()) {
            case RECEIPT ->
                Optional.of(mailing.toOne(Optional.of(report.id()), receipt(), to, due(), report.messageId()));
            case NOTE ->
                Optional.of(mailing.toOne(
                        Optional.empty(), new StrangerLetter.UnprovenNote(), to, due(), report.messageId()));
            case NONE -> Optional.<OutboxLetter>empty();
        });
    }

    /**
     * It names no certificate but the reporter's own: signed mail of others, sent on in one's own name, would find out
     * who is on the team and who has reported something.
     */
    private Letter receipt() {
        Arrival arrival = report.arrival();
        Arrival told = new Arrival(
                arrival.encrypted(),
                arrival.readable(),
                arrival.automatic(),
                arrival.proven(),
                arrival.signedBy().filter(signer -> report.certificate().equals(Optional.of(signer))));
        boolean creditNoted = report.credit()
                .filter(wish -> !wish.events(unfiled()).isEmpty())
                .isPresent();
        return new ReporterLetter.Receipt(
                report.id(), told, answerBy, reporterToken, report.certificate(), creditNoted);
    }

    /** At random, so that how long opening took can't be read off the time of the answer. */
    private Instant due() {
        Duration delay = mailing.roster().desk().receiptDelay();
        return delay.isZero()
                ? mailing.now()
                : mailing.now().plusMillis(mailing.randomness().number(0, delay.toMillis() + 1));
    }

    private List<OutboxLetter> toTeam() {
        List<Finding> findings = new ArrayList<>(report.findings());
        report.credit().ifPresent(wish -> findings.addAll(wish.findings(unfiled())));
        findings.addAll(mailing.roster().gaps());
        Letter letter = new TeamLetter.TeamMail(
                report.id(), report.mail(), TeamLetter.TeamMail.Occasion.NEW_REPORT, findings, Optional.of(answerBy));
        return mailing.toTeam(Optional.of(report.id()), letter, teamThread, Optional.empty(), member -> true);
    }
}
