package org.embargo.letters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.embargo.content.Content;
import org.embargo.mail.OpenedMail;
import org.embargo.model.Address;
import org.embargo.model.CaseId;
import org.embargo.model.DeskAddress;
import org.embargo.model.DeskRole;
import org.embargo.model.Fingerprint;
import org.embargo.model.Token;
import org.embargo.process.outcome.BookLetter;
import org.embargo.process.outcome.CreditWish;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.MemberLetter;
import org.embargo.process.outcome.NoticeLetter;
import org.embargo.process.outcome.PostLetter;
import org.embargo.process.outcome.ReporterLetter;
import org.embargo.process.outcome.StrangerLetter;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.words.Finding;

/** Puts the words to each kind of letter, for one desk. One thread, one letter. */
final class Drafting {

    /** What stands outside an encrypted letter instead of its subject (RFC 9788 section 3.2.1), behind the case id. */
    static final String HIDDEN = "...";

    /** The subject outside of what is about no case, or must not tell of which. */
    static final String NOTHING = "[" + HIDDEN + "]";

    private static final Pattern CASE_ID = Pattern.compile("(?i)[A-Z][A-Z0-9]{1,15}-\\d{4}-\\d{4}");

    private final Templates templates;
    private final DeskIdentity desk;
    private final Instant now;

    /** @param now when the letter is written */
    Drafting(Templates templates, DeskIdentity desk, Instant now) {
        this.templates = templates;
        this.desk = desk;
        this.now = now;
    }

    /** @throws IllegalArgumentException for a letter that quotes a mail */
    Draft draft(Letter letter) {
        if (letter instanceof ReporterLetter.Receipt receipt) {
            return receipt(receipt);
        }
        if (letter instanceof StrangerLetter.UnprovenNote) {
            return toStranger(templates.word(LetterText.UNPROVEN_NOTE, common()), List.of());
        }
        if (letter instanceof StrangerLetter.KeyAnswer) {
            return keyAnswer();
        }
        if (letter instanceof TeamLetter.TeamProblem problem) {
            return problem(problem);
        }
        if (letter instanceof TeamLetter.NewCases cases) {
            return newCases(cases);
        }
        if (letter instanceof MemberLetter.News) {
            return news();
        }
        if (letter instanceof ReporterLetter.Reply reply) {
            return new MemberDrafting(templates, this).reply(reply, List.of());
        }
        if (letter instanceof ReporterLetter.AddressChanged changed) {
            return new MemberDrafting(templates, this).addressChanged(changed);
        }
        if (letter instanceof ReporterLetter.CreditNoted noted) {
            return creditNoted(noted);
        }
        if (letter instanceof MemberLetter.Transcript transcript) {
            return new MemberDrafting(templates, this).transcript(transcript, List.of());
        }
        if (letter instanceof NoticeLetter notice) {
            return new NoticeDrafting(templates, desk, this, now).draft(notice);
        }
        if (letter instanceof PostLetter post) {
            return new PostDrafting(templates, this).draft(post);
        }
        if (letter instanceof BookLetter about) {
            return new BookDrafting(templates, desk, this).draft(about);
        }
        return new ClockDrafting(templates, desk, this)
                .draft(letter)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a " + letter.getClass().getSimpleName() + " needs the mail it is about"));
    }

    /** @throws IllegalArgumentException for a letter that quotes no mail */
    Draft draft(Letter letter, Enclosure enclosure) {
        if (letter instanceof TeamLetter.TeamMail mail) {
            return teamMail(mail, enclosure);
        }
        if (letter instanceof BookLetter about) {
            return new BookDrafting(templates, desk, this).draft(about, enclosure);
        }
        if (letter instanceof ReporterLetter.Reply reply) {
            return new MemberDrafting(templates, this).reply(reply, FilesToPassOn.of(enclosure.opened()));
        }
        throw new IllegalArgumentException("a " + letter.getClass().getSimpleName() + " is about no mail");
    }

    /** @throws IllegalArgumentException for a letter that takes no archive along */
    Draft draft(Letter letter, Content archive) {
        if (letter instanceof MemberLetter.Transcript transcript
                && transcript.exported().isPresent()) {
            String name =
                    MemberLetter.Transcript.archiveName(transcript.exported().get());
            return new MemberDrafting(templates, this).transcript(transcript, List.of(Part.file(name, archive)));
        }
        throw new IllegalArgumentException("a " + letter.getClass().getSimpleName() + " takes no archive along");
    }

