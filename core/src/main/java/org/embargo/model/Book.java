package org.embargo.model;

import java.util.List;

/**
 * What a desk keeps that belongs to no case: it is folded from the journal of the desk's book ({@link CaseId#book}), so
 * that it is sealed, chained and witnessed like the cases.
 *
 * @param recipients   the private list
 * @param clockDoubted whether the clock jumped and nobody has confirmed the time yet
 */
public record Book(List<Recipient> recipients, boolean clockDoubted) {

    public static final Book EMPTY = new Book(List.of(), false);

    public Book {
        recipients = List.copyOf(recipients);
    }

    Book withDoubtedClock(boolean doubted) {
        return new Book(recipients, doubted);
    }
}
