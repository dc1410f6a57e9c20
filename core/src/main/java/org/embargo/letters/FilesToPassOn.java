package org.embargo.letters;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.embargo.mail.Attachment;
import org.embargo.mail.OpenedMail;

/**
 * The files of a member's mail that go along with his reply: parts that he marked as attachments. Keys and signatures
 * never do: mail programs attach those by themselves, and they tell who of the team wrote.
 */
public final class FilesToPassOn {

    private static final Set<String> NEVER =
            Set.of("application/pgp-keys", "application/pgp-signature", "application/pgp-encrypted");
    private static final Pattern NEVER_NAMED = Pattern.compile("(?i).*\\.(asc|sig|gpg|pgp|key|pub)");

    private FilesToPassOn() {}

    public static List<Attachment> of(OpenedMail mail) {
        return mail.attachments().stream()
                .filter(Attachment::marked)
                .filter(file -> !NEVER.contains(file.mediaType()))
                .filter(file -> !NEVER_NAMED.matcher(file.name().text()).matches())
                .toList();
    }
}
