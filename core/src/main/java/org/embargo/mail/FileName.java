package org.embargo.mail;

import java.util.Optional;
import java.util.regex.Pattern;
import org.embargo.model.Confidential;

/** Makes names of files from outside harmless: a name, never a path. */
final class FileName {

    /** Of the mail as it came, attached where it could not be read to its end. */
    static final Confidential THE_MAIL = new Confidential("mail-as-it-came.eml");

    /** Of a decrypted part that could not be read to its end. */
    static final Confidential THE_CONTENT = new Confidential("decrypted-content.eml");

    /** Of a text too long to be shown. */
    static final Confidential THE_TEXT = new Confidential("whole-text.txt");

    private static final int LONGEST = 120;
    private static final Pattern OPENPGP = Pattern.compile("(?i)\\.(?:asc|gpg|pgp)\\z");

    /** Control characters, and format characters that turn the direction of writing. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\u2028\\u2029]");

    private FileName() {}

    /** The last segment of {@code given}; blank where that is no name. */
    static String of(Optional<String> given) {
        String visible = INVISIBLE.matcher(given.orElse("")).replaceAll("");
        String last = visible.substring(Math.max(visible.lastIndexOf('/'), visible.lastIndexOf('\\')) + 1)
                .trim();
        return last.matches("\\.*") ? "" : shortened(last);
    }

    /** The end of a name tells what it is. */
    private static String shortened(String name) {
        int excess = name.length() - LONGEST;
        return excess <= 0 ? name : name.substring(Character.isLowSurrogate(name.charAt(excess)) ? excess + 1 : excess);
    }

    static boolean isOpenPgp(String name) {
        return OPENPGP.matcher(name).find();
    }

    static String withoutOpenPgp(String name) {
        return OPENPGP.matcher(name).replaceFirst("");
    }
}
