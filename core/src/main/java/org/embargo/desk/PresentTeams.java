package org.embargo.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.model.Address;
import org.embargo.model.Book;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.MemberKey;
import org.embargo.openpgp.Certificate;
import org.embargo.store.JournalDamageException;
import org.embargo.store.Transaction;

/**
 * The certificates that members have at this moment: the operator's files, and over them what {@code /key member} has
 * set, on whichever node; and the releases that are known to be out. Folded anew whenever the desk's book has a new line. Safe for use by many threads.
 */
final class PresentTeams {

    private static final Logger LOGGER = LogManager.getLogger(PresentTeams.class);

    private final Map<DeskName, Known> known = new ConcurrentHashMap<>();

    /** @param filed the desk as its files describe it */
    OpenDesk of(Transaction tx, OpenDesk filed) {
        CaseId book = filed.desk().book();
        Optional<String> mark = tx.journal().mark(book);
        if (mark.isEmpty()) {
            return filed;
        }
        DeskName name = filed.config().name();
        Known last = known.get(name);
        if (last != null && last.mark().equals(mark.get())) {
            return last.desk();
        }
        try {
            Book kept = tx.journal().find(book).orElseThrow().book();
            OpenDesk folded = filed.with(team(tx, filed, kept), kept.releases());
            known.put(name, new Known(mark.get(), folded));
            return folded;
        } catch (JournalDamageException e) {
            // mail must be taken in all the same; the damage itself is told by whoever checks the journal
            LOGGER.error(
                    "the book of desk {} is damaged; its members' certificates are the last that were known", name);
            return last == null ? filed : last.desk();
        }
    }

    private static Map<Address, Certificate> team(Transaction tx, OpenDesk filed, Book book) {
        TakenKeys kept = new TakenKeys(tx, filed.desk().book());
        Map<Address, Certificate> team = new HashMap<>(filed.team());
        for (MemberKey key : book.keys()) {
            Certificate file = filed.team().get(key.member());
            if (file != null && key.standsOver(file.fingerprint()) && !isOfAnother(team, key)) {
                kept.find(key.certificate()).ifPresent(set -> team.put(key.member(), newest(set, file)));
            }
        }
        return team;
    }

    private static Certificate newest(Certificate set, Certificate file) {
        return set.fingerprint().equals(file.fingerprint()) ? set.merge(file) : set;
    }

    /** Two members with one certificate would be one person. */
    private static boolean isOfAnother(Map<Address, Certificate> team, MemberKey key) {
        return team.entrySet().stream()
                .filter(each -> !each.getKey().equals(key.member()))
                .anyMatch(each -> each.getValue().fingerprint().equals(key.certificate()));
    }

    private record Known(String mark, OpenDesk desk) {}
}
