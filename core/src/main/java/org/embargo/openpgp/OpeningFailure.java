package org.embargo.openpgp;

/** Why an encrypted message was not opened. The sender is never told which of these it was. */
public enum OpeningFailure {
    /** Not encrypted to any key, present or former, of the desk it came to. */
    NO_SECRET_KEY,
    /** Without integrity protection (SED, RFC 9580 section 5.7): not opened at all. */
    NO_INTEGRITY_PROTECTION,
    /** Changed or cut on the way. */
    INTEGRITY,
    /** Not a sequence of packets that a message may be (RFC 9580 section 10.3). */
    MALFORMED,
    /** Over one of the bounds on size, nesting or recipients. */
    LIMIT,
    /** Claims to be encrypted and is not. */
    NOT_ENCRYPTED,
    /** One encryption inside another. */
    NESTED_ENCRYPTED,
    /** Of a kind that this software does not open, such as S/MIME or a password. */
    UNSUPPORTED
}
