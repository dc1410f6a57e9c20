package org.embargo.server;

import java.util.Locale;

/** The cases, and what is none, about which {@link OrderTest} has its members order something. */
enum OrderScene {
    /** Reported, encrypted and with a certificate, by somebody who says how she is credited; with a guest and a patch. */
    REPORTED,
    /** All that the case needs is set and approved; the reporter changed her mind about her credit since. */
    APPROVED,
    /** Rejected, a duplicate and taken up again before. */
    CLOSED,
    /** Came encrypted, without a certificate. */
    KEYLESS,
    /** Its ciphertext came again, from somebody else. */
    STOLEN,
    /** It is public already, and nothing is approved. */
    LEAKED,
    /** As that, and held. */
    HELD,
    /** It is public already, and was held when the texts were approved: its hour passed. */
    MISSED,
    /** Its post went out. */
    POSTED,
    /** Exploited, and ordered about in many ways. */
    BUSY,
    JUNKED,
    /** At a desk where two must approve, and both that did had changed what goes out; it is public already. */
    EDITED,
    /** A mail to the upstream address, of which the desk could read nothing. */
    SHOWN,
    /** As that, accepted as one of OpenSSL's. */
    FOLLOWED,
    /** As that, and our own release is posted. */
    RELEASED,
    /** Accepted without a word on whose release it is. */
    UNNAMED,
    /** The desk itself: commands about no case. */
    DESK;

    boolean isUpstream() {
        return this == SHOWN || this == FOLLOWED || this == RELEASED || this == UNNAMED;
    }

    boolean isOfPair() {
        return this == EDITED;
    }

    /** As it stands in texts of commands, for the id. */
    String placeholder() {
        return "{" + name().toLowerCase(Locale.ROOT) + "}";
    }
}
