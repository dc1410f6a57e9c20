package org.embargo.server.demo;

/** What of a long mail is shown in the terminal. */
final class Excerpt {
    private static final String GAP = "[...]";

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
        int standing = text.indexOf("\n\nThe case is ");
        return standing < 0 ? text : text.substring(0, standing) + "\n\n" + GAP;
    }

    /** Of a mail to the team: what came from outside. */
    static String content(String text) {
        int marker = text.indexOf("--- ");
        return marker < 0 ? text : GAP + "\n\n" + text.substring(marker);
    }
}
