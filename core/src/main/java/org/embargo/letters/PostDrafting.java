package org.embargo.letters;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.process.outcome.PostLetter;

/** Puts the words to letters about disclosure. What was approved goes as it is, and nothing is put around it. */
final class PostDrafting {

    private final Templates templates;
    private final Drafting drafting;

    PostDrafting(Templates templates, Drafting drafting) {
        this.templates = templates;
        this.drafting = drafting;
    }

    Draft draft(PostLetter letter) {
        if (letter instanceof PostLetter.PublicPost post) {
            return approved(post.caseId(), subject(post.title(), post.update()), post.text(), Optional.empty());
        }
        if (letter instanceof PostLetter.PublicRelease post) {
            return approved(post.caseId(), post.subject().text(), post.text(), Optional.empty());
        }
        if (letter instanceof PostLetter.PostCopy copy) {
            return approved(
                    copy.caseId(),
                    subject(copy.title(), copy.update()),
                    copy.text(),
                    copy.reporterToken().map(drafting::reporterAddress));
        }
        return letter instanceof PostLetter.RecipientCopy copy ? toRecipient(copy) : call((PostLetter.TeamCall) letter);
    }

    private Draft toRecipient(PostLetter.RecipientCopy copy) {
        return new Draft(
                Drafting.tagged(copy.caseId(), subject(copy.title(), copy.update())),
                Drafting.NOTHING,
                Draft.GENERATED,
                Optional.of(drafting.recipientAddress(copy.token())),
                false,
                true,
                List.of(Part.text(copy.text().text())),
                true);
    }

    private String subject(Confidential title, boolean update) {
        return VisibleText.value(templates.label(update ? "POST_UPDATE" : "POST", title.text()));
    }

    private static Draft approved(CaseId id, String subject, Confidential text, Optional<Address> answers) {
        return new Draft(
                Drafting.tagged(id, subject),
                Drafting.tagged(id, Drafting.HIDDEN),
                Draft.BY_HAND,
                answers,
                false,
                true,
                List.of(Part.text(text.text())));
    }

    private Draft call(PostLetter.TeamCall call) {
        Map<String, Object> values = drafting.aboutCase(call.caseId(), call.findings());
        values.put("answer-by", "");
        for (PostLetter.TeamCall.Call each : PostLetter.TeamCall.Call.values()) {
            values.put(each.name().toLowerCase(Locale.ROOT).replace('_', '-'), Drafting.flag(each == call.call()));
        }
        return drafting.toTeam(call.caseId(), templates.word(LetterText.TEAM_CALL, values), "", List.of());
    }
}
