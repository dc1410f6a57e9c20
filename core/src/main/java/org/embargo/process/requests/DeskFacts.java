package org.embargo.process.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.embargo.model.Address;
import org.embargo.model.Book;
import org.embargo.model.CaseId;
import org.embargo.model.Fingerprint;
import org.embargo.model.Member;
import org.embargo.process.standing.BroughtKey;

/**
 * What is known of the desk beyond the case that a command is about.
 *
 * @param book       what the desk keeps that belongs to no case
 * @param newKeyWait how long a member's new certificate approves nothing
 * @param brought    certificates that lie in the mail, without the signer's own and the desk's
 * @param own        the signer's own, where it lies in the mail
 * @param told       the open cases that a recipient was told of, for those whom the mail names
 * @param unusable   certificates of recipients that can't be encrypted to now, where the mail asks for the list
 */
public record DeskFacts(
        Book book,
        Duration newKeyWait,
        List<BroughtKey> brought,
        Optional<BroughtKey> own,
        Map<Address, List<CaseId>> told,
        Set<Fingerprint> unusable) {
    public DeskFacts {
        Objects.requireNonNull(book, "book");
        Objects.requireNonNull(newKeyWait, "newKeyWait");
        brought = List.copyOf(brought);
        Objects.requireNonNull(own, "own");
        told = Map.copyOf(told);
        unusable = Set.copyOf(unusable);
    }

    /** From when on {@code member} may approve; empty where he may at {@code now}. */
    public Optional<Instant> waitsUntil(Member member, Instant now) {
        return book.keySince(member).map(since -> since.plus(newKeyWait)).filter(now::isBefore);
    }
}
