package org.embargo.letters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.embargo.content.Content;
import org.embargo.model.Address;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.FinishedTexts;
import org.embargo.model.FinishedTexts.Gap;
import org.embargo.model.PackedBytes;
import org.embargo.model.Token;
import org.embargo.model.Urgency;
import org.embargo.process.outcome.CalendarItem;
import org.embargo.process.outcome.NoticeLetter;

/**
 * Puts the words to what recipients and reporter are told ahead of disclosure. What was approved goes as it is, with
 * nothing around it but the calendar item. One thread, one letter.
 */
final class NoticeDrafting {

    private final Templates templates;
    private final DeskIdentity desk;
    private final Drafting drafting;
    private final Instant now;

    NoticeDrafting(Templates templates, DeskIdentity desk, Drafting drafting, Instant now) {
        this.templates = templates;
        this.desk = desk;
        this.drafting = drafting;
        this.now = now;
    }

    Draft draft(NoticeLetter letter) {
        if (letter instanceof NoticeLetter.AdvanceNotice notice) {
            return advanceNotice(notice);
        }
        if (letter instanceof NoticeLetter.DateMoved moved) {
            return dateMoved(moved);
        }
        if (letter instanceof NoticeLetter.ConfirmationRequest request) {
            return confirmationRequest(request);
        }
        if (letter instanceof NoticeLetter.DateNotice notice) {
            return dateNotice(notice);
        }
        return dateMoved((NoticeLetter.DateMovedForReporter) letter);
    }

    private Draft advanceNotice(NoticeLetter.AdvanceNotice notice) {
        String subject = templates.label(
                "NOTICE_SUBJECT",
                notice.caseId().toString(),
                number(notice.update()),
                notice.title().text());
        String text = filled(notice.text(), notice.hour(), new Confidential(""));
        List<Part> parts = new ArrayList<>(List.of(Part.text(text)));
        notice.patches()
                .forEach(file -> parts.add(Part.file(file.name(), Content.of(PackedBytes.unpack(file.diff())))));
        parts.add(calendar(notice.caseId(), notice.calendar()));
        return toRecipient(notice.token(), subject, parts);
    }

    private Draft dateMoved(NoticeLetter.DateMoved letter) {
        Wording wording = templates.word(
                LetterText.DATE_MOVED, moved(letter.caseId(), letter.former(), letter.hour(), letter.urgency()));
        return toRecipient(
                letter.token(),
                wording.subject(),
                List.of(Part.text(wording.body()), calendar(letter.caseId(), letter.calendar())));
    }

    private Draft confirmationRequest(NoticeLetter.ConfirmationRequest letter) {
        Map<String, Object> values = drafting.common();
        values.put("case", letter.caseId().toString());
        values.put("hour", letter.hour().map(this::moment).orElse(""));
        Wording wording = templates.word(LetterText.CONFIRMATION_REQUEST, values);
        return toRecipient(letter.token(), wording.subject(), List.of(Part.text(wording.body())));
    }

    private Draft toRecipient(Token token, String subject, List<Part> parts) {
        Address answers = drafting.recipientAddress(token);
        return new Draft(subject, Drafting.NOTHING, Draft.GENERATED, Optional.of(answers), false, true, parts, true);
    }

    private Draft dateNotice(NoticeLetter.DateNotice notice) {
        String subject = templates.label("DATE_NOTICE_SUBJECT", notice.caseId().toString(), number(notice.update()));
        String text = filled(notice.text(), notice.hour(), notice.credit());
        return toReporter(
                notice.caseId(),
                notice.reporterToken(),
                subject,
                List.of(Part.text(text), calendar(notice.caseId(), notice.calendar())));
    }

    private Draft dateMoved(NoticeLetter.DateMovedForReporter letter) {
        Map<String, Object> values =
                new HashMap<>(moved(letter.caseId(), letter.former(), letter.hour(), letter.urgency()));
        values.put(
                "reporter-address",
                letter.reporterToken()
                        .map(token -> drafting.reporterAddress(token).value())
                        .orElse(""));
        values.put("encrypted-to", Drafting.spaced(letter.encryptTo()));
        Wording wording = templates.word(LetterText.DATE_MOVED_REPORTER, values);
        return toReporter(
                letter.caseId(),
                letter.reporterToken(),
                Drafting.tagged(letter.caseId(), wording.subject()),
                List.of(Part.text(wording.body()), calendar(letter.caseId(), letter.calendar())));
    }

    private Draft toReporter(CaseId caseId, Optional<Token> token, String subject, List<Part> parts) {
        return new Draft(
                subject,
                Drafting.tagged(caseId, Drafting.HIDDEN),
                Draft.GENERATED,
                token.map(drafting::reporterAddress),
                false,
                true,
                parts);
    }

    private Map<String, Object> moved(
            CaseId caseId, Optional<Instant> former, Optional<Instant> hour, Urgency urgency) {
        Map<String, Object> values = drafting.common();
        values.put("case", caseId.toString());
        values.put("former", former.map(this::moment).orElse(""));
        values.put("hour", hour.map(this::moment).orElse(""));
        values.put(
                "earlier",
                Drafting.flag(hour.isPresent()
                        && former.filter(before -> hour.get().isBefore(before)).isPresent()));
        for (Urgency each : List.of(Urgency.EXPLOITED, Urgency.LEAKED)) {
            values.put(each.name().toLowerCase(Locale.ROOT), Drafting.flag(urgency == each));
        }
        return values;
    }

    private String filled(Confidential text, Optional<Instant> hour, Confidential credit) {
        return FinishedTexts.filled(
                        text, Map.of(Gap.HOUR, hour.map(this::moment).orElse(""), Gap.CREDIT, credit.text()))
                .text();
    }

    private Part calendar(CaseId caseId, CalendarItem item) {
        return CalendarText.part(caseId, item, now);
    }

    /** A rehearsal that takes seconds is told in seconds. */
    private String moment(Instant moment) {
        return TimeText.moment(moment, desk.advanceNotice());
    }

    private static String number(int update) {
        return update == 0 ? "" : String.valueOf(update);
    }
}
