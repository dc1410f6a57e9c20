package org.embargo.process.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.Fingerprint;
import org.embargo.model.ReporterEvent;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.ReporterLetter;
import org.embargo.process.standing.Clearance;
import org.embargo.process.words.Command;
import org.embargo.process.words.Refusal.Reason;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/** Decides on a letter that a member writes to the reporter, and on what it acknowledges. */
final class WordToReporter {

    private final Case current;
    private final Circumstances at;
    private final Request request;
    private final Clearance clearance;

    WordToReporter(Case current, Circumstances at, Request request, Clearance clearance) {
        this.current = current;
        this.at = at;
        this.request = request;
        this.clearance = clearance;
    }

    /** @param events that the command causes besides the answer */
    Decision decide(ReporterLetter.Reply.Tenor tenor, List<CaseEvent> events) {
        Optional<CaseId> shared = current.sharedWith().stream().findFirst();
        if (shared.isPresent() && !clearance.sure()) {
            return Decision.refused(Reason.CIPHERTEXT_SHARED, shared.get().toString());
        }
        if (wouldTellTooMuch()) {
            return Decision.refused(
                    Reason.NO_CERTIFICATE, request.command().word() + " " + clearWith(request.arguments()));
        }
        List<CaseEvent> all = new ArrayList<>(events);
        shared.ifPresent(other -> all.add(new ReporterEvent.ReporterAssured()));
        all.add(new ReporterEvent.ReporterAnswered(at.mail(), at.now()));
        return new Decision.Done(all, letters(tenor), remarks(events));
    }

    /** What came encrypted is not talked about in clear; a verdict without words tells nothing. */
    private boolean wouldTellTooMuch() {
        boolean saysSomething = !request.text().isBlank() || takesFiles();
        return current.arrivedEncrypted()
                && current.reporterCertificate().isEmpty()
                && saysSomething
                && !clearance.clear();
    }

    /** Only what a reply says goes with files: a verdict is short. */
    private boolean takesFiles() {
        return at.files() && request.command() == Command.REPLY;
    }

    private static String clearWith(String arguments) {
        return (arguments + " clear").strip();
    }

    private List<OutboxLetter> letters(ReporterLetter.Reply.Tenor tenor) {
        Letter letter = new ReporterLetter.Reply(
                current.id(),
                tenor,
                request.text(),
                takesFiles() ? Optional.of(at.mail()) : Optional.empty(),
                current.reporterToken(),
                current.reporterCertificate());
        return current
                .reporter()
                .map(to ->
                        at.mailing().toOne(Optional.of(current.id()), letter, to, at.now(), current.lastReporterMail()))
                .stream()
                .toList();
    }

    private List<Remark> remarks(List<CaseEvent> events) {
        List<Remark> remarks = new ArrayList<>();
        if (!events.isEmpty()) {
            remarks.add(Remark.of(
                    Kind.STATE_IS_NOW, Standing.word(current.after(events).state())));
        }
        if (current.reporter().isEmpty()) {
            remarks.add(Remark.of(Kind.NOBODY_TO_TELL));
            return remarks;
        }
        String certificate = current.reporterCertificate().map(Fingerprint::hex).orElse("");
        if (at.holds().keepBack(current)) {
            remarks.add(Remark.of(at.holds().all() ? Kind.WAITS_WHILE_ALL_HELD : Kind.WAITS_WHILE_HELD, certificate));
        } else {
            remarks.add(
                    certificate.isEmpty()
                            ? Remark.of(Kind.TOLD_IN_CLEAR)
                            : Remark.of(Kind.TOLD_ENCRYPTED, certificate));
        }
        return remarks;
    }
}
