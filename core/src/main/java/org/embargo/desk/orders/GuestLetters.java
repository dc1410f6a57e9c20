package org.embargo.desk.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.DeskName;
import org.embargo.model.Guest;
import org.embargo.model.GuestEvent;
import org.embargo.process.outcome.BookLetter;
import org.embargo.process.outcome.GuestMailing;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.requests.AskingRequest;
import org.embargo.process.requests.CommandDecision;
import org.embargo.process.requests.GuestRequest;
import org.embargo.process.requests.Ordered;
import org.embargo.process.requests.Request;
import org.embargo.process.words.Finding;
import org.embargo.store.OutboxRow;
import org.embargo.store.Transaction;

/** Lets the guests of a case hear what members write, and no more than that. Within one transaction. */
public final class GuestLetters {

    private final Transaction tx;
    private final Mailing mailing;

    public GuestLetters(Transaction tx, Mailing mailing) {
        this.tx = tx;
        this.mailing = mailing;
    }

    /** Makes a new guest's address known; what has not left for a former one does not leave. */
    void admit(DeskName desk, CaseId id, List<CaseEvent> events) {
        for (CaseEvent each : events) {
            if (each instanceof GuestEvent.GuestInvited invited) {
                tx.lookUps().rememberGuestToken(desk, invited.token(), id);
            }
            if (each instanceof GuestEvent.GuestUninvited uninvited) {
                tx.outbox().of(id).stream()
                        .map(OutboxRow::letter)
                        .filter(letter -> letter.letter() instanceof BookLetter.ToGuest
                                && letter.to().equals(uninvited.address()))
                        .forEach(letter -> tx.waitingLetters().withhold(letter.id(), "uninvited"));
            }
        }
    }

    /** A member's note, without what he quotes: previews and transcripts stay with the team. */
    public void note(Case current, List<Finding> findings, Confidential words) {
        if (!words.isBlank()) {
            send(new GuestMailing(current, mailing).saying(author(findings), words, guest -> true));
        }
    }

    /**
     * A member's commands by their bare words: what stands behind them may be a digest, or a name of the private list. What
     * follows {@code /note} is a note like the words before the first command.
     */
    void acted(Case before, CommandDecision.Decided decided, SignedOrder order) {
        List<Finding> findings = new ArrayList<>();
        order.text().requests().stream()
                .map(Ordered::request)
                .filter(request -> isTold(request) && decided.asked(request).isEmpty())
                .map(request ->
                        Finding.of(Finding.Kind.COMMAND_DONE, request.command().word()))
                .distinct()
                .forEach(findings::add);
        Confidential words = words(order);
        if (findings.isEmpty() && words.isBlank()) {
            return;
        }
        findings.add(
                0,
                Finding.of(
                        Finding.Kind.MEMBER_ACTED,
                        order.signer().address().value(),
                        order.signer().fingerprint().hex()));
        List<Guest> after = decided.cases().getOrDefault(before.id(), before).guests();
        send(new GuestMailing(before, mailing).saying(findings, words, after::contains));
    }

    private static Confidential words(SignedOrder order) {
        Stream<Confidential> notes = order.text().requests().stream()
                .map(Ordered::request)
                .filter(AskingRequest.Note.class::isInstance)
                .map(request -> ((AskingRequest.Note) request).text());
        return new Confidential(Stream.concat(Stream.of(order.text().note()), notes)
                .filter(words -> !words.isBlank())
                .map(Confidential::text)
                .collect(Collectors.joining("\n\n")));
    }

    private static boolean isTold(Request request) {
        return request.isTold() && request.isAboutCase() && !(request instanceof GuestRequest);
    }

    private static List<Finding> author(List<Finding> findings) {
        return findings.stream()
                .filter(each -> each.kind() == Finding.Kind.WROTE)
                .toList();
    }

    private void send(List<OutboxLetter> letters) {
        letters.forEach(tx.outbox()::enqueue);
    }
}
