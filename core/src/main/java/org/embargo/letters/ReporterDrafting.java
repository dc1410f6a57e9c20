package org.embargo.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.embargo.mail.Attachment;
import org.embargo.model.Address;
import org.embargo.model.CaseId;
import org.embargo.process.outcome.CreditWish;
import org.embargo.process.outcome.ReporterLetter;

/** Puts the words to letters to a reporter. One thread, one letter. */
final class ReporterDrafting {

    /** Stands for the member's own words while the text around them is wrapped: theirs stay as they are. */
    private static final String HIS_WORDS = "\u0002";

    private final Templates templates;
    private final DeskIdentity desk;
    private final Drafting drafting;

    ReporterDrafting(Templates templates, DeskIdentity desk, Drafting drafting) {
        this.templates = templates;
        this.desk = desk;
        this.drafting = drafting;
    }

    /** Without files, where a reply has them. */
    Draft draft(ReporterLetter letter) {
        if (letter instanceof ReporterLetter.Receipt receipt) {
            return receipt(receipt);
        }
        if (letter instanceof ReporterLetter.Reply reply) {
            return reply(reply, List.of());
        }
        if (letter instanceof ReporterLetter.CreditNoted noted) {
            return creditNoted(noted);
        }
        return addressChanged((ReporterLetter.AddressChanged) letter);
    }

    /** @throws IllegalArgumentException for a letter that takes no files along */
    Draft draft(ReporterLetter letter, Enclosure enclosure) {
        if (letter instanceof ReporterLetter.Reply reply) {
            return reply(reply, FilesToPassOn.of(enclosure.opened()));
        }
        throw new IllegalArgumentException("a " + letter.getClass().getSimpleName() + " is about no mail");
    }

    private Draft receipt(ReporterLetter.Receipt receipt) {
        Address answers = drafting.reporterAddress(receipt.reporterToken());
        Map<String, Object> values = drafting.common();
        values.put("case", receipt.caseId().toString());
        values.put("came-encrypted", Drafting.flag(receipt.arrival().encrypted()));
        values.put("could-be-read", Drafting.flag(receipt.arrival().readable()));
        values.put("signed-by", Drafting.spaced(receipt.arrival().signedBy()));
        values.put("answer-by", TimeText.moment(receipt.answerBy(), desk.acknowledgeWithin()));
        values.put("reporter-address", answers.value());
        values.put("encrypted-to", Drafting.spaced(receipt.encryptTo()));
        values.put("credit-noted", Drafting.flag(receipt.creditNoted()));
        values.put("acknowledge-within", TimeText.span(desk.acknowledgeWithin()));
        values.put("advance-notice", TimeText.span(desk.advanceNotice()));
        values.put("main-branch", VisibleText.value(desk.mainBranch()));
        values.put("versions", Drafting.items("version", desk.supportedReleases()));
        Wording wording = templates.word(receiptText(receipt), values);
        return toReporter(
                receipt.caseId(), wording, Draft.REPLIED, Optional.of(answers), List.of(Part.text(wording.body())));
    }

    private static LetterText receiptText(ReporterLetter.Receipt receipt) {
        if (!receipt.isBare()) {
            return LetterText.RECEIPT;
        }
        return receipt.arrival().readable() ? LetterText.RECEIPT_BARE : LetterText.RECEIPT_UNREADABLE;
    }

    private Draft creditNoted(ReporterLetter.CreditNoted letter) {
        Optional<Address> answers = letter.reporterToken().map(drafting::reporterAddress);
        Map<String, Object> values = drafting.common();
        values.put("case", letter.caseId().toString());
        values.put(
                "name",
                letter.name().map(name -> VisibleText.value(name.text())).orElse(""));
        for (CreditWish.Result each : CreditWish.Result.values()) {
            values.put(each.name().toLowerCase(Locale.ROOT).replace('_', '-'), Drafting.flag(letter.result() == each));
        }
        values.put("reporter-address", answers.map(Address::value).orElse(""));
        values.put("encrypted-to", Drafting.spaced(letter.encryptTo()));
        Wording wording = templates.word(LetterText.CREDIT_NOTED, values);
        return toReporter(letter.caseId(), wording, Draft.REPLIED, answers, List.of(Part.text(wording.body())));
    }

    /** It comes from the desk: nothing tells which member wrote. */
    private Draft reply(ReporterLetter.Reply reply, List<Attachment> files) {
        Optional<Address> answers = reply.reporterToken().map(drafting::reporterAddress);
        Map<String, Object> values = drafting.common();
        values.put("case", reply.caseId().toString());
        values.put("text", reply.text().isBlank() ? "" : HIS_WORDS);
        for (ReporterLetter.Reply.Tenor each : ReporterLetter.Reply.Tenor.values()) {
            values.put(each.name().toLowerCase(Locale.ROOT), Drafting.flag(reply.tenor() == each));
        }
        values.put("reporter-address", answers.map(Address::value).orElse(""));
        values.put("encrypted-to", Drafting.spaced(reply.encryptTo()));
        Wording wording = templates.word(LetterText.REPLY, values);
        String text = wording.body().replace(HIS_WORDS, reply.text().text());
        List<Part> parts = new ArrayList<>(List.of(Part.text(text)));
        for (Attachment file : files) {
            String name = FileName.safe(file.name().text());
            parts.add(Part.file(name.isEmpty() ? "file-" + parts.size() + ".bin" : name, file.content()));
        }
        return toReporter(reply.caseId(), wording, Draft.BY_HAND, answers, parts);
    }

    private Draft addressChanged(ReporterLetter.AddressChanged letter) {
        Map<String, Object> values = drafting.common();
        values.put("case", letter.caseId().toString());
        values.put("encrypted-to", Drafting.spaced(letter.encryptTo()));
        Wording wording = templates.word(LetterText.ADDRESS_CHANGED, values);
        return toReporter(
                letter.caseId(), wording, Draft.GENERATED, Optional.empty(), List.of(Part.text(wording.body())));
    }

    private static Draft toReporter(
            CaseId caseId, Wording wording, String nature, Optional<Address> answers, List<Part> parts) {
        return new Draft(
                Drafting.tagged(caseId, wording.subject()),
                Drafting.tagged(caseId, Drafting.HIDDEN),
                nature,
                answers,
                false,
                true,
                parts);
    }
}
