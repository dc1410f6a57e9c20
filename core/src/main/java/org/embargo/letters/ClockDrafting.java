package org.embargo.letters;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.embargo.model.CaseClock;
import org.embargo.model.CaseId;
import org.embargo.process.outcome.ClockLetter;
import org.embargo.process.outcome.DigestCase;
import org.embargo.process.outcome.DigestMails;
import org.embargo.process.outcome.EndingCertificate;
import org.embargo.process.words.Finding;

/** Puts the words to what the clock tells the team. One thread, one letter. */
final class ClockDrafting {

    /** Letters that come this much after their time say so. */
    private static final Duration NOTICEABLE = Duration.ofMinutes(1);

    private static final int MOST_SET_ASIDE = 20;

    private final Templates templates;
    private final DeskIdentity desk;
    private final Drafting drafting;

    ClockDrafting(Templates templates, DeskIdentity desk, Drafting drafting) {
        this.templates = templates;
        this.desk = desk;
        this.drafting = drafting;
    }

    Draft draft(ClockLetter letter) {
        if (letter instanceof ClockLetter.Reminder reminder) {
            return reminder(reminder);
        }
        if (letter instanceof ClockLetter.WaitingCases waiting) {
            return waitingCases(waiting);
        }
        if (letter instanceof ClockLetter.Digest digest) {
            return digest(digest);
        }
        return certificatesEnd((ClockLetter.CertificatesEnd) letter);
    }

    private Draft reminder(ClockLetter.Reminder reminder) {
        Map<String, Object> values = drafting.aboutCase(reminder.caseId(), reminder.findings());
        values.put("answer-by", moment(reminder.due()));
        values.put("due", moment(reminder.due()));
        values.put("distance", TimeText.distance(reminder.due(), reminder.asOf()));
        values.put("late", reminder.asOf().isAfter(reminder.due()) ? "yes" : "");
        values.put("missed", missed(reminder.planned(), reminder.asOf()));
        boolean isForReporterAlone = reminder.findings().stream()
                .anyMatch(finding -> finding.kind() == Finding.Kind.NOTICE_FOR_REPORTER_ALONE);
        values.put("reporter-alone", isForReporterAlone ? "yes" : "");
        values.put("next", reminder.next().map(this::moment).orElse(""));
        return drafting.toTeam(reminder.caseId(), templates.word(text(reminder.clock()), values), "", List.of());
    }

    private static LetterText text(CaseClock clock) {
        return switch (clock) {
            case ACKNOWLEDGEMENT -> LetterText.REMINDER_ANSWER;
            case KEEP_IN_TOUCH -> LetterText.REMINDER_KEEP_IN_TOUCH;
            case ADVANCE_NOTICE, NOTICE_UPDATE, NOTICE_CONFIRMATION -> LetterText.REMINDER_NOTICE;
            case UPSTREAM_RELEASE -> LetterText.REMINDER_UPSTREAM;
            default -> throw new IllegalArgumentException("nobody is reminded of " + clock.word());
        };
    }

    private Draft waitingCases(ClockLetter.WaitingCases waiting) {
        Map<String, Object> values = drafting.common();
        values.put("count", String.valueOf(waiting.count()));
        values.put("more", number(waiting.count() - waiting.cases().size()));
        values.put("cases", lines("case", waiting.cases(), CaseId::toString));
        return Drafting.toTeam(templates.word(LetterText.WAITING_CASES, values));
    }

    private Draft digest(ClockLetter.Digest digest) {
        List<DigestCase> late = digest.cases().stream()
                .filter(each -> each.isLateAt(digest.asOf()))
                .toList();
        List<DigestCase> others =
                digest.cases().stream().filter(each -> !late.contains(each)).toList();
        Map<String, Object> values = drafting.common();
        values.put("count", number(digest.cases().size() + digest.more()));
        values.put("late-count", number(late.size()));
        values.put("missed", missed(digest.planned(), digest.asOf()));
        values.put("late", lines("case", late, each -> line(each, digest.asOf())));
        values.put("open", lines("case", others, each -> line(each, digest.asOf())));
        values.put("more", number(digest.more()));
        values.putAll(arrived(digest.mails()));
        values.put("journal-number", String.valueOf(digest.journalNumber()));
        values.put("journal-mac", digest.journalMac());
        return Drafting.toTeam(templates.word(LetterText.DIGEST, values));
    }

    private Map<String, Object> arrived(DigestMails mails) {
        return Map.of(
                "since",
                moment(mails.since()),
                "nothing-arrived",
                mails.isEmpty() ? "yes" : "",
                "reports",
                number(mails.reports()),
                "further",
                number(mails.further()),
                "key-requests",
                number(mails.keyRequests()),
                "others",
                number(mails.others()),
                "set-aside-count",
                number(mails.setAside().size()),
                "set-aside",
                lines("mail", mails.setAside().stream().limit(MOST_SET_ASIDE).toList(), this::line));
    }

    private String line(DigestCase each, Instant asOf) {
        if (each.state().isEmpty()) {
            return templates.label("DIGEST_CASE_DAMAGED", each.id().toString());
        }
        String age = each.filed()
                .map(filed -> TimeText.roughly(Duration.between(filed, asOf)))
                .orElse("");
        String step = each.clock()
                .flatMap(clock -> each.due()
                        .map(due -> templates.label("STEP", clock.word(), moment(due), TimeText.distance(due, asOf))))
                .orElseGet(() -> templates.label("NO_STEP"));
        return templates.label(
                "DIGEST_CASE", each.id().toString(), lower(each.state().get()), age, step);
    }

    private String line(DigestMails.SetAside mail) {
        return templates.label(
                "SET_ASIDE",
                moment(mail.received()),
                mail.caseId().map(CaseId::toString).orElse(""));
    }

    private Draft certificatesEnd(ClockLetter.CertificatesEnd letter) {
        Map<String, Object> values = drafting.common();
        values.put("certificates", lines("certificate", letter.certificates(), each -> line(each, letter.asOf())));
        return Drafting.toTeam(templates.word(LetterText.CERTIFICATES_END, values));
    }

    private String line(EndingCertificate each, Instant asOf) {
        String ends = each.ends()
                .map(end -> moment(end) + ", " + TimeText.distance(end, asOf))
                .orElse("");
        return templates.label(
                "CERTIFICATE",
                lower(each.owner()),
                each.name().text(),
                each.fingerprint().hex(),
                ends);
    }

    private String moment(Instant moment) {
        return TimeText.moment(moment, desk.acknowledgeWithin());
    }

    private String missed(Instant planned, Instant asOf) {
        return Duration.between(planned, asOf).compareTo(NOTICEABLE) < 0 ? "" : moment(planned);
    }

    private static String number(int count) {
        return count == 0 ? "" : String.valueOf(count);
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** Not through {@link Drafting#items}, whose values are cut: these are sentences of ours with harmless values. */
    private static <T> List<Map<String, String>> lines(String name, List<T> items, Function<T, String> line) {
        return items.stream().map(item -> Map.of(name, line.apply(item))).toList();
    }
}
