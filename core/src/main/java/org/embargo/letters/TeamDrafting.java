package org.embargo.letters;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.embargo.mail.OpenedMail;
import org.embargo.model.CaseId;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.words.Finding;

/** Puts the words to what the team is told of mails and troubles. One thread, one letter. */
final class TeamDrafting {

    private static final Pattern CASE_ID = Pattern.compile("(?i)[A-Z][A-Z0-9]{1,15}-\\d{4}-\\d{4}");

    private final Templates templates;
    private final DeskIdentity desk;
    private final Drafting drafting;

    TeamDrafting(Templates templates, DeskIdentity desk, Drafting drafting) {
        this.templates = templates;
        this.desk = desk;
        this.drafting = drafting;
    }

    /** @throws IllegalArgumentException for a letter that quotes a mail */
    Draft draft(TeamLetter letter) {
        if (letter instanceof TeamLetter.TeamProblem problem) {
            return problem(problem);
        }
        if (letter instanceof TeamLetter.NewCases cases) {
            return newCases(cases);
        }
        if (letter instanceof TeamLetter.DeskProblem problem) {
            return deskProblem(problem);
        }
        throw new IllegalArgumentException("a " + letter.getClass().getSimpleName() + " needs the mail it is about");
    }

    /** @throws IllegalArgumentException for a letter that quotes no mail */
    Draft draft(TeamLetter letter, Enclosure enclosure) {
        if (letter instanceof TeamLetter.TeamMail mail) {
            return teamMail(mail, enclosure);
        }
        throw new IllegalArgumentException("a " + letter.getClass().getSimpleName() + " is about no mail");
    }

    private Draft teamMail(TeamLetter.TeamMail mail, Enclosure enclosure) {
        Map<String, Object> values = drafting.aboutCase(mail.caseId(), mail.findings());
        values.put(
                "answer-by",
                mail.answerBy()
                        .map(moment -> TimeText.moment(moment, desk.acknowledgeWithin()))
                        .orElse(""));
        values.put("subject", subject(enclosure.opened()));
        values.put(
                "unproven",
                Drafting.flag(
                        mail.findings().stream().anyMatch(finding -> finding.kind() == Finding.Kind.CLAIMS_MEMBER)));
        QuotedMail quoted = new QuotedMail(templates, mail.caseId().toString(), enclosure, !mail.tooLarge());
        values.put("original-attached", Drafting.flag(quoted.hasOriginal()));
        values.put("kept-as", mail.tooLarge() ? mail.mail().value() : "");
        return drafting.toTeam(
                mail.caseId(), templates.word(text(mail.occasion()), values), quoted.text(), quoted.files());
    }

    private static LetterText text(TeamLetter.TeamMail.Occasion occasion) {
        return switch (occasion) {
            case NEW_REPORT -> LetterText.TEAM_REPORT;
            case FOLLOW_UP -> LetterText.TEAM_FOLLOW_UP;
            case MEMBER_WROTE -> LetterText.TEAM_MEMBER_WROTE;
            case MEMBER_ACTED -> LetterText.TEAM_MEMBER_ACTED;
            case NOTICE_ANSWERED -> LetterText.TEAM_NOTICE_ANSWERED;
            case UPSTREAM_ANNOUNCED -> LetterText.TEAM_UPSTREAM;
            case UPSTREAM_SHOWN -> LetterText.TEAM_UPSTREAM_SHOWN;
            case UPSTREAM_JOINED -> LetterText.TEAM_UPSTREAM_JOINED;
        };
    }

    /**
     * The subject from outside, for the protected one. A case id in it could make a member's answer name a case that he
     * does not mean; it is shown below the marker alone then.
     */
    private static String subject(OpenedMail opened) {
        String subject = VisibleText.value(opened.inner().subject().text());
        return CASE_ID.matcher(subject).find() ? "" : subject;
    }

    private Draft problem(TeamLetter.TeamProblem problem) {
        Map<String, Object> values = drafting.aboutCase(problem.caseId(), problem.findings());
        values.put("answer-by", "");
        return drafting.toTeam(problem.caseId(), templates.word(LetterText.TEAM_PROBLEM, values), "", List.of());
    }

    private Draft newCases(TeamLetter.NewCases letter) {
        List<String> ids = letter.cases().stream().map(CaseId::toString).toList();
        Map<String, Object> values = drafting.common();
        values.put("count", String.valueOf(ids.size()));
        values.put("cases", Drafting.items("case", ids));
        values.put(
                "case-address",
                letter.cases().stream()
                        .findFirst()
                        .map(caseId -> drafting.caseAddress(caseId).value())
                        .orElse(""));
        return Drafting.toTeam(templates.word(LetterText.NEW_CASES, values));
    }

    private Draft deskProblem(TeamLetter.DeskProblem problem) {
        Map<String, Object> values = drafting.common();
        List<String> sentences =
                problem.findings().stream().map(templates::sentence).toList();
        values.put("findings", Drafting.sentences("finding", sentences));
        return Drafting.toTeam(templates.word(LetterText.DESK_PROBLEM, values));
    }
}
