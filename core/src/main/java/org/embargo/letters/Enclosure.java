package org.embargo.letters;

import java.util.Objects;
import org.embargo.content.Content;
import org.embargo.mail.OpenedMail;

/**
 * The mail that a letter to the team is about: quoted below the marker and attached.
 *
 * @param opened   what is quoted
 * @param original the same mail as it came, byte for byte
 */
public record Enclosure(OpenedMail opened, Content original) {

    public Enclosure {
        Objects.requireNonNull(opened, "opened");
        Objects.requireNonNull(original, "original");
    }
}
