package org.embargo.process.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.Confidential;
import org.embargo.model.Credit;
import org.embargo.model.DossierEvent;
import org.embargo.model.MessageId;
import org.embargo.model.OneLine;
import org.embargo.process.words.Finding;

/**
 * How a reporter himself wants to be credited, in a mail that is proven his (contract, section 5). After approval a new
 * name waits for a member; that he stays unnamed always takes effect.
 *
 * @param said as he wrote it
 */
public record CreditWish(Confidential said) {

    private static final Set<String> UNNAMED = Set.of("none", "anonymous");

    public CreditWish {
        Objects.requireNonNull(said, "said");
    }

    /** What comes of it. */
    public enum Result {
        TAKEN,
        UNNAMED,
        /** For a member's {@code /credit}. */
        WAITS,
        /** It is too long, or holds a link or what can't be shown. */
        NOT_TAKEN
    }

    /** What comes of it on {@code current}; empty where it is so already. */
    public Optional<Result> result(Case current) {
        Optional<Credit.Naming> naming = naming();
        if (naming.isEmpty()) {
            return Optional.of(Result.NOT_TAKEN);
        }
        Credit credit = current.dossier().credit();
        boolean same = credit.waiting().or(credit::byReporter).equals(naming);
        if (same) {
            return Optional.empty();
        }
        if (naming.get().isAnonymous()) {
            return Optional.of(Result.UNNAMED);
        }
        boolean shown = credit.effective().equals(naming);
        return Optional.of(isApproved(current) && !shown ? Result.WAITS : Result.TAKEN);
    }

    private Optional<Credit.Naming> naming() {
        if (UNNAMED.contains(said.text().toLowerCase(Locale.ROOT))) {
            return Optional.of(Credit.Naming.ANONYMOUS);
        }
        return OneLine.flawOfName(said.text()).isPresent()
                ? Optional.empty()
                : Optional.of(Credit.Naming.of(said.text()));
    }

    private static boolean isApproved(Case current) {
        return current.approvals().content().isPresent()
                && !current.approvals().given().isEmpty();
    }

    /** What the case's journal says of it. */
    public List<CaseEvent> events(Case current) {
        List<CaseEvent> events = new ArrayList<>();
        result(current).filter(result -> result != Result.NOT_TAKEN).ifPresent(result -> {
            Credit.Naming naming = naming().orElseThrow();
            events.add(
                    result == Result.WAITS
                            ? new DossierEvent.CreditAsked(naming)
                            : new DossierEvent.CreditSaid(naming));
        });
        return events;
    }

    /** What the team is told of it. */
    public List<Finding> findings(Case current) {
        return result(current)
                .map(result -> switch (result) {
                    case TAKEN -> new Finding(Finding.Kind.CREDIT_TAKEN, List.of(said));
                    case UNNAMED -> Finding.of(Finding.Kind.CREDIT_UNNAMED);
                    case WAITS -> new Finding(Finding.Kind.CREDIT_WAITS, List.of(said));
                    case NOT_TAKEN -> Finding.of(Finding.Kind.CREDIT_NOT_TAKEN);
                })
                .stream()
                .toList();
    }

    /**
     * It on a case that exists, and a word to him; none while the same ciphertext lies in another case.
     *
     * @param mail in which he said it
     */
    public Outcome decide(Case current, Mailing mailing, Optional<MessageId> mail) {
        List<OutboxLetter> letters = new ArrayList<>();
        if (current.sharedWith().isEmpty()) {
            result(current)
                    .map(result -> letter(current, result))
                    .flatMap(letter -> current.reporter()
                            .map(to -> mailing.toOne(Optional.of(current.id()), letter, to, mailing.now(), mail)))
                    .ifPresent(letters::add);
        }
        return new Outcome(events(current), letters);
    }

    /** What came encrypted is not talked about in clear: the name stays out then. */
    private Letter letter(Case current, Result result) {
        boolean mayName = current.reporterCertificate().isPresent() || !current.arrivedEncrypted();
        boolean names = mayName && (result == Result.TAKEN || result == Result.WAITS);
        return new ReporterLetter.CreditNoted(
                current.id(),
                result,
                names ? Optional.of(said) : Optional.empty(),
                current.reporterToken(),
                current.reporterCertificate());
    }
}
