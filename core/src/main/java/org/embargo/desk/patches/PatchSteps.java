package org.embargo.desk.patches;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.embargo.desk.intake.IntakeDesk;
import org.embargo.desk.open.Preparation;
import org.embargo.desk.open.Step;
import org.embargo.desk.steps.DeskGit;
import org.embargo.desk.steps.OutsideStep;
import org.embargo.desk.steps.ReleaseTagsStep;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.model.Confidential;
import org.embargo.model.Credit;
import org.embargo.model.CveId;
import org.embargo.model.MailEvent;
import org.embargo.model.Randomness;
import org.embargo.model.TextField;
import org.embargo.patches.CaseSecrets;
import org.embargo.patches.PublicWatch;
import org.embargo.patches.WorkFolder;
import org.embargo.process.course.PatchCalls;
import org.embargo.process.words.Finding;

/** The steps for which git or the operator's program is asked. */
public final class PatchSteps {

    private final PatchRehearsal rehearsal;
    private final PatchPush push;
    private final DeskGit git;

    public PatchSteps(IntakeDesk intake, WorkFolder folder, Randomness randomness) {
        KeptPatches patches = new KeptPatches(intake);
        this.git = new DeskGit(folder);
        this.rehearsal = new PatchRehearsal(git, patches);
        this.push = new PatchPush(git, patches);
    }

    public Stream<Step> all() {
        return Stream.of(
                new OutsideStep(CaseClock.PATCH_REHEARSAL, true, rehearsal::ask),
                new OutsideStep(CaseClock.PUBLIC_WATCH, true, this::watch),
                new OutsideStep(CaseClock.PATCHES, false, push::ask),
                new OutsideStep(CaseClock.RELEASE_HOOK, false, new ReleaseHook()::ask),
                new ReleaseTagsStep(git));
    }

    private OutsideStep.Concludes watch(Preparation before, Case current) {
        URI repository = before.desk().config().releases().repository().orElseThrow();
        Set<String> ids = current.patches().branches().stream()
                .flatMap(each -> each.result().stream())
                .flatMap(made -> made.patchIds().stream())
                .collect(Collectors.toSet());
        PublicWatch.Sight sight =
                git.watch(before).look(repository, current.patches().seen(), secrets(before, current), ids);
        List<Finding> mentions = sight.mentions().stream()
                .map(each -> Finding.of(
                        Finding.Kind.EARLY_MENTION,
                        each.kind().name(),
                        each.where().text(),
                        each.where().equals(each.ref()) ? "" : each.ref().text()))
                .distinct()
                .toList();
        return (due, now) -> new PatchCalls(now, due.mailing()).watched(sight.tips(), mentions);
    }

    static CaseSecrets secrets(Preparation before, Case current) {
        Stream<Confidential> reported = before
                .store()
                .reading(tx -> tx.journal().lines(current.id()))
                .stream()
                .map(line -> line.event())
                .filter(MailEvent.ReportFiled.class::isInstance)
                .map(MailEvent.ReportFiled.class::cast)
                .map(MailEvent.ReportFiled::reporterName);
        Stream<Confidential> credited =
                current.dossier().credit().effective().stream().flatMap((Credit.Naming each) -> each.name().stream());
        List<Confidential> names = Stream.concat(reported, credited)
                .filter(name -> !name.text().isBlank())
                .distinct()
                .toList();
        return new CaseSecrets(
                current.id(),
                current.dossier().cves().stream()
                        .map(CveId::value)
                        .map(Confidential::new)
                        .toList(),
                current.dossier().text(TextField.TITLE).orElse(new Confidential("")),
                names);
    }
}
