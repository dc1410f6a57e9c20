package org.embargo.openpgp;

import java.io.IOException;
import org.embargo.content.Content;

/** Signs with one key of a desk, unlocked. Safe for use by many threads. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class Signer {

    Signer() {}

    /** A detached binary signature over all bytes of {@code content}. */
    public DetachedSignature sign(Content content) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** {@code content} with a signature inside, to be encrypted for any number of readers. */
    public SignedContent signInside(Content content) throws IOException {
        throw new UnsupportedOperationException();
    }
}
