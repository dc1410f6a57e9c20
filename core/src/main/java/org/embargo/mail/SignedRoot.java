package org.embargo.mail;

import java.util.Objects;
import org.embargo.model.Confidential;
import org.embargo.openpgp.Verdict;

/**
 * What a mail says where it is one signature and nothing else: after decryption its root is a multipart/signed, one signed
 * OpenPGP message, or one cleartext-signed text with blanks around it. Only a mail of this form can order anything.
 *
 * @param verdict on that signature
 * @param fields  header fields inside the signature; what is missing there is missing here
 * @param encrypted whether that text lay inside an encryption that was opened
 * @param text    the first text/plain part under the root that is no attachment, line ends LF
 */
public record SignedRoot(Verdict verdict, MailFields fields, Confidential text, boolean encrypted) {

    public SignedRoot {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(fields, "fields");
        Objects.requireNonNull(text, "text");
    }
}
