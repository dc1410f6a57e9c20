package org.embargo.outbox;

import java.io.IOException;

/** What a mail server must offer to the outbox. Safe for use by many threads. */
public interface Postman {

    /**
     * Puts {@code mail} into the server's own queue. When this returns, the queue keeps it over a crash.
     *
     * @throws IOException when the queue did not take it; the letter stays in the outbox
     */
    void handOver(OutgoingMail mail) throws IOException;
}
