package org.embargo.openpgp;

import java.util.List;
import java.util.Objects;
import org.embargo.content.Content;

/** What came of an OpenPGP message: all of its content, or nothing. */
public sealed interface Opening {

    /**
     * Read to its end, integrity verified.
     *
     * @param content          the literal data
     * @param encrypted        false for a message that was only signed or compressed
     * @param verdicts         one for each signature inside the message, in order; empty when it was not signed
     * @param sessionKeyDigest SHA-256 of the session key in lower-case hex, to recognise the ciphertext elsewhere;
     *                         empty text when it was not encrypted
     * @param binary           whether the literal packet said binary; text ({@code t}, {@code u}) has CRLF line ends
     */
    record Opened(Content content, boolean encrypted, List<Verdict> verdicts, String sessionKeyDigest, boolean binary)
            implements Opening {
        public Opened {
            Objects.requireNonNull(content, "content");
            verdicts = List.copyOf(verdicts);
            Objects.requireNonNull(sessionKeyDigest, "sessionKeyDigest");
        }
    }

    /** Not a byte of it may be used. */
    record Unopened(OpeningFailure failure) implements Opening {
        public Unopened {
            Objects.requireNonNull(failure, "failure");
        }
    }
}
