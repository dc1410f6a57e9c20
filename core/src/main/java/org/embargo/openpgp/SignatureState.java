package org.embargo.openpgp;

/**
 * What became of one signature. Only {@link #GOOD} says anything about who wrote.
 *
 * <p>Judged at the time the signature was made: key bound and allowed to sign then, not revoked as compromised, hash and
 * key strong enough, the signature's own expiry not passed.
 */
public enum SignatureState {
    /** Made over exactly this content by a key we know. */
    GOOD,
    /** Not over this content, or not a signature of the form it claims. */
    BAD,
    /** By a key that is not among the certificates known. */
    UNKNOWN_KEY,
    /** By a known key that had expired when the signature was made. */
    EXPIRED_KEY,
    /** By a known key that is revoked. */
    REVOKED_KEY,
    /** By a hash or key too weak to prove anything. */
    WEAK,
    /** Past the signature's own expiry. */
    EXPIRED_SIGNATURE,
    /** By a known key over this content, at a time that has not come: somebody may keep it until then. */
    FUTURE,
    /** By a known key over this content, for recipients among whom the desk is not. */
    FOR_OTHERS,
    /** Of a form that can't be checked. */
    UNVERIFIABLE
}
