package org.embargo.outbox;

import java.io.IOException;
import java.util.Optional;
import org.embargo.content.Content;
import org.embargo.letters.DeskIdentity;
import org.embargo.letters.Enclosure;
import org.embargo.model.Address;
import org.embargo.model.CaseId;
import org.embargo.model.IntakeId;
import org.embargo.openpgp.Certificate;
import org.embargo.process.outcome.EncryptedTo;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.TriedOnce;

/** What the outbox must know of one desk to write its letters. Safe for use by many threads. */
public interface Letterhead {

    DeskIdentity identity();

    /** The address that stands for the desk in mails. */
    Address address();

    /** The certificate that letters to this member are encrypted to; empty for somebody who is not of the team. */
    Optional<Certificate> memberCertificate(Address member);

    /** Whether whoever runs the server took {@code member} off the team, which is more than a configuration without him. */
    boolean hasLeft(Address member);

    /** Whether {@code letter} stays within the team; one to a reporter does not, even where he is a member as well. */
    default boolean isToTeam(OutboxLetter letter) {
        return isForTeam(letter.letter()) && memberCertificate(letter.to()).isPresent();
    }

    /** Whether letters of its kind may stay within the team. */
    static boolean isForTeam(Letter letter) {
        return !(letter instanceof EncryptedTo) && !(letter instanceof TriedOnce);
    }

    /**
     * A mail of the archive, opened anew, to be quoted and attached.
     *
     * @throws IOException when it can't be read
     */
    Enclosure enclosure(IntakeId mail) throws IOException;

    /**
     * A case as one file; empty where it is too large for a mail.
     *
     * @throws IOException when it can't be read
     */
    Optional<Content> archive(CaseId id) throws IOException;
}
