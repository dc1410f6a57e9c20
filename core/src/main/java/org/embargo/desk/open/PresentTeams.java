package org.embargo.desk.open;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.config.LeaverFolder;
import org.embargo.model.Address;
import org.embargo.model.Book;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.embargo.model.MemberKey;
import org.embargo.openpgp.Certificate;
import org.embargo.store.JournalDamageException;
import org.embargo.store.Transaction;

/**
 * The members and their certificates at this moment: the operator's files, and over them what {@code /key member} has set,
 * who has left, and what was revoked since, on whichever node; and the releases that are known to be out. Folded anew whenever the desk's book has a new line, or the
 * folder {@code left/} another file. Safe for use by many threads.
 */
final class PresentTeams {

    private static final Logger LOGGER = LogManager.getLogger(PresentTeams.class);

    private final Map<DeskName, Known> known = new ConcurrentHashMap<>();

    /**
     * The desk as it is now.
     *
     * @param filed  the desk as its files describe it
     * @param leavers whom whoever runs the server has taken off its team
     */
    OpenDesk of(Transaction tx, OpenDesk filed, LeaverFolder leavers) {
        CaseId book = filed.desk().book();
        DeskName name = filed.config().name();
        Optional<Known> last = Optional.ofNullable(known.get(name));
        Optional<String> mark = tx.journal().mark(book);
        Set<Address> left = left(leavers, last);
        if (mark.isEmpty() && left.isEmpty()) {
            return filed;
        }
        if (last.filter(each -> each.mark().equals(mark) && each.left().equals(left))
                .isPresent()) {
            return last.get().desk();
        }
        try {
            OpenDesk folded = fold(tx, filed, left);
            known.put(name, new Known(mark, left, folded));
            return folded;
        } catch (JournalDamageException e) {
            // mail must be taken in all the same; the damage itself is told by whoever checks the journal
            LOGGER.error(
                    "the book of desk {} is damaged; its members' certificates are the last that were known", name);
            OpenDesk before = last.map(Known::desk).orElse(filed);
            return before.with(without(before.team(), left, name), before.upstreams(), before.released());
        }
    }

    /** Where the folder can't be read, who had left is still gone. */
    private static Set<Address> left(LeaverFolder leavers, Optional<Known> last) {
        try {
            return leavers.left();
        } catch (IOException e) {
            LOGGER.error(
                    "the folder of those who left can't be read: {}",
                    e.getClass().getSimpleName());
            return last.map(Known::left).orElse(Set.of());
        }
    }

    private static OpenDesk fold(Transaction tx, OpenDesk filed, Set<Address> left) {
        CaseId id = filed.desk().book();
        TakenKeys kept = new TakenKeys(tx, id);
        Book book = tx.journal().find(id).map(Case::book).orElse(Book.EMPTY);
        Set<Address> gone = new HashSet<>(left);
        gone.addAll(book.left());
        Map<Address, Certificate> team = new HashMap<>(filed.team());
        for (MemberKey key : book.keys()) {
            Certificate file = filed.team().get(key.member());
            if (file != null && key.standsOver(file.fingerprint()) && !isOfAnother(team, key)) {
                kept.find(key.certificate()).ifPresent(set -> team.put(key.member(), newest(set, file)));
            }
        }
        Map<String, Certificate> upstreams = new HashMap<>(filed.upstreams());
        team.replaceAll((member, certificate) -> kept.revoked(certificate));
        upstreams.replaceAll((upstream, certificate) -> kept.revoked(certificate));
        return filed.with(without(team, gone, filed.config().name()), upstreams, book.releases());
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

    /** A desk without anybody would lose its reports: then all of them stay. */
    private static Map<Address, Certificate> without(Map<Address, Certificate> team, Set<Address> gone, DeskName name) {
        Map<Address, Certificate> rest = new HashMap<>(team);
        rest.keySet().removeAll(gone);
        if (rest.isEmpty()) {
            LOGGER.error("every member of desk {} has left: all of them stay until there is another", name);
            return team;
        }
        return rest;
    }

    private record Known(Optional<String> mark, Set<Address> left, OpenDesk desk) {}
}
