package org.embargo.outbox;

import java.io.IOException;
import java.util.Set;
import org.embargo.model.LetterId;

/** What a mail server must offer to the outbox. Safe for use by many threads. */
public interface Postman {

    /**
     * Puts {@code mail} into the server's own queue. When this returns, the queue keeps it over a crash.
     *
     * @throws IOException when the queue did not take it; the letter stays in the outbox
     */
    void handOver(OutgoingMail mail) throws IOException;

    /**
     * The letters that lie in the server's queues at this moment. What was handed over, was not reported and is not among
     * them was lost, or is being delivered just now.
     *
     * @throws IOException when the queues can't be looked into
     */
    default Set<LetterId> inHand() throws IOException {
        throw new IOException("the queues of this mail server can't be looked into");
    }
}
