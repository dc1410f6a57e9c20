package org.embargo.process.words;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.embargo.model.Confidential;

/**
 * Why something that a member sent is not done, as data; the words stand in {@code conf/letters/refusals.txt}.
 *
 * @param values what the sentence names, in the order that the reason says; times as ISO instants in UTC
 */
public record Refusal(Reason reason, List<Confidential> values) {

    public Refusal {
        Objects.requireNonNull(reason, "reason");
        values = List.copyOf(values);
    }

    public static Refusal of(Reason reason, String... values) {
        return new Refusal(reason, Stream.of(values).map(Confidential::new).toList());
    }

    /** What speaks against it. The values each reason takes stand beside it. */
    public enum Reason {
        // what was written can't be read as commands

        /** What was read; what was probably meant, or nothing. */
        UNKNOWN_COMMAND,
        /** The command's form. */
        ARGUMENT_MISSING,
        /** What was read; the command's form; what was probably meant, or nothing. */
        ARGUMENT_WRONG,
        /** The command's form. */
        TEXT_MISSING,
        /** The word. */
        CLEARANCE_OR_TEXT,
        /** What was read. */
        STRAY_TEXT,
        END_WITHOUT_TEXT,
        TEXT_NOT_CLOSED,
        TOUCHES_QUOTE,
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
        ADDRESS_TAKES_NO_COMMANDS,

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
        IS_SO_ALREADY,
        NOT_HELD,
        NO_CERTIFICATE_ATTACHED,
        SEVERAL_CERTIFICATES_ATTACHED,
        /** Fingerprint. */
        CERTIFICATE_UNKNOWN,
        /** Fingerprint. */
        CERTIFICATE_CANNOT_ENCRYPT,
        /** Fingerprint. */
        CERTIFICATE_CANNOT_SIGN,
        /** Fingerprint. */
        CERTIFICATE_IS_A_MEMBERS,
        /** Fingerprint; the member's address; fingerprint of the certificate he has. */
        OLD_KEY_MUST_CERTIFY,
        /** From when on it counts. */
        KEY_TOO_NEW,
        /** Address. */
        IS_A_MEMBER,
        /** Address. */
        LISTED_ALREADY,
        /** Address. */
        NOT_LISTED,
        /** Address. */
        PAUSED_ALREADY,
        /** Address. */
        NOT_PAUSED,
        /** Address. */
        GUEST_ALREADY,
        /** Address. */
        NO_SUCH_GUEST,
        SEVERAL_TAKE_FILES,
        /** Why, in words; number of the attachment, or nothing; line, or nothing. */
        NOT_PATCHES,
        /** Branch. */
        NO_PATCH_FOR_BRANCH,
        /** Branch; path. */
        PATH_NOT_UNUSUAL,
        /** Command. */
        URGENT_ALREADY,
        /** Version; those of {@code /fixed}. */
        NOT_A_FIXED_RELEASE,
        /** URL; how it must begin, or nothing. */
        RELEASE_URL_DOES_NOT_FIT,
        UPSTREAM_NOT_READ,
        UPSTREAM_NOT_ACCEPTED,
        UPSTREAM_UNNAMED,
        /** What is no version. */
        NO_RELEASE_VERSION,
        /** Version. */
        RELEASE_POSTED_ALREADY,
        UPSTREAM_IS_NOT_ANSWERED,
        HOUR_NOT_COME,
        ONLY_PUBLISH,
        /** {@code all} where everything is held, or nothing. */
        HELD_CANNOT_PUBLISH,
        NOT_APPROVED,
        NO_FRESH_EYES,
        POSTED_ALREADY,
        CLOCK_NOT_DOUBTED,
        /** The time that was written; the time on the server. */
        CLOCK_STILL_WRONG,
        /** How many are allowed. */
        TOO_MANY_VALUES,
        /** How it is credited by his own words. */
        CREDIT_IS_HIS,
        /** The name that waits. */
        CREDIT_WAITS_FOR,
        /** When; the present time. */
        TIME_IS_PAST,

        // a value is wrong

        /** What is wrong with it, in a word; how long it may be. */
        TITLE_WRONG,
        /** What is wrong with it, in a word; how long it may be. */
        NAME_WRONG,
        TEXT_DECEIVES,
        /** How long it may be. */
        TEXT_TOO_LONG,
        /** What was read. */
        VECTOR_WRONG,
        /** What was read. */
        RANGE_WRONG,
        /** The hour; the zone. */
        HOUR_SKIPPED,
        /** The hour; the zone; the one moment and the other. */
        HOUR_TWICE,
        /** What was read; what was probably meant, or nothing. */
        ZONE_UNKNOWN,
        PREVIEW_UNKNOWN,
        PREVIEW_OF_ANOTHER,
        PREVIEW_OUTDATED,
        CONTENT_INCOMPLETE
    }
}
