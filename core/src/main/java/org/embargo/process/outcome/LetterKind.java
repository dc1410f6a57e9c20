package org.embargo.process.outcome;

import java.util.Locale;

/** The word for a letter's kind, as it stands in the outbox, in logs and in mails to the team. */
public final class LetterKind {

    private LetterKind() {}

    /** {@code team-mail} for a {@code TeamMail}, and so on. */
    public static String of(Letter letter) {
        return letter.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
