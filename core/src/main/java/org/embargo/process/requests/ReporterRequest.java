package org.embargo.process.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.CourseEvent;
import org.embargo.model.Fingerprint;
import org.embargo.model.ReporterEvent;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.ReporterLetter;
import org.embargo.process.standing.Clearance;
import org.embargo.process.words.Command;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Refusal.Reason;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/** What concerns the reporter: letters to him, verdicts that he is told, where and how he is written to. */
public sealed interface ReporterRequest extends Request {

    /** A letter to the reporter. */
    record Reply(Confidential text, Clearance clearance) implements ReporterRequest {
        public Reply {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(clearance, "clearance");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return current.reporter().isEmpty()
                    ? Decision.refused(Reason.NO_REPORTER)
                    : new WordToReporter(current, at, this, clearance)
                            .decide(ReporterLetter.Reply.Tenor.REPLY, List.of());
        }

        @Override
        public Command command() {
            return Command.REPLY;
        }

        @Override
        public String arguments() {
            return clearance.print();
        }
    }

    /** The team takes it as an issue. */
    record Accept(Confidential text, Clearance clearance) implements ReporterRequest {
        public Accept {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(clearance, "clearance");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return current.upstream()
                    .map(upstream -> new UpstreamDecision(current, upstream, at).accept(text))
                    .orElseGet(() -> takenAsIssue(current, at));
        }

        private Decision takenAsIssue(Case current, Circumstances at) {
            return new WordToReporter(current, at, this, clearance)
                    .decide(ReporterLetter.Reply.Tenor.ACCEPTED, List.of(new CourseEvent.CaseAccepted()));
        }

        @Override
        public Command command() {
            return Command.ACCEPT;
        }

        @Override
        public String arguments() {
            return clearance.print();
        }
    }

    /** The team does not take it as an issue, and says why. */
    record Reject(Confidential text, Clearance clearance) implements ReporterRequest {
        public Reject {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(clearance, "clearance");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return new WordToReporter(current, at, this, clearance)
                    .decide(ReporterLetter.Reply.Tenor.REJECTED, List.of(new CourseEvent.CaseRejected()));
        }

        @Override
        public Command command() {
            return Command.REJECT;
        }

        @Override
        public String arguments() {
            return clearance.print();
        }
    }

    /** It is known already. The reporter is told so, and not as which case. */
    record Duplicate(CaseId of, Confidential text, Clearance clearance) implements ReporterRequest {
        public Duplicate {
            Objects.requireNonNull(of, "of");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(clearance, "clearance");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            if (of.equals(current.id())) {
                return Decision.refused(Reason.SAME_CASE);
            }
            if (!at.existing().contains(of)) {
                return Decision.refused(Reason.NO_SUCH_CASE, of.toString());
            }
            return new WordToReporter(current, at, this, clearance)
                    .decide(ReporterLetter.Reply.Tenor.DUPLICATE, List.of(new CourseEvent.CaseDuplicate(of)));
        }

        @Override
        public Command command() {
            return Command.DUPLICATE;
        }

        @Override
        public String arguments() {
            return (of + " " + clearance.print()).strip();
        }
    }

    /** Where letters to the reporter go from now on; the address before is told. */
    record Reporter(Address reporter, boolean sure) implements ReporterRequest {
        public Reporter {
            Objects.requireNonNull(reporter, "reporter");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return objection(current, at).<Decision>map(Decision.Refused::new).orElseGet(() -> taken(current, at));
        }

        private Optional<Refusal> objection(Case current, Circumstances at) {
            if (current.upstream().isPresent()) {
                return Optional.of(Refusal.of(Reason.UPSTREAM_IS_NOT_ANSWERED));
            }
            if (at.ours().contains(reporter)) {
                return Optional.of(Refusal.of(Reason.ADDRESS_IS_OURS, reporter.value()));
            }
            return current.sharedWith().stream()
                    .filter(other -> !sure)
                    .findFirst()
                    .map(other -> Refusal.of(Reason.CIPHERTEXT_SHARED, other.toString()));
        }

        private Decision taken(Case current, Circumstances at) {
            Optional<OutboxLetter> letter = letterToFormer(current, at);
            List<CaseEvent> events = new ArrayList<>(List.of(new ReporterEvent.ReporterSet(reporter)));
            if (!current.sharedWith().isEmpty()) {
                events.add(new ReporterEvent.ReporterAssured());
            }
            List<Remark> remarks = new ArrayList<>(List.of(Remark.of(Kind.REPORTER_IS_NOW, reporter.value())));
            if (letter.isPresent()) {
                boolean waits = at.holds().keepBack(current);
                remarks.add(Remark.of(waits ? Kind.FORMER_REPORTER_WAITS : Kind.FORMER_REPORTER_TOLD));
            }
            return new Decision.Done(events, letter.stream().toList(), remarks);
        }

        private Optional<OutboxLetter> letterToFormer(Case current, Circumstances at) {
            return current.reporter().filter(former -> !former.equals(reporter)).map(former -> at.mailing()
                    .toOne(
                            Optional.of(current.id()),
                            new ReporterLetter.AddressChanged(current.id(), current.reporterCertificate()),
                            former,
                            at.now(),
                            current.lastReporterMail()));
        }

        @Override
        public Command command() {
            return Command.REPORTER;
        }

        @Override
        public String arguments() {
            return reporter.value() + (sure ? " sure" : "");
        }
    }

    /** Takes the certificate that letters to the reporter are encrypted to: one that was proposed, or the one attached. */
    record ReporterKey(Optional<Fingerprint> fingerprint) implements ReporterRequest {
        public ReporterKey {
            Objects.requireNonNull(fingerprint, "fingerprint");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            if (fingerprint.isPresent()) {
                return take(fingerprint.get(), at.certificates());
            }
            if (at.attached().size() != 1) {
                return Decision.refused(
                        at.attached().isEmpty()
                                ? Reason.NO_CERTIFICATE_ATTACHED
                                : Reason.SEVERAL_CERTIFICATES_ATTACHED);
            }
            return take(at.attached().keySet().iterator().next(), at.attached());
        }

        private static Decision take(Fingerprint wanted, Map<Fingerprint, Boolean> known) {
            if (!known.containsKey(wanted)) {
                return Decision.refused(Reason.CERTIFICATE_UNKNOWN, wanted.hex());
            }
            return known.getOrDefault(wanted, false)
                    ? Decision.changed(
                            new ReporterEvent.ReporterCertificateTaken(wanted),
                            Remark.of(Kind.CERTIFICATE_TAKEN, wanted.hex()))
                    : Decision.refused(Reason.CERTIFICATE_CANNOT_ENCRYPT, wanted.hex());
        }

        @Override
        public Command command() {
            return Command.KEY;
        }

        @Override
        public String arguments() {
            return ("reporter " + fingerprint.map(Fingerprint::hex).orElse("")).strip();
        }
    }
}
