package org.embargo.server;

/** What members attach to their orders in {@link OrderTest}. */
enum OrderFile {
    NONE,
    /** The certificate of somebody outside. */
    KEY,
    /** Another one. */
    OTHER_KEY,
    TWO_KEYS,
    EXPIRED_KEY,
    MEMBERS_KEY,
    /** One that bears a member's address, and nobody vouches for it. */
    UNVOUCHED_KEY,
    /** As that, certified by the key that the member has. */
    VOUCHED_KEY,
    KEY_THAT_SIGNS_NOTHING,
    PATCH,
    NO_PATCH
}
