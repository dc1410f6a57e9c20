package org.embargo.mail;

import java.util.List;
import java.util.Objects;
import org.embargo.model.Confidential;
import org.embargo.openpgp.Verdict;

/**
 * A stretch of text that a mail shows, with how it came. Sections that were encrypted or signed apart are apart.
 *
 * @param text      decoded, line ends LF
 * @param encrypted whether it lay inside an encryption that was opened
 * @param verdicts  the signatures over exactly this text; empty when none
 * @param html      whether it is the text of an HTML part, for want of a plain one, with its markup removed
 */
public record Section(Confidential text, boolean encrypted, List<Verdict> verdicts, boolean html) {

    public Section {
        Objects.requireNonNull(text, "text");
        verdicts = List.copyOf(verdicts);
    }
}
