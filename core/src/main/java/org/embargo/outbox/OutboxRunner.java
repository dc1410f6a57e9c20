package org.embargo.outbox;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.letters.Composition;
import org.embargo.model.Token;
import org.embargo.process.outcome.BookLetter;
import org.embargo.process.outcome.LetterKind;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.ReporterLetter;
import org.embargo.process.outcome.ToRecipient;
import org.embargo.process.outcome.TriedOnce;
import org.embargo.store.ClaimedLetter;
import org.embargo.store.Store;

/**
 * Sends what is due: claims letters, has them written, hands them to the mail server's queue and marks them.
 *
 * <p>Hand-over and mark are two steps. A crash between them sends a letter twice, with the same Message-ID; never zero
 * times. Safe for use by many threads and on several nodes.
 */
public final class OutboxRunner {

    private static final Logger LOGGER = LogManager.getLogger(OutboxRunner.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int LONGEST_PAUSE_DOUBLINGS = 6;
    private static final int BATCH = 20;

    /** After some ten minutes; a short trouble of the queue or the disk need not be told letter by letter. */
    private static final int TOLD_AT_ATTEMPT = 8;

    private final Store store;
    private final LetterPress press;
    private final HeldCases held;
    private final Postman postman;
    private final Clock clock;
    private final Troubles troubles;
    private final Supplier<LastLook> lastLooks;

    /** @param lastLooks one for each run */
    public OutboxRunner(
            Store store,
            LetterPress press,
            HeldCases held,
            Postman postman,
            Clock clock,
            Troubles troubles,
            Supplier<LastLook> lastLooks) {
        this.store = Objects.requireNonNull(store, "store");
        this.press = Objects.requireNonNull(press, "press");
        this.held = Objects.requireNonNull(held, "held");
        this.postman = Objects.requireNonNull(postman, "postman");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.troubles = Objects.requireNonNull(troubles, "troubles");
        this.lastLooks = Objects.requireNonNull(lastLooks, "lastLooks");
    }

    /** Gives letters that were held for want of a usable key another try: at start, when keys were read anew, and at another time. */
    public void retryHeld() {
        int count = store.inTransaction(
                tx -> tx.waitingLetters().putBackHeld(LetterHeldException.OF_KEYS, clock.instant()));
        if (count > 0) {
            LOGGER.info("{} letters that were held are tried again", count);
        }
    }

    /** Sends every letter that is due; what fails is put off, and does not keep back the others. */
    public void runDue() {
        // each letter of a mailing asks the same case and the same book
        store.remembering(() -> runDue(lastLooks.get()));
    }

    private void runDue(LastLook lastLook) {
        List<ClaimedLetter> claimed = claim();
        while (!claimed.isEmpty()) {
            compositions(claimed).forEach(letters -> send(letters, lastLook));
            claimed = claim();
        }
    }

    private List<ClaimedLetter> claim() {
        return store.inTransaction(tx -> tx.outboxClaims().claimDue(clock.instant(), BATCH, LEASE));
    }

    private static List<List<ClaimedLetter>> compositions(List<ClaimedLetter> claimed) {
        Map<Token, List<ClaimedLetter>> byComposition = new LinkedHashMap<>();
        for (ClaimedLetter each : claimed) {
            byComposition
                    .computeIfAbsent(each.letter().composition(), ignored -> new ArrayList<>())
                    .add(each);
        }
        return List.copyOf(byComposition.values());
    }

    private void send(List<ClaimedLetter> letters, LastLook lastLook) {
        Composition composition;
        try {
            composition = press.compose(letters.get(0).letter(), clock.instant());
        } catch (IOException | RuntimeException e) {
            letters.forEach(letter -> putOff(letter, e));
            return;
        } catch (LetterHeldException e) {
            letters.forEach(letter -> hold(letter, e.code()));
            return;
        }
        List<ClaimedLetter> handedOver = new ArrayList<>();
        for (ClaimedLetter letter : letters) {
            if (handOver(composition, letter, lastLook)) {
                handedOver.add(letter);
            }
        }
        mark(handedOver);
    }

    private boolean handOver(Composition composition, ClaimedLetter claimed, LastLook lastLook) {
        try {
            // a case that can't be read may be held: its letters wait, and those of others go
            if (held.stop(claimed.letter())) {
                Instant again = clock.instant().plus(HeldCases.LOOKED_AT_EVERY);
                store.inTransaction(tx -> tx.outboxClaims().waits(claimed, HeldCases.CODE, again));
                return false;
            }
            if (held.forbid(claimed.letter())) {
                withhold(claimed);
                return false;
            }
            if (!mayStillGo(claimed, lastLook)) {
                return false;
            }
            if (press.hasLostItsReader(claimed.letter())) {
                LOGGER.info("{} is called off: its reader is not of the team any more", name(claimed.letter()));
                store.inTransaction(tx -> tx.outboxClaims().callOff(claimed, "left"));
                return false;
            }
            postman.handOver(press.print(composition, claimed.letter()));
            return true;
        } catch (IOException | RuntimeException e) {
            putOff(claimed, e);
        } catch (LetterHeldException e) {
            hold(claimed, e.code());
        }
        return false;
    }

    /** Of a receipt the team was told when the mail was filed. */
    private void withhold(ClaimedLetter claimed) {
        LOGGER.warn("{} is held: its ciphertext came in another case as well", name(claimed.letter()));
        if (claimed.letter().letter() instanceof ReporterLetter.Receipt) {
            troubles.holdSilently(claimed, HeldCases.SHARED);
        } else {
            tell(claimed, () -> troubles.hold(claimed, HeldCases.SHARED));
        }
    }

    /** Looked at as late as can be: what James has, he tries. */
    private boolean mayStillGo(ClaimedLetter claimed, LastLook lastLook) {
        if (!(claimed.letter().letter() instanceof TriedOnce)) {
            return true;
        }
        LastLook.Verdict verdict = lastLook.at(claimed.letter());
        String why = verdict.why().orElse("");
        return switch (verdict.kind()) {
            case GOES -> true;
            case WAITS -> {
                LOGGER.warn("{} waits: {}", name(claimed.letter()), why);
                troubles.keepWaiting(claimed, why, clock.instant().plus(HeldCases.LOOKED_AT_EVERY));
                yield false;
            }
            case CALLED_OFF -> {
                LOGGER.warn("{} is called off: {}", name(claimed.letter()), why);
                troubles.callOff(claimed, why);
                yield false;
            }
        };
    }

    /** One commit for a composition: a crash before it repeats its letters with the same Message-ID. */
    private void mark(List<ClaimedLetter> handedOver) {
        Instant now = clock.instant();
        store.inTransaction(tx -> handedOver.stream()
                .filter(claimed -> tx.outboxClaims().handedOver(claimed, now))
                .count());
        handedOver.stream()
                .filter(claimed -> !isForRecipients(claimed.letter()))
                .forEach(claimed -> LOGGER.info("handed over {}", name(claimed.letter())));
    }

    private void putOff(ClaimedLetter claimed, Exception cause) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(claimed.attempts() - 1, LONGEST_PAUSE_DOUBLINGS));
        String code = cause.getClass().getSimpleName();
        LOGGER.warn("{} is put off by {}: {}", name(claimed.letter()), pause, code);
        store.inTransaction(
                tx -> tx.outboxClaims().failed(claimed, code, clock.instant().plus(pause)));
        if (claimed.attempts() == TOLD_AT_ATTEMPT) {
            tell(claimed, () -> troubles.stuck(claimed.letter(), code));
        }
    }

    private void hold(ClaimedLetter claimed, String code) {
        if (LetterHeldException.UNTELLABLE.contains(code)) {
            LOGGER.error("{} is held, and nobody can be told by mail: {}", name(claimed.letter()), code);
            troubles.holdSilently(claimed, code);
        } else {
            LOGGER.warn("{} is held: {}", name(claimed.letter()), code);
            tell(claimed, () -> troubles.hold(claimed, code));
        }
    }

    /** Where nobody can be told, as when the case's journal is damaged, the other letters must go all the same. */
    private static void tell(ClaimedLetter claimed, Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            LOGGER.error(
                    "nobody could be told of {}: {}",
                    name(claimed.letter()),
                    e.getClass().getSimpleName());
        }
    }

    private static boolean isForRecipients(OutboxLetter letter) {
        return letter.letter() instanceof ToRecipient || letter.letter() instanceof BookLetter.DeskKeyChanged;
    }

    /** Lines that name a recipient's letter could be counted, and their number is nobody's business. */
    private static String name(OutboxLetter letter) {
        if (isForRecipients(letter)) {
            return "a letter";
        }
        return LetterKind.of(letter.letter()) + " " + letter.id()
                + letter.caseId().map(id -> " of " + id).orElse("");
    }
}
