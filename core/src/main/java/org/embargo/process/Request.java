package org.embargo.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.CaseState;
import org.embargo.model.Confidential;
import org.embargo.model.Fingerprint;
import org.embargo.process.Remark.Kind;

/**
 * One command as a member wrote it, its values checked. Whether its state allows it is asked before: {@link StateTable}.
 */
public sealed interface Request {

    /** What comes of it on {@code current}. Pure, but for the draw of ids. */
    Decision decide(Case current, Circumstances at);

    Command command();

    /** What stands behind the command on its line, as it is written. */
    default String arguments() {
        return "";
    }

    /** The text that follows; blank where there is none. */
    default Confidential text() {
        return new Confidential("");
    }

    /** The case it acts on, where that is not the one the mail is about. */
    default Optional<CaseId> target() {
        return Optional.empty();
    }

    /** Whether the other members are told. */
    default boolean isTold() {
        return true;
    }

    /** How to write commands, or one of them. */
    record Help(Optional<Command> about) implements Request {
        public Help {
            Objects.requireNonNull(about, "about");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return Decision.told(Arrays.stream(Command.values())
                    .filter(command -> about.isEmpty() || about.get() == command)
                    .map(command -> Remark.of(Kind.HELP, command.name(), command.form()))
                    .toList());
        }

        @Override
        public Command command() {
            return Command.HELP;
        }

        @Override
        public String arguments() {
            return about.map(Command::word).orElse("");
        }

        @Override
        public boolean isTold() {
            return false;
        }
    }

    /** The open cases, or all of them. */
    record Cases(boolean all) implements Request {
        private static final int MOST_LISTED = 100;

        @Override
        public Decision decide(Case current, Circumstances at) {
            List<Remark> lines = new ArrayList<>(at.overview().stream()
                    .limit(MOST_LISTED)
                    .map(Standing::line)
                    .toList());
            if (lines.isEmpty()) {
                lines.add(Remark.of(Kind.NO_CASES));
            }
            if (at.overview().size() > MOST_LISTED) {
                lines.add(
                        Remark.of(Kind.MORE_CASES, String.valueOf(at.overview().size() - MOST_LISTED)));
            }
            return Decision.told(lines);
        }

        @Override
        public Command command() {
            return Command.CASES;
        }

        @Override
        public String arguments() {
            return all ? "all" : "";
        }

        @Override
        public boolean isTold() {
            return false;
        }
    }

    /** The case with everything that is set, and its history. */
    record Status() implements Request {
        @Override
        public Decision decide(Case current, Circumstances at) {
            return Decision.told(Stream.concat(
                            Standing.details(current).stream(),
                            at.history().stream().map(Standing::history))
                    .toList());
        }

        @Override
        public Command command() {
            return Command.STATUS;
        }

        @Override
        public boolean isTold() {
            return false;
        }
    }

    /** A word to the team. The mail that holds it is filed and shown; nothing else follows. */
    record Note(Confidential text) implements Request {
        public Note {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return Decision.told(List.of(Remark.of(Kind.NOTE_KEPT)));
        }

        @Override
        public Command command() {
            return Command.NOTE;
        }
    }

