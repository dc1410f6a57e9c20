package org.embargo.model;

import java.util.List;
import java.util.Objects;

/** A member set a field of the case. What an approval binds to changes with it. */
public sealed interface DossierEvent extends CaseEvent {

    /** A field of free text got another one. */
    record TextSet(TextField field, Confidential text) implements DossierEvent {
        public TextSet {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.dossier = draft.dossier.with(field, text));
        }
    }

    /** How bad it is. */
    record SeveritySet(Severity severity) implements DossierEvent {
        public SeveritySet {
            Objects.requireNonNull(severity, "severity");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.dossier = draft.dossier.withSeverity(severity));
        }
    }

    /** Its public numbers, all of them; none takes back those before. */
    record CvesSet(List<CveId> cves) implements DossierEvent {
        public CvesSet {
            cves = List.copyOf(cves);
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.dossier = draft.dossier.withCves(cves));
        }
    }

    /** The kinds of weakness, all of them. */
    record CwesSet(List<CweId> cwes) implements DossierEvent {
        public CwesSet {
            cwes = List.copyOf(cwes);
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.dossier = draft.dossier.withCwes(cwes));
        }
    }

    /** The ranges of affected versions, all of them, as {@link VersionRange#print()} has them. */
    record AffectedSet(List<Confidential> ranges) implements DossierEvent {
        public AffectedSet {
            ranges = List.copyOf(ranges);
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.dossier = draft.dossier.withAffected(ranges));
        }
    }

    /** The releases that will carry the fix; none says that there will be none. */
    record FixedSet(List<Confidential> releases) implements DossierEvent {
        public FixedSet {
            releases = List.copyOf(releases);
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.dossier = draft.dossier.withFixed(releases));
        }
    }

    /** A member said how the reporter is credited, or took over the name that waited. */
    record CreditSet(Credit.Naming naming) implements DossierEvent {
        public CreditSet {
            Objects.requireNonNull(naming, "naming");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.dossier =
                    draft.dossier.withCredit(draft.dossier.credit().setByTeam(naming)));
        }
    }

    /** The reporter said how he is credited. */
    record CreditSaid(Credit.Naming naming) implements DossierEvent {
        public CreditSaid {
            Objects.requireNonNull(naming, "naming");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.dossier =
                    draft.dossier.withCredit(draft.dossier.credit().saidByReporter(naming)));
        }
    }

    /** The reporter gave a name after the content was approved: it waits for a member. */
    record CreditAsked(Credit.Naming naming) implements DossierEvent {
        public CreditAsked {
            Objects.requireNonNull(naming, "naming");
        }

        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> draft.dossier =
                    draft.dossier.withCredit(draft.dossier.credit().waitingFor(naming)));
        }
    }

    /** There is no patch. */
    record PatchesNone() implements DossierEvent {
        @Override
        public Case applyTo(Case before) {
            return before.with(draft -> {
                draft.dossier = draft.dossier.withoutPatches();
                draft.patches = draft.patches.none();
            });
        }
    }
}
