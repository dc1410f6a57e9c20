package org.embargo.process;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.embargo.model.Confidential;

/**
 * One sentence of a transcript, as data; the words stand in {@code conf/letters/remarks.txt}.
 *
 * @param values what the sentence names, in the order that the kind says; times as ISO instants in UTC
 */
public record Remark(Kind kind, List<Confidential> values) {

    public Remark {
        Objects.requireNonNull(kind, "kind");
        values = List.copyOf(values);
    }

    public static Remark of(Kind kind, String... values) {
        return new Remark(kind, Stream.of(values).map(Confidential::new).toList());
    }

    /** What is said. The values each kind takes stand beside it. */
    public enum Kind {
        // what was written can't be read as commands

        /** What was read; what was probably meant, or nothing. */
        UNKNOWN_COMMAND,
        /** The command's form. */
        ARGUMENT_MISSING,
        /** What was read; the command's form; what was probably meant, or nothing. */
        ARGUMENT_WRONG,
        /** The command's form. */
        TEXT_MISSING,
        /** What was read. */
        STRAY_TEXT,
        END_WITHOUT_TEXT,
        TEXT_NOT_CLOSED,
        DRY_RUN_NOT_FIRST,
        /** How many are allowed. */
        TOO_MANY_COMMANDS,

        // the mail may not act

        NOT_ONE_SIGNATURE,
        /** Its address in From. */
        SIGNER_IS_NOT_AUTHOR,
        FIELDS_DO_NOT_FIT,
        KEY_NOT_GOOD_NOW,
        /** When it was signed; how old it may be. */
        SIGNED_TOO_LONG_AGO,
        /** When it was signed. */
        SIGNED_IN_THE_FUTURE,
        /** When it was signed; when the newer one was. */
        SIGNED_BEFORE_ANOTHER,
        REPLAYED,
        NO_CASE_NAMED,
        SEVERAL_CASES_NAMED,
        /** The case whose address it came to. */
        OTHER_CASE_NAMED,
        /** The case. */
        NO_SUCH_CASE,
        /** Command. */
        CAME_IN_CLEAR,

        // a command is refused

        /** Command; state; states in which it is allowed. */
        NOT_IN_THIS_STATE,
        NO_REPORTER,
        /** The command's form that overrides it. */
        NO_CERTIFICATE,
        /** Another case that holds the same ciphertext. */
        CIPHERTEXT_SHARED,
        SAME_CASE,
        /** Address. */
        NOT_A_MEMBER,
        /** Address. */
        ADDRESS_IS_OURS,
        NOT_CLOSED,
        CLOSED_ALREADY,
        NOT_HELD,
        NO_CERTIFICATE_ATTACHED,
        SEVERAL_CERTIFICATES_ATTACHED,
        /** Fingerprint. */
        CERTIFICATE_UNKNOWN,
        /** Fingerprint. */
        CERTIFICATE_CANNOT_ENCRYPT,
        SEVERAL_TAKE_FILES,

        // a command did something

        /** Form of a command; what it does, in words of {@code help.txt}. */
        HELP,
        NOTE_KEPT,
        /** Fingerprint. */
        TOLD_ENCRYPTED,
        TOLD_IN_CLEAR,
        NOBODY_TO_TELL,
        WAITS_WHILE_HELD,
        /** State. */
        STATE_IS_NOW,
        /** Case. */
        JUNKED,
        /** Address. */
        OWNER_IS_NOW,
        /** Address. */
        REPORTER_IS_NOW,
        FORMER_REPORTER_TOLD,
        /** Fingerprint. */
        CERTIFICATE_TAKEN,
        HELD,
        RESUMED,

        // how a case stands

        /** Case; state; when it was filed; owner, or nothing; {@code held}, or nothing. */
        CASE_LINE,
        NO_CASES,
        /** How many more there are. */
        MORE_CASES,
        /** State. */
        STANDS_AT,
        STANDS_HELD,
        STANDS_HELD_BY_OPERATOR,
        ALL_STAND_HELD,
        REHEARSAL,
        /** Address. */
        STANDS_WITH_OWNER,
        STANDS_WITHOUT_OWNER,
        /** Address. */
        STANDS_WITH_REPORTER,
        STANDS_WITHOUT_REPORTER,
        /** Fingerprint. */
        STANDS_WITH_CERTIFICATE,
        STANDS_WITHOUT_CERTIFICATE,
        /** When. */
        STANDS_ANSWERED,
        /** When. */
        STANDS_WITH_LAST_WORD,
        /** Case. */
        STANDS_SHARED,
        MISSING_ANSWER,
        MISSING_VERDICT,
        MISSING_OWNER,
        /** When; who, in a word; the key that proved it, or nothing; kind of event. */
        HISTORY
    }
}