    private Draft receipt(ReporterLetter.Receipt receipt) {
        Address answers = DeskAddress.of(desk.address(), new DeskRole.Reporter(receipt.reporterToken()));
        Map<String, Object> values = common();
        values.put("case", receipt.caseId().toString());
        values.put("came-encrypted", flag(receipt.arrival().encrypted()));
        values.put("could-be-read", flag(receipt.arrival().readable()));
        values.put("signed-by", spaced(receipt.arrival().signedBy()));
        values.put("answer-by", TimeText.moment(receipt.answerBy(), desk.acknowledgeWithin()));
        values.put("reporter-address", answers.value());
        values.put("encrypted-to", spaced(receipt.encryptTo()));
        values.put("credit-noted", flag(receipt.creditNoted()));
        values.put("acknowledge-within", TimeText.span(desk.acknowledgeWithin()));
        values.put("advance-notice", TimeText.span(desk.advanceNotice()));
        values.put("main-branch", VisibleText.value(desk.mainBranch()));
        values.put("versions", items("version", desk.supportedReleases()));
        Wording wording = templates.word(receiptText(receipt), values);
        return new Draft(
                tagged(receipt.caseId(), wording.subject()),
                tagged(receipt.caseId(), HIDDEN),
                Draft.REPLIED,
                Optional.of(answers),
                false,
                true,
                List.of(Part.text(wording.body())));
    }

    private static LetterText receiptText(ReporterLetter.Receipt receipt) {
        if (!receipt.isBare()) {
            return LetterText.RECEIPT;
        }
        return receipt.arrival().readable() ? LetterText.RECEIPT_BARE : LetterText.RECEIPT_UNREADABLE;
    }

    private Draft creditNoted(ReporterLetter.CreditNoted letter) {
        Optional<Address> answers = letter.reporterToken().map(this::reporterAddress);
        Map<String, Object> values = common();
        values.put("case", letter.caseId().toString());
        values.put(
                "name",
                letter.name().map(name -> VisibleText.value(name.text())).orElse(""));
        for (CreditWish.Result each : CreditWish.Result.values()) {
            values.put(each.name().toLowerCase(Locale.ROOT).replace('_', '-'), flag(letter.result() == each));
        }
        values.put("reporter-address", answers.map(Address::value).orElse(""));
        values.put("encrypted-to", spaced(letter.encryptTo()));
        Wording wording = templates.word(LetterText.CREDIT_NOTED, values);
        return new Draft(
                tagged(letter.caseId(), wording.subject()),
                tagged(letter.caseId(), HIDDEN),
                Draft.REPLIED,
                answers,
                false,
                true,
                List.of(Part.text(wording.body())));
    }

    private Draft keyAnswer() {
        Fingerprint fingerprint = desk.keys().certificate().fingerprint();
        Part certificate = Part.certificate(
                fingerprint.hex() + ".asc", desk.keys().certificate().armored());
        return toStranger(templates.word(LetterText.KEY_ANSWER, common()), List.of(certificate));
    }

    private Draft toStranger(Wording wording, List<Part> attached) {
        List<Part> parts = new ArrayList<>(List.of(Part.text(wording.body())));
        parts.addAll(attached);
        return new Draft(wording.subject(), NOTHING, Draft.REPLIED, Optional.empty(), false, true, parts);
    }

