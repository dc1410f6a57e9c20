package org.embargo.process.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.embargo.model.Case;
import org.embargo.model.Confidential;
import org.embargo.model.Credit;
import org.embargo.model.CveId;
import org.embargo.model.CweId;
import org.embargo.model.DossierEvent;
import org.embargo.model.ReleaseVersion;
import org.embargo.model.TextField;
import org.embargo.model.VersionRange;
import org.embargo.process.words.Command;
import org.embargo.process.words.Refusal.Reason;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/** Sets a field of the case; nothing of it leaves. */
public sealed interface FieldRequest extends Request {

    /** Sets a field of free text. */
    record SetText(TextField field, Confidential words) implements FieldRequest {
        public SetText {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(words, "words");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            Remark done = field == TextField.TITLE
                    ? Remark.of(Kind.FIELD_TITLE, words.text())
                    : FieldLines.lineCount(field, words);
            return changed(
                    current.dossier().text(field).equals(Optional.of(words)),
                    () -> new DossierEvent.TextSet(field, words),
                    List.of(done));
        }

        @Override
        public Command command() {
            return switch (field) {
                case TITLE -> Command.TITLE;
                case DESCRIPTION -> Command.DESCRIPTION;
                case REMEDY -> Command.REMEDY;
                case WORKAROUND -> Command.WORKAROUND;
            };
        }

        @Override
        public String arguments() {
            return field == TextField.TITLE ? words.text() : "";
        }

        @Override
        public Confidential text() {
            return field == TextField.TITLE ? new Confidential("") : words;
        }
    }

    /** Sets how bad it is. */
    record Severity(org.embargo.model.Severity severity) implements FieldRequest {
        public Severity {
            Objects.requireNonNull(severity, "severity");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return changed(
                    current.dossier().severity().equals(Optional.of(severity)),
                    () -> new DossierEvent.SeveritySet(severity),
                    List.of(FieldLines.severity(severity)));
        }

        @Override
        public Command command() {
            return Command.SEVERITY;
        }

        @Override
        public String arguments() {
            return severity.vector().orElse(FieldLines.word(severity.level()));
        }
    }

    /** Sets its public numbers; none of them takes back those before. */
    record Cve(List<CveId> cves) implements FieldRequest {
        public Cve {
            cves = List.copyOf(cves);
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return changed(
                    current.dossier().cves().equals(cves),
                    () -> new DossierEvent.CvesSet(cves),
                    List.of(FieldLines.cves(cves)));
        }

        @Override
        public Command command() {
            return Command.CVE;
        }

        @Override
        public String arguments() {
            return FieldLines.joinedOrNone(cves);
        }
    }

    /** Sets the kinds of weakness; none of them takes back those before. */
    record Cwe(List<CweId> cwes) implements FieldRequest {
        public Cwe {
            cwes = List.copyOf(cwes);
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return changed(
                    current.dossier().cwes().equals(cwes),
                    () -> new DossierEvent.CwesSet(cwes),
                    List.of(FieldLines.cwes(cwes)));
        }

        @Override
        public Command command() {
            return Command.CWE;
        }

        @Override
        public String arguments() {
            return FieldLines.joinedOrNone(cwes);
        }
    }

    /** Adds a range of affected versions; without one, takes back all of them. */
    record Affects(Optional<VersionRange> range) implements FieldRequest {
        /** More of them than anybody reads. */
        private static final int MOST = 100;

        public Affects {
            Objects.requireNonNull(range, "range");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            List<Confidential> before = current.dossier().affected();
            List<Confidential> after = new ArrayList<>(range.isPresent() ? before : List.of());
            List<Remark> remarks = new ArrayList<>();
            if (range.isPresent()) {
                Confidential added = new Confidential(range.get().print());
                if (!after.contains(added)) {
                    after.add(added);
                }
                if (after.size() > MOST) {
                    return Decision.refused(Reason.TOO_MANY_VALUES, String.valueOf(MOST));
                }
                remarks.addAll(at.rules().supported().hitBy(range.get()));
            }
            remarks.add(0, FieldLines.affected(after));
            remarks.addAll(FieldLines.contradictions(after, current.dossier().fixed()));
            return changed(after.equals(before), () -> new DossierEvent.AffectedSet(after), remarks);
        }

        @Override
        public Command command() {
            return Command.AFFECTS;
        }

        @Override
        public String arguments() {
            return range.map(VersionRange::print).orElse("none");
        }
    }

    /** Sets the releases that will carry the fix, or says that there will be none. */
    record Fixed(List<ReleaseVersion> releases) implements FieldRequest {
        public Fixed {
            releases = List.copyOf(releases);
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            List<Confidential> fixed =
                    releases.stream().map(each -> new Confidential(each.text())).toList();
            List<Remark> remarks = new ArrayList<>(List.of(FieldLines.fixed(fixed)));
            remarks.addAll(FieldLines.contradictions(current.dossier().affected(), Optional.of(fixed)));
            return changed(
                    current.dossier().fixed().equals(Optional.of(fixed)),
                    () -> new DossierEvent.FixedSet(fixed),
                    remarks);
        }

        @Override
        public Command command() {
            return Command.FIXED;
        }

        @Override
        public String arguments() {
            return releases.isEmpty()
                    ? "none"
                    : releases.stream().map(ReleaseVersion::text).collect(Collectors.joining(", "));
        }
    }

    /** Sets how the reporter is credited, unless he said so himself; takes over the name that he gave after approval. */
    record SetCredit(Credit.Naming naming) implements FieldRequest {
        public SetCredit {
            Objects.requireNonNull(naming, "naming");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            Credit credit = current.dossier().credit();
            Optional<Credit.Naming> his = credit.waiting().or(credit::byReporter);
            if (his.isPresent() && !his.get().equals(naming)) {
                return Decision.refused(
                        credit.waiting().isPresent() ? Reason.CREDIT_WAITS_FOR : Reason.CREDIT_IS_HIS,
                        his.get().print());
            }
            return changed(
                    credit.waiting().isEmpty() && credit.effective().equals(Optional.of(naming)),
                    () -> new DossierEvent.CreditSet(naming),
                    List.of(FieldLines.credit(naming)));
        }

        @Override
        public Command command() {
            return Command.CREDIT;
        }

        @Override
        public String arguments() {
            return naming.print();
        }
    }

    /** Says that there is no patch. */
    record NoPatch() implements FieldRequest {
        @Override
        public Decision decide(Case current, Circumstances at) {
            return changed(
                    current.dossier().noPatches(),
                    DossierEvent.PatchesNone::new,
                    List.of(Remark.of(Kind.FIELD_NO_PATCH)));
        }

        @Override
        public Command command() {
            return Command.PATCH;
        }

        @Override
        public String arguments() {
            return "none";
        }
    }

    /** What is so already changes nothing: approvals stand. */
    private static Decision changed(boolean isSo, Supplier<DossierEvent> event, List<Remark> remarks) {
        return isSo
                ? Decision.told(Stream.concat(Stream.of(Remark.of(Kind.NOTHING_CHANGES)), remarks.stream())
                        .toList())
                : new Decision.Done(List.of(event.get()), List.of(), remarks);
    }
}
