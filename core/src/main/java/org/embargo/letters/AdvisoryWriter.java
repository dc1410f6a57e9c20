package org.embargo.letters;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.Confidential;
import org.embargo.model.CreditForms;
import org.embargo.model.FinishedTexts;
import org.embargo.model.FinishedTexts.Gap;
import org.embargo.process.ContentWriter;
import org.embargo.process.DueDisclosure;

/** Words notice, date notice and post of a case, from its fields and what its desk says of itself. Immutable. */
public final class AdvisoryWriter implements ContentWriter {

    /** What of patches and releases an approval binds to as well; none of it exists yet, and each has its place. */
    private static final List<String> OF_PATCHES = List.of("attachments", "diffs", "commit-messages", "tags");

    private final AdvisoryDesk desk;
    private final Templates templates;

    public AdvisoryWriter(AdvisoryDesk desk, Templates templates) {
        this.desk = Objects.requireNonNull(desk, "desk");
        this.templates = Objects.requireNonNull(templates, "templates");
    }

    @Override
    public FinishedTexts finish(Case current) {
        AdvisoryValues values = new AdvisoryValues(current, desk, templates);
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
        OF_PATCHES.forEach(name -> sum.add(name, List.of()));
        return sum.hex();
    }
}
