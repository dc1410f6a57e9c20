package org.embargo.server.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Somebody who plays a part.
 *
 * @param fingerprint of the own key; blank for who has none
 */
record Person(String name, String address, Gpg gpg, String fingerprint) {

    /** With a new key in a new folder under {@code folder}. */
    static Person withKey(String name, String address, Path folder, Cleaning cleaning)
            throws IOException, StepFailedException, InterruptedException {
        Person keyless = withoutKey(name, address, folder, cleaning);
        return new Person(name, address, keyless.gpg(), keyless.gpg().generate(name + " <" + address + ">"));
    }

    /** Who has gpg but no key of his own. */
    static Person withoutKey(String name, String address, Path folder, Cleaning cleaning) throws IOException {
        Gpg gpg = Gpg.in(folder.resolve(name.substring(0, 1)));
        cleaning.later(gpg::close);
        return new Person(name, address, gpg, "");
    }

    String mailbox() {
        return name + " <" + address + ">";
    }

    /** The name, as it stands in names of files. */
    String fileName() {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    /** The own certificate, armored. */
    String certificate() throws IOException, StepFailedException, InterruptedException {
        return new String(gpg.exported(fingerprint), StandardCharsets.US_ASCII);
    }
}
