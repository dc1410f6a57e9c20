package org.embargo.desk.orders;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.embargo.commands.CommandMail;
import org.embargo.mail.SignedRoot;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.process.outcome.MemberLetter;
import org.embargo.process.requests.Circumstances;
import org.embargo.process.requests.CommandDecision;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Refusal.Reason;
import org.embargo.process.words.Remark;

/**
 * Carries out the commands of one mail that its signer may give, within one transaction; says why where he may not.
 *
 * <p>One thread; no effect outside the transaction.
 */
public final class Orders {

    private final OrderInHand hand;
    private final OrderCircumstances known;
    private final OrderLetters letters;

    public Orders(OrderInHand hand) {
        this.hand = hand;
        this.known = new OrderCircumstances(hand);
        this.letters = new OrderLetters(hand);
    }

    /** Notes that the signature is used; false where it was before. */
    public boolean use() {
        return hand.tx()
                .signatures()
                .use(
                        hand.order().signer().fingerprint(),
                        hand.order().verdict().digest().orElseThrow(),
                        hand.now());
    }

    /**
     * The case that the commands are about, or why they may not act.
     *
     * @param ofAddress the case whose address the mail came to
     */
    public NamedCase named(Optional<CaseId> ofAddress) {
        if (hand.order().objection().isPresent()) {
            return new NamedCase(Optional.empty(), hand.order().objection());
        }
        SignedRoot root = hand.order().root().orElseThrow();
        NamedCase named = NamedCase.in(root, hand.order().text(), hand.open().desk(), ofAddress);
        if (named.objection().isPresent()) {
            return named;
        }
        return new NamedCase(
                named.id(),
                inClear(root).or(() -> named.id().flatMap(this::onCase)).or(this::onTargets));
    }

    private Optional<Refusal> inClear(SignedRoot root) {
        return root.encrypted()
                ? Optional.empty()
                : hand.requests()
                        .filter(request -> !request.command().actsInClear())
                        .findFirst()
                        .map(request -> Refusal.of(
                                Reason.CAME_IN_CLEAR, request.command().word()));
    }

    private Optional<Refusal> onCase(CaseId id) {
        if (!known.exists(id)) {
            return Optional.of(Refusal.of(Reason.NO_SUCH_CASE, id.toString()));
        }
        return inOrder(id);
    }

    /** What a command names as its case is acted on as well, whatever the mail is about. */
    private Optional<Refusal> onTargets() {
        return targets().flatMap(id -> inOrder(id).stream()).findFirst();
    }

    private Optional<Refusal> inOrder(CaseId id) {
        Instant made = hand.order().made().truncatedTo(ChronoUnit.SECONDS);
        return hand.tx()
                .signatures()
                .newest(hand.order().signer().fingerprint(), id)
                .filter(made::isBefore)
                .map(newest -> Refusal.of(
                        Reason.SIGNED_BEFORE_ANOTHER, hand.order().made().toString(), newest.toString()));
    }

    /** Tells the signer why nothing is done. */
    public void refuse(Optional<CaseId> about, Refusal why) {
        letters.answer(about, MemberLetter.Transcript.Result.NOT_DONE, List.of(OrderLetters.whole(why)), List.of());
    }

    /**
     * Does what the commands say, all or nothing, and answers.
     *
     * @param about the case they are about, as it is now
     */
    public void carryOut(Optional<Case> about) {
        CommandMail text = hand.order().text();
        Optional<CaseId> id = about.map(Case::id);
        if (!text.mistakes().isEmpty()) {
            letters.answer(
                    id, MemberLetter.Transcript.Result.NOT_DONE, OrderLetters.mistakes(text.mistakes()), List.of());
            return;
        }
        Map<CaseId, Case> cases = known.cases(about);
        Circumstances at = known.circumstances(about);
        CommandDecision.Decided decided = new CommandDecision(id, cases, at).decide(text.requests());
        List<Remark> standing = id.map(acted -> decided.standing(acted, at)).orElse(List.of());
        if (!decided.done()) {
            letters.answer(id, MemberLetter.Transcript.Result.NOT_DONE, decided.lines(), standing);
        } else if (text.dryRun()) {
            letters.answer(id, MemberLetter.Transcript.Result.DRY_RUN, decided.lines(), standing);
        } else {
            new ObeyedOrder(hand).commit(cases, decided);
            Stream.concat(id.stream(), targets()).distinct().forEach(acted -> hand.tx()
                    .signatures()
                    .acted(
                            hand.order().signer().fingerprint(),
                            acted,
                            hand.order().made().truncatedTo(ChronoUnit.SECONDS)));
            letters.answer(id, decided.result(), decided.lines(), standing);
            letters.tellOthers(about, decided, at);
        }
    }

    private Stream<CaseId> targets() {
        return hand.requests().flatMap(request -> request.target().stream());
    }
}
