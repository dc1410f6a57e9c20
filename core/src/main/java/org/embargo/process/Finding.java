package org.embargo.process;

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
        /** Fingerprint; whose certificate it is (the reporter's on file, a member's). */
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
        /** Why a member's mail proves nothing or may not act, as the kind of a {@code Remark}. */
        NOT_OBEYED,
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
        /** Address of a member whose certificate can't be used; he got a plain word that there is news. */
        MEMBER_UNREACHABLE,
        /** Id of a mail that could not be taken in so far; how often it was tried; why, in a word. */
        MAIL_STUCK,
        /** Id of a mail whose sealed file is damaged. */
        MAIL_DAMAGED,
        /** Kind of step; how often it was tried; code of the last failure. */
        STEP_FAILS,
        /** Address the letter went to; kind of letter; status. */
        LETTER_BOUNCED,
        /** As {@link #LETTER_BOUNCED}: it can't be sent before a person acts. */
        LETTER_HELD,
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
        /** Whoever runs the server holds all cases. */
        ALL_HELD,
        /** He took it back. */
        ALL_RESUMED
    }
}