    /** A letter to the reporter. */
    record Reply(Confidential text, Clearance clearance) implements Request {
        public Reply {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(clearance, "clearance");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return current.reporter().isEmpty()
                    ? Decision.refused(Kind.NO_REPORTER)
                    : new WordToReporter(current, at, this, clearance).decide(Letter.Reply.Tenor.REPLY, List.of());
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
    record Accept(Confidential text, Clearance clearance) implements Request {
        public Accept {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(clearance, "clearance");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return new WordToReporter(current, at, this, clearance)
                    .decide(Letter.Reply.Tenor.ACCEPTED, List.of(new CaseEvent.CaseAccepted()));
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
    record Reject(Confidential text, Clearance clearance) implements Request {
        public Reject {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(clearance, "clearance");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return new WordToReporter(current, at, this, clearance)
                    .decide(Letter.Reply.Tenor.REJECTED, List.of(new CaseEvent.CaseRejected()));
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
    record Duplicate(CaseId of, Confidential text, Clearance clearance) implements Request {
        public Duplicate {
            Objects.requireNonNull(of, "of");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(clearance, "clearance");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            if (of.equals(current.id())) {
                return Decision.refused(Kind.SAME_CASE);
            }
            if (!at.existing().contains(of)) {
                return Decision.refused(Kind.NO_SUCH_CASE, of.toString());
            }
            return new WordToReporter(current, at, this, clearance)
                    .decide(Letter.Reply.Tenor.DUPLICATE, List.of(new CaseEvent.CaseDuplicate(of)));
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

    /** Closes a case that nobody needs, and answers nobody. */
    record Junk(CaseId junk) implements Request {
        public Junk {
            Objects.requireNonNull(junk, "junk");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return Decision.changed(new CaseEvent.CaseClosed(true), Remark.of(Kind.JUNKED, junk.toString()));
        }

        @Override
        public Command command() {
            return Command.JUNK;
        }

        @Override
        public String arguments() {
            return junk.toString();
        }

        @Override
        public Optional<CaseId> target() {
            return Optional.of(junk);
        }
    }

    /** Who looks after the case. */
    record Owner(Address owner) implements Request {
        public Owner {
            Objects.requireNonNull(owner, "owner");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return at.mailing().roster().desk().member(owner).isEmpty()
                    ? Decision.refused(Kind.NOT_A_MEMBER, owner.value())
                    : Decision.changed(new CaseEvent.OwnerSet(owner), Remark.of(Kind.OWNER_IS_NOW, owner.value()));
        }

        @Override
        public Command command() {
            return Command.OWNER;
        }

        @Override
        public String arguments() {
            return owner.value();
        }
    }

    /** Where letters to the reporter go from now on; the address before is told. */
    record Reporter(Address reporter, boolean sure) implements Request {
        public Reporter {
            Objects.requireNonNull(reporter, "reporter");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            if (at.ours().contains(reporter)) {
                return Decision.refused(Kind.ADDRESS_IS_OURS, reporter.value());
            }
            if (!current.sharedWith().isEmpty() && !sure) {
                return Decision.refused(
                        Kind.CIPHERTEXT_SHARED, current.sharedWith().get(0).toString());
            }
            List<OutboxLetter> letters = current
                    .reporter()
                    .filter(former -> !former.equals(reporter))
                    .map(former -> at.mailing()
                            .toOne(
                                    Optional.of(current.id()),
                                    new Letter.AddressChanged(current.id(), current.reporterCertificate()),
                                    former,
                                    at.now(),
                                    current.lastReporterMail()))
                    .stream()
                    .toList();
            List<Remark> remarks = new ArrayList<>(List.of(Remark.of(Kind.REPORTER_IS_NOW, reporter.value())));
            letters.forEach(letter -> remarks.add(Remark.of(Kind.FORMER_REPORTER_TOLD)));
            return new Decision.Done(List.of(new CaseEvent.ReporterSet(reporter)), letters, remarks);
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
    record ReporterKey(Optional<Fingerprint> fingerprint) implements Request {
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
                        at.attached().isEmpty() ? Kind.NO_CERTIFICATE_ATTACHED : Kind.SEVERAL_CERTIFICATES_ATTACHED);
            }
            return take(at.attached().keySet().iterator().next(), at.attached());
        }

        private static Decision take(Fingerprint wanted, Map<Fingerprint, Boolean> known) {
            if (!known.containsKey(wanted)) {
                return Decision.refused(Kind.CERTIFICATE_UNKNOWN, wanted.hex());
            }
            return known.getOrDefault(wanted, false)
                    ? Decision.changed(
                            new CaseEvent.ReporterCertificateTaken(wanted),
                            Remark.of(Kind.CERTIFICATE_TAKEN, wanted.hex()))
                    : Decision.refused(Kind.CERTIFICATE_CANNOT_ENCRYPT, wanted.hex());
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

    /** Nothing of the case leaves to anybody outside, but receipts. */
    record Hold(Confidential text) implements Request {
        public Hold {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return Decision.changed(new CaseEvent.CaseHeld(), Remark.of(Kind.HELD));
        }

        @Override
        public Command command() {
            return Command.HOLD;
        }
    }

    /** Ends a hold. */
    record Resume() implements Request {
        @Override
        public Decision decide(Case current, Circumstances at) {
            return current.held()
                    ? Decision.changed(new CaseEvent.CaseResumed(), Remark.of(Kind.RESUMED))
                    : Decision.refused(Kind.NOT_HELD);
        }

        @Override
        public Command command() {
            return Command.RESUME;
        }
    }

    /** Nothing is left to do. */
    record Close(Confidential text) implements Request {
        public Close {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return current.state() == CaseState.CLOSED
                    ? Decision.refused(Kind.CLOSED_ALREADY)
                    : Decision.changed(
                            new CaseEvent.CaseClosed(false),
                            Remark.of(Kind.STATE_IS_NOW, Standing.word(CaseState.CLOSED)));
        }

        @Override
        public Command command() {
            return Command.CLOSE;
        }
    }

    /** Goes on where the case was before it came to its end. */
    record Reopen() implements Request {
        @Override
        public Decision decide(Case current, Circumstances at) {
            return current.endedFrom()
                    .map(state -> Decision.changed(
                            new CaseEvent.CaseReopened(), Remark.of(Kind.STATE_IS_NOW, Standing.word(state))))
                    .orElseGet(() -> Decision.refused(Kind.NOT_CLOSED));
        }

        @Override
        public Command command() {
            return Command.REOPEN;
        }
    }
}
