package org.embargo.desk.steps;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.embargo.desk.open.DueStep;
import org.embargo.desk.open.OpenDesk;
import org.embargo.desk.open.PrivateList;
import org.embargo.desk.open.Step;
import org.embargo.desk.open.TakenKeys;
import org.embargo.model.Actor;
import org.embargo.model.Address;
import org.embargo.model.BookEvent;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.Fingerprint;
import org.embargo.model.Token;
import org.embargo.process.outcome.BookLetter;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.words.Finding;
import org.embargo.store.TimetableKey;
import org.embargo.store.Transaction;

/**
 * Notes the key that a desk signs with, at each start; where it is another than before, everybody who writes to the desk
 * encrypted is told, once: the desk's book says which keys were told of, on whichever node.
 */
final class DeskKeyStep implements Step {

    private static final String KIND = "desk-key";

    static void plan(Transaction tx, OpenDesk desk, Instant now) {
        tx.timetable().schedule(TimetableKey.of(desk.config().name(), KIND), now);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(DueStep due) {
        CaseId id = due.desk().desk().book();
        Case book = due.tx()
                .journal()
                .find(id)
                .orElseGet(() -> Case.unfiled(id, due.row().key().desk()));
        List<Fingerprint> known = book.book().deskKeys();
        Fingerprint present = due.desk().keys().certificate().fingerprint();
        Optional<Fingerprint> last = known.isEmpty() ? Optional.empty() : Optional.of(known.get(known.size() - 1));
        if (last.equals(Optional.of(present))) {
            return;
        }
        Outcome outcome = new Outcome(List.of(new BookEvent.DeskKeyTaken(present)), List.of());
        due.commit().commit(book, outcome, Actor.OPERATOR);
        last.ifPresent(former -> tell(due, former, present, known.contains(present)));
    }

    /** A key that comes back may be a mistake, such as a node with an old file: nobody outside is told of that. */
    private static void tell(DueStep due, Fingerprint former, Fingerprint present, boolean again) {
        if (again) {
            Finding finding = Finding.of(Finding.Kind.DESK_KEY_IS_FORMER, former.hex(), present.hex());
            DeskLetters.toTeam(due, new TeamLetter.DeskProblem(List.of(finding)));
            return;
        }
        List<OutboxLetter> outside = new ArrayList<>();
        Set<Address> told = new HashSet<>();
        Stream.concat(recipients(due), reporters(due))
                .filter(each -> told.add(each.address()))
                .map(each -> each.letter(due, former, present))
                .forEach(outside::add);
        outside.forEach(due.tx().outbox()::enqueue);
        DeskLetters.toTeam(due, new BookLetter.DeskKeyNews(former, present, due.now(), outside.size()));
    }

    private static Stream<Correspondent> recipients(DueStep due) {
        CaseId book = due.desk().desk().book();
        PrivateList list = PrivateList.of(due.tx(), due.desk().desk());
        return Stream.concat(list.book().recipients().stream(), list.book().former().stream())
                .filter(each -> list.canReach(each, due.now()))
                .map(each -> new Correspondent(each.address(), book, each.certificate(), Optional.empty()));
    }

    /** Not where somebody else may have sent the report as his own. */
    private static Stream<Correspondent> reporters(DueStep due) {
        return due.tx().certificates().openCases(due.row().key().desk()).stream()
                .flatMap(id -> due.tx().journal().findReadable(id).stream())
                .filter(each -> each.sharedWith().isEmpty())
                .flatMap(each -> reporter(due, each).stream());
    }

    private static Optional<Correspondent> reporter(DueStep due, Case current) {
        Optional<Fingerprint> usable = current.reporterCertificate()
                .filter(certificate -> new TakenKeys(due.tx(), current.id())
                        .find(certificate)
                        .filter(each -> each.canEncryptAt(due.now()))
                        .isPresent());
        return usable.flatMap(certificate -> current.reporter()
                .map(reporter -> new Correspondent(reporter, current.id(), certificate, current.reporterToken())));
    }

    private record Correspondent(Address address, CaseId keptWith, Fingerprint certificate, Optional<Token> token) {

        /** That of a reporter belongs to his case, and waits while that is held. */
        OutboxLetter letter(DueStep due, Fingerprint former, Fingerprint present) {
            Optional<CaseId> about = Optional.of(keptWith).filter(id -> !id.isBook());
            BookLetter letter = new BookLetter.DeskKeyChanged(
                    keptWith, former, present, due.now(), token, Optional.of(certificate));
            return due.mailing().toOne(about, letter, address, due.now(), Optional.empty());
        }
    }
}
