package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the mails that left say about the reports that were taken.
 *
 * @param relay  where they went
 * @param member who gets mail of each case
 */
record Effects(Relay relay, String member) {

    /** Each of the reports with these Message-IDs is one case, has one receipt, and the team one mail; no other is. */
    void requireOneCaseEach(Set<String> reports, String because) {
        Map<String, Set<String>> receiptsByReport = new TreeMap<>();
        Map<String, Set<String>> casesByReport = new TreeMap<>();
        Map<String, Set<String>> teamLettersByCase = new TreeMap<>();
        for (Relay.Received mail : relay.mails()) {
            Mime letter = Mime.of(mail);
            if (reports.contains(letter.field("In-Reply-To"))) {
                add(receiptsByReport, letter.field("In-Reply-To"), letter.field("Message-ID"));
                add(casesByReport, letter.field("In-Reply-To"), World.caseOf(letter));
            }
        }
        Set<String> cases = new HashSet<>();
        casesByReport.values().forEach(cases::addAll);
        for (Relay.Received mail : relay.mailsTo(member)) {
            Mime letter = Mime.of(mail);
            // a transcript about no case names none
            if (letter.field("Subject").startsWith("[")) {
                World.findCase(letter)
                        .filter(cases::contains)
                        .ifPresent(caseId -> add(teamLettersByCase, caseId, letter.field("Message-ID")));
            }
        }
        assertThat(receiptsByReport.keySet()).as(because).isEqualTo(reports);
        assertThat(receiptsByReport.values()).as(because).allMatch(receipts -> receipts.size() == 1);
        assertThat(casesByReport.values()).as(because).allMatch(each -> each.size() == 1);
        assertThat(cases).as(because).hasSameSizeAs(reports);
        assertThat(teamLettersByCase.keySet()).as(because).isEqualTo(cases);
        assertThat(teamLettersByCase.values()).as(because).allMatch(letters -> letters.size() == 1);
    }

    private static void add(Map<String, Set<String>> sets, String key, String value) {
        sets.computeIfAbsent(key, unknown -> new HashSet<>()).add(value);
    }
}
