package org.embargo.letters;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Address;

/**
 * A worded letter, with what its header says.
 *
 * @param subject       the real one
 * @param outerSubject  what stands outside an encryption
 * @param autoSubmitted value of Auto-Submitted (RFC 3834); blank for what a person wrote
 * @param replyTo       where answers go; empty for the desk's own address
 * @param shared        signed once for several readers: the signed part then names none of them, nor a thread
 * @param threaded      whether it may refer to other mail
 * @param parts         the text, then what is attached
 * @param bare          nothing outside may tell more than that the desk writes to its one reader, and the size is padded
 */
record Draft(
        String subject,
        String outerSubject,
        String autoSubmitted,
        Optional<Address> replyTo,
        boolean shared,
        boolean threaded,
        List<Part> parts,
        boolean bare) {

    static final String REPLIED = "auto-replied";
    static final String BY_HAND = "";
    static final String GENERATED = "auto-generated";

    Draft {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(outerSubject, "outerSubject");
        Objects.requireNonNull(autoSubmitted, "autoSubmitted");
        Objects.requireNonNull(replyTo, "replyTo");
        parts = List.copyOf(parts);
    }

    Draft(
            String subject,
            String outerSubject,
            String autoSubmitted,
            Optional<Address> replyTo,
            boolean shared,
            boolean threaded,
            List<Part> parts) {
        this(subject, outerSubject, autoSubmitted, replyTo, shared, threaded, parts, false);
    }

    @Override
    public String toString() {
        return "[draft withheld]";
    }
}
