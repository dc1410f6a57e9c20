package org.embargo.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the team has set down about an issue: the fields of its case. All of it is embargoed.
 *
 * @param texts    the fields that hold free text, those that are set
 * @param affected ranges of versions, as they were read and printed back
 * @param fixed    the releases that will carry the fix; the empty list where there will be none, empty while not set
 * @param noPatches whether a member said that there is no patch
 */
public record Dossier(
        Map<TextField, Confidential> texts,
        Optional<Severity> severity,
        List<CveId> cves,
        List<CweId> cwes,
        List<Confidential> affected,
        Optional<List<Confidential>> fixed,
        Credit credit,
        boolean noPatches) {

    public static final Dossier EMPTY = new Dossier(
            Map.of(), Optional.empty(), List.of(), List.of(), List.of(), Optional.empty(), Credit.UNSET, false);

    public Dossier {
        texts = Map.copyOf(texts);
        Objects.requireNonNull(severity, "severity");
        cves = List.copyOf(cves);
        cwes = List.copyOf(cwes);
        affected = List.copyOf(affected);
        fixed = fixed.map(List::copyOf);
        Objects.requireNonNull(credit, "credit");
    }

    /** What stands in {@code field}; empty where nothing does. */
    public Optional<Confidential> text(TextField field) {
        return Optional.ofNullable(texts.get(field));
    }

    Dossier with(TextField field, Confidential text) {
        Map<TextField, Confidential> changed = new EnumMap<>(TextField.class);
        changed.putAll(texts);
        changed.put(field, text);
        return new Dossier(changed, severity, cves, cwes, affected, fixed, credit, noPatches);
    }

    Dossier withSeverity(Severity to) {
        return new Dossier(texts, Optional.of(to), cves, cwes, affected, fixed, credit, noPatches);
    }

    Dossier withCves(List<CveId> to) {
        return new Dossier(texts, severity, to, cwes, affected, fixed, credit, noPatches);
    }

    Dossier withCwes(List<CweId> to) {
        return new Dossier(texts, severity, cves, to, affected, fixed, credit, noPatches);
    }

    Dossier withAffected(List<Confidential> to) {
        return new Dossier(texts, severity, cves, cwes, to, fixed, credit, noPatches);
    }

    Dossier withFixed(List<Confidential> to) {
        return new Dossier(texts, severity, cves, cwes, affected, Optional.of(to), credit, noPatches);
    }

    Dossier withCredit(Credit to) {
        return new Dossier(texts, severity, cves, cwes, affected, fixed, to, noPatches);
    }

    Dossier withPatches() {
        return new Dossier(texts, severity, cves, cwes, affected, fixed, credit, false);
    }

    Dossier withoutPatches() {
        return new Dossier(texts, severity, cves, cwes, affected, fixed, credit, true);
    }

    @Override
    public String toString() {
        return "[withheld, a case's fields]";
    }
}
