package org.embargo.desk.open;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.Book;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.Desk;
import org.embargo.model.Fingerprint;
import org.embargo.model.Recipient;
import org.embargo.openpgp.Certificate;
import org.embargo.store.Transaction;

/**
 * Who gets the advance notices of a desk, as one transaction sees it: folded anew from the verified journal of its book,
 * never from a table. A certificate is read once, since its signatures take long to verify. One thread.
 */
public final class PrivateList {

    private final TakenKeys keys;
    private final Book book;
    private final Map<Fingerprint, Optional<Certificate>> read = new HashMap<>();

    public PrivateList(Transaction tx, CaseId id, Book book) {
        this.keys = new TakenKeys(tx, id);
        this.book = book;
    }

    /**
     * The list as the book has it now.
     *
     * @throws org.embargo.store.JournalDamageException when the book can't be trusted; nothing may be sent then
     */
    public static PrivateList of(Transaction tx, Desk desk) {
        Book book = tx.journal().find(desk.book()).map(Case::book).orElse(Book.EMPTY);
        return new PrivateList(tx, desk.book(), book);
    }

    public Book book() {
        return book;
    }

    /** Who learns of a case that he does not know yet, and can be written to at {@code now}. */
    public List<Recipient> reachable(Instant now) {
        return book.recipients().stream()
                .filter(each -> !each.paused() && canReach(each, now))
                .toList();
    }

    /** Who ought to learn of it, and nothing can be encrypted to him at {@code now}. */
    public List<Recipient> unreachable(Instant now) {
        return book.recipients().stream()
                .filter(each -> !each.paused() && !canReach(each, now))
                .toList();
    }

    /** Who gets the later mails of a case that he was told of: paused ones, and those removed without "now", too. */
    public Optional<Recipient> stillTold(Address address) {
        return book.stillTold(address);
    }

    public boolean canReach(Recipient recipient, Instant now) {
        return certificate(recipient).filter(each -> each.canEncryptAt(now)).isPresent();
    }

    /** What is kept of his certificate. */
    Optional<Certificate> certificate(Recipient recipient) {
        return read.computeIfAbsent(recipient.certificate(), keys::find);
    }
}
