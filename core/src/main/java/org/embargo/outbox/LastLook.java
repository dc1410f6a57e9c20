package org.embargo.outbox;

import java.util.Objects;
import java.util.Optional;
import org.embargo.process.outcome.OutboxLetter;

/** Asked before each try of a letter that may be called off until it leaves. One run of the outbox, one thread. */
@FunctionalInterface
public interface LastLook {

    /** Whether {@code letter} may go at this moment, by the case as its journal has it now. */
    Verdict at(OutboxLetter letter);

    /**
     * What is to become of a letter.
     *
     * @param why a short word without content; empty for one that goes
     */
    record Verdict(Kind kind, Optional<String> why) {
        public Verdict {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(why, "why");
        }

        public static final Verdict GOES = new Verdict(Kind.GOES, Optional.empty());

        public static Verdict waits(String why) {
            return new Verdict(Kind.WAITS, Optional.of(why));
        }

        public static Verdict calledOff(String why) {
            return new Verdict(Kind.CALLED_OFF, Optional.of(why));
        }

        /** What is to become of it. */
        public enum Kind {
            GOES,
            /** It is looked at again later. */
            WAITS,
            /** It never goes. */
            CALLED_OFF
        }
    }
}
