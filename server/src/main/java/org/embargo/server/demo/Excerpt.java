package org.embargo.server.demo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a long mail is shown in the terminal. */
final class Excerpt {
    private static final String GAP = "[...]";
    /** A line of a case's history begins with a day. */
    private static final Pattern HISTORY = Pattern.compile("\n  - [A-Z][a-z]{2} \\d{4}-");

    private Excerpt() {}

    static String whole(String text) {
        return text;
    }

    /** The first paragraphs. */
    static String beginning(String text) {
        String[] paragraphs = text.strip().split("\n\n", 4);
        return paragraphs.length < 4 ? text : paragraphs[0] + "\n\n" + paragraphs[1] + "\n\n" + GAP;
    }

    /** Of a mail to the team: what the desk found, and what came from outside; without what can be done about it. */
    static String findingsAndContent(String text) {
        int help = text.indexOf("What you can do");
        int marker = text.indexOf("--- ");
        return help < 0 || marker < help ? text : text.substring(0, help) + GAP + "\n\n" + text.substring(marker);
    }

    /** Of an answer to commands: what was done, without where the case stands. */
    static String done(String text) {
        return before("\n\nThe case is ", text);
    }

    /** What was done, and what is still missing or due; without the fields and the member's own mail. */
    static String doneAndOpen(String text) {
        int open = text.indexOf("\nMissing: ");
        int next = text.indexOf("\nNext: ");
        int from = open < 0 ? next : open;
        return from < 0
                ? done(text)
                : done(text) + "\n" + before("\n--- ", text.substring(from)).replace("\n\n" + GAP, "");
    }

    /** What the desk found; without what can be done about it and what came. */
    static String findings(String text) {
        return before("\nWhat you can do", before("\n--- ", text));
    }

    /** Of a preview: where and when it would go, and the line that approves it. */
    static String plan(String text) {
        int texts = text.indexOf("\n======== ");
        int approve = text.indexOf("\nTo approve exactly this");
        int preview = text.indexOf("\nThis is what would go out");
        return texts < 0 || approve < 0 || preview < 0
                ? text
                : done(text) + "\n" + text.substring(preview, texts) + "\n" + GAP + "\n" + text.substring(approve);
    }

    /** Of the state of a case: who has the notice. */
    static String board(String text) {
        int board = text.indexOf("\n  - The advance notices were decided");
        Matcher history = HISTORY.matcher(text);
        return board < 0 || !history.find(board)
                ? text
                : before("\n  - ", text) + "\n" + text.substring(board, history.start()) + "\n\n" + GAP;
    }

    private static String before(String mark, String text) {
        int end = text.indexOf(mark);
        return end < 0 ? text : text.substring(0, end).stripTrailing() + "\n\n" + GAP;
    }
}
