package org.embargo.letters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The text of one kind of letter: its file, and the variables that may stand in it. */
enum LetterText {
    RECEIPT(
            "case came-encrypted could-be-read signed-by answer-by reporter-address encrypted-to main-branch"
                    + " credit-noted acknowledge-within advance-notice",
            "versions/version"),
    RECEIPT_BARE("case", ""),
    RECEIPT_UNREADABLE("case", ""),
    UNPROVEN_NOTE("", ""),
    KEY_ANSWER("", ""),
    TEAM_NOTICE_ANSWERED(Team.TEXTS + " subject original-attached", Team.LISTS),
    TEAM_UPSTREAM(Team.TEXTS + " subject original-attached kept-as", Team.LISTS),
    TEAM_UPSTREAM_SHOWN(Team.TEXTS + " subject original-attached kept-as", Team.LISTS),
    TEAM_UPSTREAM_JOINED(Team.TEXTS + " subject original-attached kept-as", Team.LISTS),
    TEAM_REPORT(Team.TEXTS + " subject original-attached kept-as", Team.LISTS),
    TEAM_FOLLOW_UP(Team.TEXTS + " subject original-attached kept-as", Team.LISTS),
    TEAM_MEMBER_WROTE(Team.TEXTS + " subject unproven original-attached kept-as", Team.LISTS),
    TEAM_MEMBER_ACTED(Team.TEXTS + " subject original-attached kept-as", Team.LISTS),
    TEAM_PROBLEM(Team.TEXTS, Team.LISTS),
    REPLY("case text reply accepted rejected duplicate reporter-address encrypted-to", ""),
    ADDRESS_CHANGED("case encrypted-to", ""),
    CREDIT_NOTED("case name taken unnamed waits not-taken reporter-address encrypted-to", ""),
    TRANSCRIPT("case case-address done done-in-part waits not-done dry-run", "lines/line standing/remark steps/step"),
    NEW_CASES("count case-address", "cases/case"),
    REMINDER_ANSWER(Team.TEXTS + " " + Clocks.TEXTS, Team.LISTS),
    REMINDER_KEEP_IN_TOUCH(Team.TEXTS + " " + Clocks.TEXTS, Team.LISTS),
    REMINDER_NOTICE(Team.TEXTS + " " + Clocks.TEXTS + " reporter-alone", Team.LISTS),
    REMINDER_UPSTREAM(Team.TEXTS + " " + Clocks.TEXTS, Team.LISTS),
    DATE_MOVED("case former hour earlier exploited leaked", ""),
    DATE_MOVED_REPORTER("case former hour earlier exploited leaked reporter-address encrypted-to", ""),
    CONFIRMATION_REQUEST("case hour", ""),
    WAITING_CASES("count more", "cases/case"),
    DIGEST(
            "count late-count missed since nothing-arrived reports further key-requests others set-aside-count more"
                    + " journal-number journal-mac",
            "late/case open/case set-aside/mail"),
    CERTIFICATES_END("", "certificates/certificate"),
    DESK_MAIL("original-attached", Team.LISTS),
    GUEST_WELCOME("case guest-address encrypted-to", ""),
    GUEST_MAIL("case guest-address encrypted-to words", Team.LISTS),
    GUEST_NOTE("case guest-address encrypted-to words", Team.LISTS),
    KEY_WARNING("certificate ends", ""),
    DESK_KEY_CHANGED("former present certified team told", ""),
    DESK_PROBLEM("", "findings/finding"),
    NEWS("", ""),
    COMMIT_MESSAGE("mailing-list", ""),
    TEAM_CALL(
            Team.TEXTS
                    + " last-call urgent hour-missed post-missed releases posted release-posted returned not-returned leak patches patches-fail patches-pushed patches-stopped hook-failed",
            Team.LISTS),
    NOTICE(Advisory.TEXTS + " " + Advisory.DETAILS + " notice-time exploited leaked", Advisory.LISTS),
    DATE_NOTICE(Advisory.TEXTS + " title cves credit exploited leaked", Advisory.LISTS),
    DATE_NOTICE_BARE(Advisory.TEXTS, Advisory.LISTS),
    POST(Advisory.TEXTS + " " + Advisory.DETAILS + " credit timeline releases", Advisory.LISTS),
    UPSTREAM_POST(
            "case versions several upstream upstream-versions upstream-several security bug-fix severity releases", ""),
    PLAN(
            Advisory.TEXTS
                    + " notice-time notice-at-once no-notice no-patches any-patches pushed commit-message exploited leaked",
            Advisory.LISTS + " tags/tag authors/author"),
    PREVIEW("case title plan notice date-notice date-notice-bare post dry-run", "");

    private static final String EVERYWHERE = "project desk key-address fingerprint";

    private final String texts;
    private final String lists;

    /**
     * @param texts names of variables, apart by blanks
     * @param lists names of lists, each with a slash and the name of what its items hold
     */
    LetterText(String texts, String lists) {
        this.texts = texts;
        this.lists = lists;
    }

    /** Name of the file in {@code conf/letters}. */
    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }

    List<String> texts() {
        return words(EVERYWHERE + " " + texts);
    }

    Map<String, String> lists() {
        return words(lists).stream()
                .collect(Collectors.toMap(
                        list -> list.substring(0, list.indexOf('/')), list -> list.substring(list.indexOf('/') + 1)));
    }

    /** Whatever an operator may write between braces in this file, as told when he wrote something else. */
    List<String> allowed() {
        List<String> allowed = new ArrayList<>(texts());
        lists().forEach((list, item) -> allowed.add(list + " (a section with " + item + " in it)"));
        return allowed;
    }

    /** Values as they might be, to try a text at start. */
    Map<String, Object> sample() {
        Map<String, Object> sample = new HashMap<>();
        texts().forEach(name -> sample.put(name, "x"));
        lists().forEach((list, item) -> sample.put(list, List.of(Map.of(item, "x"))));
        return sample;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    /** What every reminder may name. */
    private static final class Clocks {
        private static final String TEXTS = "due distance late missed next";
    }

    /** What the texts that are approved may name. */
    private static final class Advisory {
        private static final String TEXTS = "case hour";
        private static final String DETAILS = "title cves cwes severity score vector description remedy workaround"
                + " any-affected any-fixed no-fixed no-patches any-patches";
        private static final String LISTS = "lists/list affected/range fixed/version patches/patch";
    }

    /** What every mail to the team about one case may name. */
    private static final class Team {
        private static final String TEXTS = "case case-address answer-by";
        private static final String LISTS = "findings/finding";
    }
}
