package org.embargo.mail;

import java.util.ArrayList;
import java.util.List;
import org.embargo.openpgp.Verdict;

/**
 * What lies around a part.
 *
 * @param depth      levels below the mail's root
 * @param encrypted  inside an encryption that was opened
 * @param verdicts   signatures over the part
 * @param isPayload  nothing but encryption and signature lies around it (RFC 9788 section 1.5): its header may speak for
 *                   the mail
 * @param htmlHidden a plain text says the same
 * @param isSignedRoot under the one signature that lies around the whole mail
 */
record Scope(
        int depth,
        boolean encrypted,
        List<Verdict> verdicts,
        boolean isPayload,
        boolean htmlHidden,
        boolean isSignedRoot) {

    static final Scope ROOT = new Scope(0, false, List.of(), true, false, false);

    Scope {
        verdicts = List.copyOf(verdicts);
    }

    Scope signedBy(List<Verdict> more) {
        List<Verdict> all = new ArrayList<>(verdicts);
        all.addAll(more);
        return new Scope(depth + 1, encrypted, all, isPayload, htmlHidden, isPayload && all.size() == 1);
    }

    /** A signature over the ciphertext says nothing of who wrote what is inside: it stays outside. */
    Scope decrypted(List<Verdict> inside) {
        return new Scope(depth + 1, true, inside, isPayload, false, isPayload && inside.size() == 1);
    }

    /** A message that turned out not to be encrypted leaves its content as exposed as it was. */
    Scope opened(boolean wasEncrypted, List<Verdict> inside) {
        return wasEncrypted ? decrypted(inside) : signedBy(inside);
    }

    Scope inMultipart(boolean hidesHtml) {
        return new Scope(depth + 1, encrypted, verdicts, false, htmlHidden || hidesHtml, isSignedRoot);
    }
}
