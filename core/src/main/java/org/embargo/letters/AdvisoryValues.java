package org.embargo.letters;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.embargo.model.Address;
import org.embargo.model.BranchPatch;
import org.embargo.model.Case;
import org.embargo.model.Confidential;
import org.embargo.model.Credit;
import org.embargo.model.CreditForms;
import org.embargo.model.CveId;
import org.embargo.model.CweId;
import org.embargo.model.DeskAddress;
import org.embargo.model.DeskRole;
import org.embargo.model.Dossier;
import org.embargo.model.FinishedTexts.Gap;
import org.embargo.model.Lead;
import org.embargo.model.PatchFile;
import org.embargo.model.Schedule;
import org.embargo.model.Severity;
import org.embargo.model.TextField;
import org.embargo.model.Urgency;

/** What the texts that are approved name, as one case and its desk have it. */
final class AdvisoryValues {

    private final Case current;
    private final Dossier dossier;
    private final Schedule schedule;
    private final AdvisoryDesk desk;
    private final Templates templates;

    private final String commitMessage;

    AdvisoryValues(Case current, AdvisoryDesk desk, Templates templates, String commitMessage) {
        this.current = current;
        this.dossier = current.dossier();
        this.schedule = current.schedule();
        this.desk = desk;
        this.templates = templates;
        this.commitMessage = commitMessage;
    }

    Map<String, Object> texts() {
        Map<String, Object> values = new HashMap<>();
        values.put("project", VisibleText.value(desk.project()));
        values.put("desk", desk.address().value());
        values.put(
                "key-address",
                DeskAddress.of(desk.address(), new DeskRole.Key()).value());
        values.put("fingerprint", desk.key().spaced());
        values.put("case", current.id().toString());
        values.put("title", title());
        values.put("cves", dossier.cves().stream().map(CveId::value).collect(Collectors.joining(", ")));
        values.put("cwes", dossier.cwes().stream().map(CweId::value).collect(Collectors.joining(", ")));
        values.put("severity", severity());
        values.put("score", dossier.severity().flatMap(Severity::score).orElse(""));
        values.put("vector", dossier.severity().flatMap(Severity::vector).orElse(""));
        values.put("no-patches", Drafting.flag(dossier.noPatches()));
        values.put("credit", Gap.CREDIT.mark());
        values.put("timeline", Gap.TIMELINE.mark());
        values.put("releases", Gap.RELEASES.mark());
        patches(values);
        values.put(
                "lists",
                Drafting.items(
                        "list", desk.mailingLists().stream().map(Address::value).toList()));
        versions(values);
        times(values);
        return values;
    }

    private void versions(Map<String, Object> values) {
        List<Confidential> fixed = dossier.fixed().orElse(List.of());
        values.put("affected", items("range", dossier.affected()));
        values.put("any-affected", Drafting.flag(!dossier.affected().isEmpty()));
        values.put("fixed", items("version", fixed));
        values.put("any-fixed", Drafting.flag(!fixed.isEmpty()));
        values.put("no-fixed", Drafting.flag(dossier.fixed().isPresent() && fixed.isEmpty()));
    }

    private void patches(Map<String, Object> values) {
        List<String> files = new ArrayList<>();
        for (BranchPatch each : current.patches().branches()) {
            each.result()
                    .ifPresent(made -> files.add(templates.label(
                            "PATCH_FILE",
                            PatchFile.name(current.patches(), each.branch()),
                            each.branch().value(),
                            made.sha256())));
        }
        values.put("patches", Drafting.items("patch", files));
        values.put("any-patches", Drafting.flag(!files.isEmpty()));
        values.put("pushed", Drafting.flag(pushesPatches()));
        values.put("authors", Drafting.items("author", authors()));
        values.put(
                "tags",
                Drafting.items(
                        "tag",
                        desk.pushing().tags(current).entrySet().stream()
                                .map(tag -> templates.label(
                                        "PLANNED_TAG",
                                        tag.getKey().value(),
                                        tag.getValue().value()))
                                .toList()));
    }

    /** Of the commits: the desk's, or those whom the patches name. */
    private List<String> authors() {
        String usual = VisibleText.value(desk.pushing().author());
        return desk.pushing().byPatches()
                ? current.patches().branches().stream()
                        .flatMap(each -> each.result().stream())
                        .flatMap(made -> made.authors().stream())
                        .map(named -> named.text().isBlank() ? usual : VisibleText.value(named.text()))
                        .distinct()
                        .toList()
                : List.of(usual);
    }

    private boolean pushesPatches() {
        return desk.pushing().repository().isPresent()
                && current.patches().branches().stream()
                        .anyMatch(each -> each.result().isPresent());
    }

