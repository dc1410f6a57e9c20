package org.embargo.patches;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One attachment, taken apart into the mails of a mbox; one mail or one plain text where it is no mbox. */
final class PatchMails {

    /** As git tells the line before a mail from a sentence: by the time and year at its end. */
    private static final Pattern FROM_LINE =
            Pattern.compile("(?m)^From \\S+ .*\\d\\d:\\d\\d(?::\\d\\d)? (?:\\S+ )?(?:19|20)\\d\\d[^\\n]*\\n");

    private static final Pattern FIELDS =
            Pattern.compile("(?:[!-9;-~]+:[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*)+(?:\\r?\\n|\\z)(?s:.*)");
    private static final Pattern MAIL_FIELD = Pattern.compile("(?im)^(?:From|Subject):");

    private PatchMails() {}

    /**
     * The mails in {@code text}, without the lines before them.
     *
     * @param text bytes as characters
     */
    static List<String> split(String text) {
        Matcher matcher = FROM_LINE.matcher(text);
        if (!matcher.lookingAt()) {
            return List.of(text);
        }
        List<String> mails = new ArrayList<>();
        int begin = matcher.end();
        while (matcher.find()) {
            mails.add(text.substring(begin, matcher.start()));
            begin = matcher.end();
        }
        mails.add(text.substring(begin));
        return mails;
    }

    /** Whether {@code text} begins with the fields of a mail; a plain diff does not. */
    static boolean isMail(String text) {
        int end = Math.min(text.length(), 1 << 16);
        String start = text.substring(0, end);
        int blank = Math.max(start.indexOf("\n\n"), start.indexOf("\n\r\n"));
        String head = blank < 0 ? start : start.substring(0, blank + 1);
        return MAIL_FIELD.matcher(head).find() && FIELDS.matcher(head + "\n").matches();
    }
}
