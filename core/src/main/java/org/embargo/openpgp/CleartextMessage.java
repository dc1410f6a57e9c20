package org.embargo.openpgp;

import java.util.List;
import java.util.Objects;
import org.embargo.content.Content;

/**
 * What a cleartext signature covers, and its verdicts.
 *
 * @param text     as signed, in the charset it came in: dash escapes and trailing blanks removed, line ends CRLF, none
 *                 after the last line
 * @param verdicts one for each signature, never empty
 */
public record CleartextMessage(Content text, List<Verdict> verdicts) {

    public CleartextMessage {
        Objects.requireNonNull(text, "text");
        verdicts = List.copyOf(verdicts);
    }
}
