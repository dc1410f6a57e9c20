package org.embargo.mail;

import java.util.Objects;

/**
 * A mail cut into its parts, nothing decrypted or judged yet.
 *
 * @param root     the mail itself, as a part
 * @param complete whether the parts are all there is; false where a limit or broken structure ended the reading
 */
record ParsedMail(Part root, boolean complete) {

    ParsedMail {
        Objects.requireNonNull(root, "root");
    }
}
