package org.embargo.process.words;

import java.util.List;
import java.util.Objects;
import org.embargo.model.Confidential;

/**
 * One thing the desk knows of a mail and tells the team, as data; the words stand in {@code conf/letters}.
 *
 * @param values what the sentence names, in the order that the kind says
 */
public record Finding(Kind kind, List<Confidential> values) {

    public Finding {
        Objects.requireNonNull(kind, "kind");
        values = List.copyOf(values);
    }

    public static Finding of(Kind kind, String... values) {
        return new Finding(kind, List.of(values).stream().map(Confidential::new).toList());
    }

    /** What is found. The values each kind takes stand beside it. */
    public enum Kind {
        /** From address; display name. */
        WROTE,
        /** The mail names no single author, so nobody can be answered. */
        NO_SINGLE_AUTHOR,
        /** The envelope sender, which differs from From. */
        ENVELOPE_DIFFERS,
        /** The protected From, which differs from the outer one. */
        INNER_FROM_DIFFERS,
        CAME_ENCRYPTED,
        CAME_IN_CLEAR,
        /** Name of the {@code OpeningFailure}. */
        NOT_READABLE,
        /** Fingerprint; the member whose certificate it is, or nothing; {@code another} where he is not the author. */
        SIGNED_BY,
        /** As {@link #SIGNED_BY}, but over a part alone. */
        SIGNED_IN_PART_BY,
        /** Name of the {@code SignatureState}: there is a signature and it proves nothing. */
        SIGNATURE_PROVES_NOTHING,
        /** Fingerprint of a certificate the mail brought along that verifies its signature. */
        SIGNED_BY_BROUGHT_KEY,
        NOT_SIGNED,
        /** It bears a member's address without his good signature. */
        CLAIMS_MEMBER,
        /** Address; fingerprint: a member's commands, obeyed. */
        MEMBER_ACTED,
        /** A command as it was written, without text. */
        COMMAND_DONE,
        /** A command as it was written; how many have ordered it; how many must. */
        COMMAND_ASKED,
        /** Fingerprint; user ids of a certificate that a command takes. */
        CERTIFICATE_BROUGHT,
        /** Why a member's mail proves nothing or may not act, as the reason of a {@code Refusal}. */
        NOT_OBEYED,
        /** Name of the {@code Origin.Dkim}; the domains that signed it. */
        DKIM,
        /** Name of the {@code Origin.Spf}. */
        SPF,
        /** It is automatic mail; nobody was answered. */
        AUTOMATIC,
        /** Nobody was answered: why, in a word ({@code limit}, {@code loop}, {@code unproven}, {@code shared}). */
        NOT_ANSWERED,
        /** Fingerprint that letters to the reporter are now encrypted to. */
        CERTIFICATE_TAKEN,
        /** Fingerprint that a member may take for the reporter. */
        CERTIFICATE_PROPOSED,
        /** Case that this may belong to. */
        MAY_BELONG_TO,
        /** Case that holds the same ciphertext. */
        CIPHERTEXT_SHARED,
        /** A stranger knew the case's token. */
        TOKEN_BY_STRANGER,
        /** The name. */
        CREDIT_TAKEN,
        CREDIT_UNNAMED,
        /** The name. */
        CREDIT_WAITS,
        CREDIT_NOT_TAKEN,
        /** It says how the reporter is credited, and is not proven to be his. */
        CREDIT_BY_STRANGER,
        /** Name; address of the guest whom it is from. */
        GUEST_WROTE,
        /** Name; address of the guest whose private address a stranger knows. */
        GUEST_TOKEN_BY_STRANGER,
        /** Address of a member whose certificate can't be used; he got a plain word that there is news. */
        MEMBER_UNREACHABLE,
        /** Id of a mail that could not be taken in so far; how often it was tried; why, in a word. */
        MAIL_STUCK,
        /** Id of a mail whose sealed file is damaged. */
        MAIL_DAMAGED,
        /** Number of the journal's line at which something is gone. */
        JOURNAL_CUT,
        /** Number of the journal's line that is not what was written. */
        JOURNAL_CHANGED,
        /** There was nothing to compare the journal's end with. */
        JOURNAL_UNWITNESSED,
        /** Kind of step; how often it was tried; code of the last failure. */
        STEP_FAILS,
        /** Why, in a word; who had approved. */
        APPROVALS_FELL,
        /** Address the letter went to; kind of letter; status. */
        LETTER_BOUNCED,
        /** Command by which something is set that a notice must hold. */
        NOTICE_LACKS_CONTENT,
        /** How many have approved; how many must. */
        NOTICE_LACKS_APPROVAL,
        /** Members enough have approved a notice, and each of them has edited it. */
        NOTICE_LACKS_FRESH_EYES,
        /** Who is not told before the hour of a case that waits for its date notice. */
        NOTICE_FOR_REPORTER_ALONE,
        /** The notice waits for the end of a hold. */
        NOTICE_HELD,
        /** What looked approved is not, as it stands now. */
        NOTICE_NOT_APPROVED,
        /** The hour of disclosure, which has passed. */
        NOTICE_TOO_LATE,
        /** Address of a recipient to whom nothing can be encrypted, so that he got no notice. */
        NOTICE_LEFT_OUT,
        /** Address of a recipient whose letter was called off before it left; kind of letter; why, in a word. */
        NOTICE_CALLED_OFF,
        /** Address of a recipient who has not confirmed, after he was asked again. */
        RECIPIENT_SILENT,
        /** Address of the recipient whose private address the mail came to. */
        ANSWERS_NOTICE,
        /** Address of the recipient whose automatic answer it is. */
        NOTICE_NOT_CONFIRMED,
        /** Address of the recipient; the mail is not his. */
        NOTICE_ANSWERED_BY_STRANGER,
        /** It answers a notice and came in clear. */
        NOTICE_ANSWERED_IN_CLEAR,
        /** The hour of disclosure, which comes near. */
        HOUR_NEAR,
        /** The hour of disclosure, which passed. */
        HOUR_PASSED,
        /** Why a case was not disclosed at its hour, as a {@code Posts.Reason}. */
        NOT_DISCLOSED,
        /** When the post was due. */
        POST_PASSED,
        /** The hour from which on something is late. */
        LATE_SINCE,
        /** A release that must come out. */
        RELEASE_WANTED,
        /** Until when the releases were to be out. */
        RELEASES_LATE_SINCE,
        /** A list to which the post is on its way. */
        POSTED_TO,
        /** A reader whose copy of the post was called off, and goes again. */
        COPY_GOES,
        /** A list to which the post was called off. */
        POST_CALLED_OFF,
        /** A list from which the post came back with proof. */
        POST_CONFIRMED,
        /** A list from which the post came back without proof. */
        POST_SEEN,
        /** A list from which the post has not come back. */
        POST_NOT_RETURNED,
        /** Id of a mail of a public list that holds words of the case before its hour. */
        WORDS_ON_LIST,
        /** What the case was marked as, {@code EXPLOITED} or {@code LEAKED}. */
        URGENT,
        /** Nothing is approved; whoever may is asked for it. */
        APPROVAL_WANTED,
        /** Name of the {@code Upstream.Kind}; the upstream; its releases; the highest severity, or nothing. */
        UPSTREAM_ANNOUNCES,
        /** It matches no upstream of the configuration. */
        UPSTREAM_NOT_CONFIGURED,
        /** The upstream whose it may be; what proof is missing, {@code dkim} or {@code signature}. */
        UPSTREAM_UNPROVEN,
        /** When it was written, which is long ago. */
        UPSTREAM_OLD,
        /** A trial version, one with new features alone, or one still to come. */
        UPSTREAM_NOT_YET,
        /** What it announces could not be read. */
        UPSTREAM_UNREAD,
        /** Releases of series that do not concern the project. */
        UPSTREAM_OTHER_SERIES,
        /** State of the case that it joins, in which no release of ours is waited for. */
        UPSTREAM_CASE_IS_OVER,
        /** Version whose tag is in the repository; the address that stands for it. */
        RELEASE_TAGGED,
        /** State, as a {@code BranchPatch.State}; branch; where it fails. */
        PATCH_STATE,
        /** What it is, in a word; branch; path. */
        PATCH_UNUSUAL,
        /** Branch or tag; id. */
        PUSHED,
        /** Why, in a word; what it is about. */
        PUSH_STOPPED,
        /** Version; branch, or nothing; why, in a word. */
        HOOK_FAILED,
        /** What speaks of the case in the repository, in a word; where; a branch or tag that shows it. */
        EARLY_MENTION,
        /** What the clock should have said; what it says. */
        CLOCK_JUMPED,
        /** List. */
        POST_MAY_GO_AGAIN,
        /** As {@link #LETTER_BOUNCED}: it can't be sent before a person acts. */
        LETTER_HELD,
        /** As {@link #LETTER_BOUNCED}: its reader may have stolen the report. */
        LETTER_SHARED,
        /** As {@link #LETTER_BOUNCED}: it fails again and again, and is tried on. */
        LETTER_STUCK,
        /** As {@link #LETTER_BOUNCED}: what became of it was never reported. */
        LETTER_UNREPORTED,
        /** How many mails from outside joined the case and were not told singly; since when. */
        FOLLOW_UPS,
        /** Whoever runs the server holds the case. */
        HELD_BY_OPERATOR,
        /** He took it back; {@code still} where a member's own hold stays. */
        HOLD_LIFTED_BY_OPERATOR,
        /**
         * Whose certificate is revoked, in a word; his name or address; fingerprint; the case with which it is kept, or
         * nothing.
         */
        CERTIFICATE_REVOKED,
        /** As {@link #CERTIFICATE_REVOKED}: not the whole, but some of its subkeys. */
        SUBKEYS_REVOKED,
        /** Case that the mail belongs to, or nothing; id of the mail. */
        REVOCATION_CAME_WITH,
        /** Address of a member who has left. */
        MEMBER_LEFT,
        /** Address of a member who has left and is back. */
        MEMBER_RETURNED,
        /** How many members there are; how many must approve, which are more. */
        TOO_FEW_MEMBERS,
        /** Fingerprint of the desk's key until now; of the one that it has again, as before. */
        DESK_KEY_IS_FORMER,
        /** Whoever runs the server holds all cases. */
        ALL_HELD,
        /** He took it back. */
        ALL_RESUMED
    }
}