    private Draft teamMail(TeamLetter.TeamMail mail, Enclosure enclosure) {
        Map<String, Object> values = aboutCase(mail.caseId(), mail.findings());
        values.put(
                "answer-by",
                mail.answerBy()
                        .map(moment -> TimeText.moment(moment, desk.acknowledgeWithin()))
                        .orElse(""));
        values.put("subject", subject(enclosure.opened()));
        values.put(
                "unproven",
                flag(mail.findings().stream().anyMatch(finding -> finding.kind() == Finding.Kind.CLAIMS_MEMBER)));
        QuotedMail quoted = new QuotedMail(templates, mail.caseId().toString(), enclosure, !mail.tooLarge());
        values.put("original-attached", flag(quoted.hasOriginal()));
        values.put("kept-as", mail.tooLarge() ? mail.mail().value() : "");
        return toTeam(mail.caseId(), templates.word(text(mail.occasion()), values), quoted.text(), quoted.files());
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
    static String subject(OpenedMail opened) {
        String subject = VisibleText.value(opened.inner().subject().text());
        return CASE_ID.matcher(subject).find() ? "" : subject;
    }

    private Draft problem(TeamLetter.TeamProblem problem) {
        Map<String, Object> values = aboutCase(problem.caseId(), problem.findings());
        values.put("answer-by", "");
        return toTeam(problem.caseId(), templates.word(LetterText.TEAM_PROBLEM, values), "", List.of());
    }

    Draft toTeam(CaseId caseId, Wording wording, String below, List<Part> attached) {
        String text = wording.body() + "\n" + new Marker(caseId).line() + "\n" + (below.isEmpty() ? "" : "\n" + below);
        List<Part> parts = new ArrayList<>(List.of(Part.text(text)));
        parts.addAll(attached);
        return new Draft(
                tagged(caseId, wording.subject()),
                "[" + caseId + "]",
                Draft.GENERATED,
                Optional.of(caseAddress(caseId)),
                true,
                true,
                parts);
    }

    private Draft newCases(TeamLetter.NewCases letter) {
        List<String> ids = letter.cases().stream().map(CaseId::toString).toList();
        Map<String, Object> values = common();
        values.put("count", String.valueOf(ids.size()));
        values.put("cases", items("case", ids));
        values.put(
                "case-address",
                letter.cases().stream()
                        .findFirst()
                        .map(caseId -> caseAddress(caseId).value())
                        .orElse(""));
        return toTeam(templates.word(LetterText.NEW_CASES, values));
    }

    /** To the team about no case. */
    static Draft toTeam(Wording wording) {
        return new Draft(
                wording.subject(),
                NOTHING,
                Draft.GENERATED,
                Optional.empty(),
                true,
                true,
                List.of(Part.text(wording.body())));
    }

    private Draft news() {
        Wording wording = templates.word(LetterText.NEWS, common());
        return new Draft(
                wording.subject(),
                NOTHING,
                Draft.GENERATED,
                Optional.empty(),
                false,
                false,
                List.of(Part.text(wording.body())));
    }

    /** Where answers to a letter to the reporter go. */
    Address recipientAddress(Token token) {
        return DeskAddress.of(desk.address(), new DeskRole.Recipient(token));
    }

    Address reporterAddress(Token token) {
        return DeskAddress.of(desk.address(), new DeskRole.Reporter(token));
    }

    Map<String, Object> common() {
        Map<String, Object> values = new HashMap<>();
        values.put("project", VisibleText.value(desk.project()));
        values.put("desk", desk.address().value());
        values.put(
                "key-address",
                DeskAddress.of(desk.address(), new DeskRole.Key()).value());
        values.put("fingerprint", desk.keys().certificate().fingerprint().spaced());
        return values;
    }

    Map<String, Object> aboutCase(CaseId caseId, List<Finding> findings) {
        Map<String, Object> values = common();
        values.put("case", caseId.toString());
        values.put("case-address", caseAddress(caseId).value());
        values.put(
                "findings",
                sentences("finding", findings.stream().map(templates::sentence).toList()));
        return values;
    }

    Address caseAddress(CaseId caseId) {
        return DeskAddress.of(desk.address(), new DeskRole.CaseAddress(caseId));
    }

    /** Whole sentences of ours, however long; what they say of others was made harmless and bounded in them. */
    static List<Map<String, String>> sentences(String name, List<String> sentences) {
        return sentences.stream().map(sentence -> Map.of(name, sentence)).toList();
    }

    static List<Map<String, String>> items(String name, List<String> values) {
        return values.stream()
                .map(value -> Map.of(name, VisibleText.value(value)))
                .toList();
    }

    static String tagged(CaseId caseId, String subject) {
        return "[" + caseId + "] " + subject;
    }

    static String spaced(Optional<Fingerprint> fingerprint) {
        return fingerprint.map(Fingerprint::spaced).orElse("");
    }

    static String flag(boolean holds) {
        return holds ? "yes" : "";
    }
}
