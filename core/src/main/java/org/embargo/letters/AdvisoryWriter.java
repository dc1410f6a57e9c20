package org.embargo.letters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.embargo.model.Address;
import org.embargo.model.BranchPatch;
import org.embargo.model.Case;
import org.embargo.model.Confidential;
import org.embargo.model.CreditForms;
import org.embargo.model.FinishedTexts;
import org.embargo.model.FinishedTexts.Gap;
import org.embargo.model.PatchFile;
import org.embargo.model.RefName;
import org.embargo.process.course.ReleasePost;
import org.embargo.process.standing.ContentWriter;
import org.embargo.process.timetable.DueDisclosure;

/** Words notice, date notice and post of a case, from its fields and what its desk says of itself. Immutable. */
public final class AdvisoryWriter implements ContentWriter {

    private final AdvisoryDesk desk;
    private final Templates templates;

    public AdvisoryWriter(AdvisoryDesk desk, Templates templates) {
        this.desk = Objects.requireNonNull(desk, "desk");
        this.templates = Objects.requireNonNull(templates, "templates");
    }

    @Override
    public FinishedTexts finish(Case current) {
        AdvisoryValues values = new AdvisoryValues(current, desk, templates, commitMessage());
        AdvisoryText text = new AdvisoryText(templates, values.texts(), values.ownWords());
        FinishedTexts finished = new FinishedTexts(
                "",
                new Confidential(values.title()),
                text.word(LetterText.PLAN),
                text.word(LetterText.NOTICE),
                text.word(LetterText.DATE_NOTICE),
                text.word(LetterText.DATE_NOTICE_BARE),
                text.word(LetterText.POST),
                values.credit(),
                values.gaps());
        return finished.withDigest(digest(current, values, finished));
    }

    /** The approved post with its gaps filled, as it goes out at {@code now}. */
    public Confidential post(DueDisclosure due, Instant now) {
        return FilledPost.of(due, templates, now);
    }

    /** The post about releases of ours in a case about an upstream; its words need no approval. */
    public ReleasePost releasePost(Case current) {
        return new ReleasePostText(desk, templates).of(current);
    }

    /** What every commit and tag of the desk says, whatever the case. */
    public String commitMessage() {
        return templates.commitMessage(
                desk.project(),
                desk.mailingLists().stream().map(Address::value).collect(Collectors.joining(", ")),
                desk.address().value());
    }

    /** The same without what the desk says of itself. */
    public String bareCommitMessage() {
        return templates.commitMessage("", "", "");
    }

    /** The tag of each release whose branch is known. */
    public Map<RefName, RefName> tags(Case current) {
        return desk.pushing().tags(current);
    }

    private void addPatches(ContentSum sum, Case current) {
        List<String> attachments = new ArrayList<>();
        List<String> diffs = new ArrayList<>();
        for (BranchPatch each : current.patches().branches()) {
            diffs.addAll(List.of(
                    each.branch().value(),
                    each.state().isGood() ? "" : each.state().name()));
            each.notAllowed().forEach(unusual -> diffs.add(unusual.path().text()));
            each.result().ifPresent(made -> {
                attachments.addAll(List.of(PatchFile.name(current.patches(), each.branch()), made.sha256()));
                made.identity().ifPresent(id -> diffs.addAll(List.of(id.stable(), id.exact())));
            });
        }
        List<String> commits = attachments.isEmpty() ? List.of() : commits(current);
        List<String> tags = desk.pushing().tags(current).entrySet().stream()
                .flatMap(tag -> Stream.of(tag.getKey().value(), tag.getValue().value()))
                .toList();
        sum.add("attachments", attachments)
                .add("diffs", diffs)
                .add("commit-messages", commits)
                .add("tags", tags);
    }

    /** Nothing where none is pushed. */
    private List<String> commits(Case current) {
        List<String> commits = new ArrayList<>();
        desk.pushing()
                .repository()
                .ifPresent(repository -> commits.addAll(List.of(
                        commitMessage(),
                        desk.pushing().author(),
                        repository,
                        String.valueOf(desk.pushing().isSigned()))));
        if (!commits.isEmpty() && desk.pushing().byPatches()) {
            // a mail names the authors of its patches, one by one
            current.patches().branches().forEach(each -> commits.add(each.mail().value()));
        }
        return commits;
    }

    /** Over all that section 8 of the contract names, without the random value of a preview. */
    private String digest(Case current, AdvisoryValues values, FinishedTexts texts) {
        CreditForms credit = texts.credit();
        ContentSum sum = new ContentSum()
                .add("desk", List.of(desk.address().value(), desk.key().hex()))
                .add("case", List.of(current.id().toString()))
                .add("lists", desk.mailingLists().stream().map(Address::value).toList())
                .add("dates", values.dates())
                .add("title", List.of(texts.title().text()))
                .add("plan", List.of(texts.plan().text()))
                .add("notice", List.of(texts.notice().text()))
                .add(
                        "date-notice",
                        List.of(
                                texts.dateNotice().text(),
                                texts.bareDateNotice().text()))
                .add("post", List.of(texts.post().text()))
                .add("credit", List.of(credit.named().text(), credit.anonymous().text()));
        for (Map.Entry<Gap, Confidential> gap : new TreeMap<>(texts.gaps()).entrySet()) {
            sum.add("gap", List.of(gap.getKey().name(), gap.getValue().text()));
        }
        addPatches(sum, current);
        return sum.hex();
    }
}
