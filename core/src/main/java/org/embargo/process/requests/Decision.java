package org.embargo.process.requests;

import java.util.List;
import org.embargo.model.CaseEvent;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.words.Remark;

/** What comes of one command. */
public sealed interface Decision {

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
    }

    /** It is not done, and neither is any other command of its mail. */
    record Refused(Remark why) implements Decision {
        public Refused {
            why.requireRefusal();
        }
    }

    static Decision refused(Remark.Kind why, String... values) {
        return new Refused(Remark.of(why, values));
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
