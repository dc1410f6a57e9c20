package org.embargo.mail;

import java.util.List;
import java.util.Optional;
import org.embargo.model.Confidential;
import org.embargo.openpgp.Verdict;

/**
 * Collects what lies under the signature at the root of one mail, and whether anything lies beside it or was left out. One
 * thread.
 */
final class RootSignature {

    private PartHeader header = PartHeader.EMPTY;
    private Optional<String> text = Optional.empty();
    private boolean encrypted;
    private boolean aloneAndWhole = true;

    /** Notes the header of the part that is signed. */
    void header(PartHeader signed) {
        header = signed;
    }

    /** The first text stands, also where it is blank. */
    void text(String signed, boolean inEncryption) {
        if (text.isEmpty()) {
            text = Optional.of(signed);
            encrypted = inEncryption;
        }
    }

    /** Notes that something lies beside it. */
    void notAlone() {
        aloneAndWhole = false;
    }

    /**
     * Notes that this was read. Whoever passes a signed mail on can fill it up outside to its limits, and so choose what of
     * the inside is left out: the signed To, by which the mail is seen to be meant for somebody else.
     */
    void read(ParsedMail mail) {
        aloneAndWhole &= mail.complete();
    }

    /** @param all every signature in the mail: with more than one, it can't be told which of them speaks */
    Optional<SignedRoot> found(List<Verdict> all, MailLimits limits) {
        return aloneAndWhole && all.size() == 1
                ? text.map(signed -> new SignedRoot(
                        all.get(0), new FieldReader(limits).read(header), new Confidential(signed), encrypted))
                : Optional.empty();
    }
}
