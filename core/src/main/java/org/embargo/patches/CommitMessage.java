package org.embargo.patches;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The message of a commit or tag. It is meant for everybody, so it is no secret; {@link NeutralityCheck} sees to that.
 *
 * @param text ends in one line end; lines are apart by LF
 */
public record CommitMessage(String text) {

    private static final int MAX_LENGTH = 10_000;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n]]");

    public CommitMessage {
        Objects.requireNonNull(text, "text");
        text = text.strip() + "\n";
        if (text.isBlank() || text.length() > MAX_LENGTH || UNSEEN.matcher(text).find()) {
            throw new IllegalArgumentException("not a commit message: empty, too long, or with control characters");
        }
    }
}
