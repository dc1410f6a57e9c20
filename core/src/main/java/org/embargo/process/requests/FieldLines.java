package org.embargo.process.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.embargo.model.Case;
import org.embargo.model.Confidential;
import org.embargo.model.Credit;
import org.embargo.model.CveId;
import org.embargo.model.CweId;
import org.embargo.model.Dossier;
import org.embargo.model.ReleaseVersion;
import org.embargo.model.Severity;
import org.embargo.model.TextField;
import org.embargo.model.VersionRange;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/** The fields of a case, as sentences. */
final class FieldLines {

    private FieldLines() {}

    /** What is set, in a line each; of long texts, how long they are. */
    static List<Remark> brief(Case current) {
        Dossier dossier = current.dossier();
        List<Remark> remarks = new ArrayList<>();
        dossier.text(TextField.TITLE)
                .map(title -> new Remark(Kind.FIELD_TITLE, List.of(title)))
                .ifPresent(remarks::add);
        dossier.severity().map(FieldLines::severity).ifPresent(remarks::add);
        remarks.addAll(identifiers(dossier));
        remarks.addAll(versions(dossier));
        longTexts(dossier)
                .forEach(field ->
                        remarks.add(lineCount(field, dossier.text(field).orElseThrow())));
        remarks.addAll(credits(dossier.credit()));
        if (dossier.noPatches()) {
            remarks.add(Remark.of(Kind.FIELD_NO_PATCH));
        }
        remarks.addAll(PatchRequest.lines(current));
        return remarks;
    }

    private static List<Remark> identifiers(Dossier dossier) {
        List<Remark> remarks = new ArrayList<>();
        if (!dossier.cves().isEmpty()) {
            remarks.add(cves(dossier.cves()));
        }
        if (!dossier.cwes().isEmpty()) {
            remarks.add(cwes(dossier.cwes()));
        }
        return remarks;
    }

    private static List<Remark> versions(Dossier dossier) {
        List<Remark> remarks = new ArrayList<>();
        if (!dossier.affected().isEmpty()) {
            remarks.add(affected(dossier.affected()));
        }
        dossier.fixed().map(FieldLines::fixed).ifPresent(remarks::add);
        return remarks;
    }

    /** How he is credited, and the name that waits for a member. */
    private static List<Remark> credits(Credit credit) {
        return Stream.concat(
                        credit.effective().map(FieldLines::credit).stream(),
                        credit.waiting().map(name -> Remark.of(Kind.FIELD_CREDIT_WAITS, name.print())).stream())
                .toList();
    }

    /** The long texts in full. */
    static List<Remark> texts(Case current) {
        return longTexts(current.dossier()).stream()
                .map(field -> new Remark(
                        Kind.FIELD_FULL_TEXT,
                        List.of(
                                new Confidential(word(field)),
                                current.dossier().text(field).orElseThrow())))
                .toList();
    }

    private static List<TextField> longTexts(Dossier dossier) {
        return List.of(TextField.DESCRIPTION, TextField.REMEDY, TextField.WORKAROUND).stream()
                .filter(field -> dossier.text(field).isPresent())
                .toList();
    }

    static Remark lineCount(TextField field, Confidential text) {
        long lines = text.text().lines().count();
        return Remark.of(Kind.FIELD_TEXT, word(field), lines == 1 ? "" : String.valueOf(lines));
    }

    static Remark severity(Severity severity) {
        return Remark.of(
                Kind.FIELD_SEVERITY,
                word(severity.level()),
                severity.score().orElse(""),
                severity.vector().orElse(""));
    }

    static Remark cves(List<CveId> cves) {
        return Remark.of(cves.isEmpty() ? Kind.FIELD_NO_CVE : Kind.FIELD_CVE, joinedOrNone(cves));
    }

    static Remark cwes(List<CweId> cwes) {
        return Remark.of(cwes.isEmpty() ? Kind.FIELD_NO_CWE : Kind.FIELD_CWE, joinedOrNone(cwes));
    }

    static Remark affected(List<Confidential> ranges) {
        return ranges.isEmpty()
                ? Remark.of(Kind.FIELD_NOT_AFFECTED)
                : Remark.of(
                        Kind.FIELD_AFFECTED,
                        ranges.stream().map(Confidential::text).collect(Collectors.joining("; ")));
    }

    static Remark fixed(List<Confidential> releases) {
        return releases.isEmpty()
                ? Remark.of(Kind.FIELD_NOT_FIXED)
                : Remark.of(
                        Kind.FIELD_FIXED,
                        releases.stream().map(Confidential::text).collect(Collectors.joining(", ")));
    }

    static Remark credit(Credit.Naming naming) {
        return naming.name()
                .map(name -> new Remark(Kind.FIELD_CREDIT, List.of(name)))
                .orElseGet(() -> Remark.of(Kind.FIELD_NO_CREDIT));
    }

    /** Releases that carry the fix and are affected nevertheless. */
    static List<Remark> contradictions(List<Confidential> affected, Optional<List<Confidential>> fixed) {
        List<VersionRange> ranges = affected.stream()
                .flatMap(each -> VersionRange.parse(each.text()).stream())
                .toList();
        return fixed.orElse(List.of()).stream()
                .map(Confidential::text)
                .filter(text -> ReleaseVersion.parse(text)
                        .filter(version -> ranges.stream().anyMatch(range -> range.contains(version)))
                        .isPresent())
                .map(text -> Remark.of(Kind.FIXED_IS_AFFECTED, text))
                .toList();
    }

    static String word(Severity.Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private static String word(TextField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    static String joinedOrNone(List<?> ids) {
        return ids.isEmpty() ? "none" : ids.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
