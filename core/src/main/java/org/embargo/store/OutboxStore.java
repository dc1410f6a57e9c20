package org.embargo.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.embargo.model.DeskName;
import org.embargo.model.LetterId;
import org.embargo.model.Token;
import org.embargo.process.OutboxLetter;

/**
 * Letters on their way out: never zero times, never early; twice is possible and recognisable by the Message-ID.
 *
 * <p>A mark that names a claim has an effect only while the claim is held and says whether it had one. Error codes are
 * short words of ours, at most 60 characters, without content.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class OutboxStore {

    OutboxStore() {}

    /** Puts a letter in, due when it says; its Message-ID is known to {@link LookUps#byLetters} from this commit on. */
    public void enqueue(OutboxLetter letter) {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Takes letters that are due, the longest due first. Letters of one composition that are due come together, so that
     * there may be more than {@code limit}. Leases that have ended are released first.
     */
    public List<ClaimedLetter> claimDue(Instant now, int limit, Duration lease) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Puts off the end of the lease while a long hand-over goes on. */
    public boolean extendLease(ClaimedLetter claimed, Instant until) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The mail server's queue has it. A report that came faster stands. */
    public boolean handedOver(ClaimedLetter claimed, Instant now) {
        throw new UnsupportedOperationException("not yet");
    }

    /** It failed and is tried again at {@code due}. */
    public boolean failed(ClaimedLetter claimed, String errorCode, Instant due) {
        throw new UnsupportedOperationException("not yet");
    }

    /** A person must act before it can go. */
    public boolean hold(ClaimedLetter claimed, String errorCode) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The relay took it, as the mail server reports; says whether that is news. */
    public boolean sent(LetterId id, Instant now) {
        throw new UnsupportedOperationException("not yet");
    }

    /** It came back or was refused for good; says whether that is news, so that it is told once. */
    public boolean bounced(LetterId id, String errorCode, Instant now) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Puts a letter that the mail server gave up, or that was held, back; never one that was sent or is claimed. */
    public boolean putBack(LetterId id, String errorCode, Instant due) {
        throw new UnsupportedOperationException("not yet");
    }

    public Optional<OutboxRow> find(LetterId id) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The letter whose envelope sender bears {@code token}. */
    public Optional<OutboxRow> byBounceToken(DeskName desk, Token token) {
        throw new UnsupportedOperationException("not yet");
    }

    /** When the next letter is due or the next lease ends. */
    public Optional<Instant> nextDue() {
        throw new UnsupportedOperationException("not yet");
    }
}
