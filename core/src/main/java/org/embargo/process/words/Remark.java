package org.embargo.process.words;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.embargo.model.Confidential;

/**
 * One sentence of a transcript on what is done, or on how a case stands, as data; the words stand in {@code
 * conf/letters/remarks.txt}. Why something is not done is a {@link Refusal}.
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
        // a command did something, or told it

        /** Form of a command; what it does, in words of {@code help.txt}. */
        HELP,
        /** How many have sent it; how many must. */
        MORE_MEMBERS_NEEDED,
        /** Name of the file. */
        EXPORTED,
        EXPORT_TOO_LARGE,
        NOTE_KEPT,
        /** Something is set to what it is. */
        NOTHING_CHANGES,
        /** Fingerprint. */
        TOLD_ENCRYPTED,
        TOLD_IN_CLEAR,
        NOBODY_TO_TELL,
        /** Fingerprint of the certificate that the letter is encrypted to, or nothing. */
        WAITS_WHILE_HELD,
        /** As {@link #WAITS_WHILE_HELD}, while everything is held. */
        WAITS_WHILE_ALL_HELD,
        /** State. */
        STATE_IS_NOW,
        /** Case. */
        JUNKED,
        /** Address. */
        OWNER_IS_NOW,
        /** Address. */
        REPORTER_IS_NOW,
        FORMER_REPORTER_TOLD,
        FORMER_REPORTER_WAITS,
        /** Fingerprint. */
        CERTIFICATE_TAKEN,
        /** Fingerprint; its user ids. */
        CERTIFICATE_SHOWN,
        /** Address that it is taken for. */
        CERTIFICATE_NAMES_OTHERS,
        /** Address; fingerprint; until when it approves nothing, or nothing. */
        MEMBER_KEY_IS_NOW,
        /** Name; address. */
        RECIPIENT_ADDED,
        /** Address. */
        RECIPIENT_REMOVED,
        /** Cases; the command that ends it. */
        STILL_TOLD_OF,
        /** Cases. */
        TOLD_NO_MORE_OF,
        /** Address. */
        RECIPIENT_PAUSED,
        /** Address. */
        RECIPIENT_RESUMED,
        /** Address. */
        RECIPIENT_KEY_IS_NOW,
        /** Name; address. */
        GUEST_INVITED,
        /** Address. */
        GUEST_UNINVITED,
        NO_RECIPIENTS,
        /** Name; address; fingerprint; {@code paused}, or nothing; {@code unusable}, or nothing. */
        RECIPIENT_LINE,
        /** As {@link #RECIPIENT_LINE}, of somebody who gets what still comes of cases that he was told of. */
        FORMER_RECIPIENT_LINE,
        HELD,
        RESUMED,
        /** The hour of disclosure as it was. */
        HOUR_WAS,
        HOUR_WAS_OPEN,
        /** The hour. */
        HOUR_PASSED_CLOSED,
        /** The hour of disclosure. */
        HOUR_IS_NOW,
        /** When. */
        HOUR_IS_AT_LATEST,
        /** Command. */
        HOUR_FOLLOWS_APPROVAL,
        /** When. */
        RELEASE_DUE,
        /** {@code all} where everything is held, or nothing. */
        POST_WAITS_WHILE_HELD,
        ALL_RELEASES_OUT,
        /** Versions. */
        RELEASES_MISSING,
        POSTS_NOW,
        CLOCK_CONFIRMED,
        /** When. */
        DISCLOSURE_IS_NOW,
        /** When; when it was before. */
        DISCLOSURE_MOVED,
        /** When. */
        DISCLOSURE_IS_ALREADY,
        DISCLOSURE_UNSET,
        DISCLOSURE_UNSET_ALREADY,
        /** How long. */
        LEAD_IS_USUAL,
        /** How long. */
        LEAD_IS_OWN,
        LEAD_IS_AT_ONCE,
        LEAD_IS_NO_NOTICE,
        /** When. */
        NOTICE_IS_DUE,
        NOTICE_IS_DUE_NOW,
        /** How much time is left; how much there should be; by how much it falls short. */
        NOTICE_FALLS_SHORT,
        NOTICE_IS_OUT,
        NO_NOTICE_BEFORE,
        /** Supported releases that are affected; those that are not, or nothing. */
        SUPPORTED_HIT,
        /** Supported releases. */
        SUPPORTED_NOT_HIT,
        SUPPORT_UNKNOWN,
        /** Branch. */
        BRANCH_HIT,
        /** Branch. */
        BRANCH_NOT_KNOWN,
        /** Versions. */
        OUT_OF_SUPPORT,
        /** A release. */
        FIXED_IS_AFFECTED,

        // the fields of a case

        /** The title. */
        FIELD_TITLE,
        /** Level; score, or nothing; vector, or nothing. */
        FIELD_SEVERITY,
        /** Ids. */
        FIELD_CVE,
        FIELD_NO_CVE,
        /** Ids. */
        FIELD_CWE,
        FIELD_NO_CWE,
        /** Ranges. */
        FIELD_AFFECTED,
        FIELD_NOT_AFFECTED,
        /** Releases. */
        FIELD_FIXED,
        FIELD_NOT_FIXED,
        /** Which text; how many lines it has, nothing for one. */
        FIELD_TEXT,
        /** Which text; the text. */
        FIELD_FULL_TEXT,
        /** Name. */
        FIELD_CREDIT,
        FIELD_NO_CREDIT,
        /** Name. */
        FIELD_CREDIT_WAITS,
        FIELD_NO_PATCH,
        /** Branches. */
        PATCHES_TAKEN,
        /** State, as a {@code BranchPatch.State}; branch; where it fails. */
        PATCH_STATE,
        /** What it is, in a word; branch; path. */
        PATCH_UNUSUAL,
        /** Branch; path. */
        PATH_ALLOWED,
        RETRIED,
        /** Digest of the preview; the plan; title, notice, date notice, the same without details, post: no sentence. */
        PREVIEW,
        PREVIEW_SHOWN,
        PREVIEW_INCOMPLETE,
        APPROVED_BY_YOU,
        APPROVED_BY_YOU_ALREADY,

        // how a case stands

        /**
         * Case; state; when it was filed; owner, or nothing; {@code held}, or nothing; what comes next, in a word, and by
         * when, or nothing.
         */
        CASE_LINE,
        /** Case; when our own release is due; {@code late}, or nothing; owner, or nothing; {@code held}, or nothing. */
        CASE_LINE_UPSTREAM,
        NO_CASES,
        /** How many more there are. */
        MORE_CASES,
        /** State. */
        STANDS_AT,
        STANDS_HELD,
        STANDS_HELD_BY_OPERATOR,
        /** Command; the members who have sent it; until when that counts. */
        STANDS_PROPOSED,
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
        /** Name of the {@code Upstream.Kind}; the upstream; its releases; the highest severity, or nothing. */
        STANDS_UPSTREAM,
        STANDS_UPSTREAM_UNREAD,
        /** A release of ours whose post went out. */
        STANDS_POSTED,
        /** When it is due; {@code late}, or nothing. */
        MISSING_RELEASE,
        MISSING_ACCEPTANCE,
        /** Whose release is announced, or which. */
        MISSING_UPSTREAM,
        /** Name; address. */
        STANDS_WITH_GUEST,
        MISSING_ANSWER,
        MISSING_VERDICT,
        MISSING_OWNER,
        MISSING_PUSH,
        /** Version. */
        MISSING_RELEASE_OUT,
        MISSING_TITLE,
        MISSING_DESCRIPTION,
        MISSING_AFFECTED,
        MISSING_REMEDY,
        MISSING_FIXED,
        MISSING_PATCHES,
        /** Branch. */
        MISSING_BRANCH_PATCH,
        MISSING_DISCLOSURE,
        /** How many have approved; how many must; who. */
        STANDS_APPROVED,
        /** Why, in a word; who had approved. */
        APPROVALS_FELL,
        MISSING_FRESH_EYES,
        /** When; to how many. */
        NOTICES_OUT,
        /** How many. */
        NOTICES_UPDATED,
        /** Address of a recipient; his notice's state, in a word; since when; when he was asked again, or nothing. */
        BOARD,
        /** Address of a recipient. */
        BOARD_LEFT_OUT,
        /** When; who, in a word; the member or the key that proved it, or nothing; kind of event. */
        HISTORY
    }
}