    private void times(Map<String, Object> values) {
        values.put("hour", hour());
        values.put("exploited", Drafting.flag(schedule.urgency() == Urgency.EXPLOITED));
        values.put("leaked", Drafting.flag(schedule.urgency() == Urgency.LEAKED));
        values.put("no-notice", Drafting.flag(schedule.lead().kind() == Lead.Kind.NO_NOTICE));
        values.put("notice-at-once", Drafting.flag(schedule.lead().kind() == Lead.Kind.AT_ONCE));
        values.put("notice-time", noticeTime().map(this::moment).orElse(""));
    }

    /** The free texts that members wrote, by the names of their variables. */
    Map<String, String> ownWords() {
        Map<String, String> words = new HashMap<>();
        for (TextField field : List.of(TextField.DESCRIPTION, TextField.REMEDY, TextField.WORKAROUND)) {
            String text = dossier.text(field).map(Confidential::text).orElse("");
            words.put(field.name().toLowerCase(Locale.ROOT), OwnWords.fit(text));
        }
        // a preview that wraps it would not show what is approved
        String message = pushesPatches()
                ? commitMessage.lines().map(line -> "  | " + line).collect(Collectors.joining("\n"))
                : "";
        words.put("commit-message", message);
        return words;
    }

    /** On one line. */
    String title() {
        return dossier.text(TextField.TITLE)
                .map(Confidential::text)
                .map(VisibleText::value)
                .filter(title -> !title.isEmpty())
                .orElseGet(() -> templates.label("TITLE_MISSING"));
    }

    /** The hour and the distance, or the rule that sets them. */
    List<String> dates() {
        if (schedule.urgency() != Urgency.NONE) {
            return List.of(schedule.urgency().name(), desk.timeSensitiveNotice().toString());
        }
        return List.of(
                schedule.disclosure().map(Instant::toString).orElse(""),
                distance().map(Duration::toString).orElse(schedule.lead().kind().name()));
    }

    /** When the reporter asks not to be named after approval, that was approved with it. */
    CreditForms credit() {
        Credit credit = dossier.credit();
        boolean withdrawn =
                credit.byReporter().filter(naming -> naming.name().isEmpty()).isPresent();
        Optional<CreditForms> approved = current.approvals().content().map(texts -> texts.credit());
        if (withdrawn && approved.isPresent()) {
            return approved.get();
        }
        Confidential anonymous = new Confidential(templates.label("CREDIT_ANONYMOUS"));
        Confidential named = credit.effective()
                .flatMap(Credit.Naming::name)
                .map(name -> new Confidential(VisibleText.value(name.text())))
                .orElse(anonymous);
        return new CreditForms(named, anonymous);
    }

    Map<Gap, Confidential> gaps() {
        Map<Gap, Confidential> gaps = new EnumMap<>(Gap.class);
        if (schedule.urgency() != Urgency.NONE) {
            gaps.put(Gap.HOUR, words("GAP_HOUR", schedule.urgency().name(), TimeText.span(desk.timeSensitiveNotice())));
        }
        gaps.put(Gap.RELEASES, words("GAP_RELEASES", desk.releaseUrl().orElse("")));
        gaps.put(Gap.TIMELINE, words("GAP_TIMELINE"));
        CreditForms credit = credit();
        boolean one = credit.named().equals(credit.anonymous());
        gaps.put(
                Gap.CREDIT,
                words(
                        "GAP_CREDIT",
                        one ? "" : credit.named().text(),
                        credit.anonymous().text()));
        return gaps;
    }

    private Confidential words(String label, String... values) {
        return new Confidential(templates.label(label, values));
    }

    private String severity() {
        return dossier.severity()
                .map(severity -> templates.label("SEVERITY", severity.level().name()))
                .orElse("");
    }

    private String hour() {
        if (schedule.urgency() != Urgency.NONE) {
            return Gap.HOUR.mark();
        }
        return schedule.disclosure().map(this::moment).orElseGet(() -> templates.label("HOUR_MISSING"));
    }

    private Optional<Instant> noticeTime() {
        return schedule.urgency() == Urgency.NONE
                ? schedule.disclosure().flatMap(hour -> distance().map(hour::minus))
                : Optional.empty();
    }

    private Optional<Duration> distance() {
        Lead lead = schedule.lead();
        return lead.kind() == Lead.Kind.USUAL ? Optional.of(desk.advanceNotice()) : lead.distance();
    }

    private String moment(Instant moment) {
        return TimeText.moment(moment, desk.advanceNotice());
    }

    private static List<Map<String, String>> items(String name, List<Confidential> values) {
        return Drafting.items(name, values.stream().map(Confidential::text).toList());
    }
}
