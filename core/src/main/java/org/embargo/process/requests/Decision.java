package org.embargo.process.requests;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.embargo.model.CaseEvent;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Remark;

/** What comes of one command. */
public sealed interface Decision {

    /** Hands itself to the one that is for it. */
    void reach(Consumer<Done> done, Consumer<Refusal> refused);

    /**
     * It is done.
     *
     * @param events  of its case, in order
     * @param letters to put into the outbox
     * @param remarks what its author is told
     */
    record Done(List<CaseEvent> events, List<OutboxLetter> letters, List<Remark> remarks) implements Decision {
        public Done {
            events = List.copyOf(events);
            letters = List.copyOf(letters);
            remarks = List.copyOf(remarks);
        }

        @Override
        public void reach(Consumer<Done> done, Consumer<Refusal> refused) {
            done.accept(this);
        }
    }

    /** It is not done, and neither is any other command of its mail. */
    record Refused(Refusal why) implements Decision {
        public Refused {
            Objects.requireNonNull(why, "why");
        }

        @Override
        public void reach(Consumer<Done> done, Consumer<Refusal> refused) {
            refused.accept(why);
        }
    }

    static Decision refused(Refusal.Reason why, String... values) {
        return new Refused(Refusal.of(why, values));
    }

    /** It tells something and changes nothing. */
    static Decision told(List<Remark> remarks) {
        return new Done(List.of(), List.of(), remarks);
    }

    /** It changes its case. */
    static Decision changed(CaseEvent event, Remark... remarks) {
        return new Done(List.of(event), List.of(), List.of(remarks));
    }
}
