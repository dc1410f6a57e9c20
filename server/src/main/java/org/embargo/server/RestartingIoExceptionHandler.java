package org.embargo.server;

import java.io.IOException;
import java.util.Objects;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.SuppressReplyException;
import org.apache.activemq.util.IOExceptionHandler;

/**
 * Lets the broker be begun anew where its disk fails. ActiveMQ's own handler stops it for good, or lets it go on with a
 * journal that takes nothing any more.
 */
final class RestartingIoExceptionHandler implements IOExceptionHandler {
    private final Runnable restart;

    RestartingIoExceptionHandler(Runnable restart) {
        this.restart = Objects.requireNonNull(restart, "restart");
    }

    @Override
    public void handle(IOException cause) {
        restart.run();
        // nobody who waits for an answer may take this for a yes
        throw new SuppressReplyException("the queue is begun anew", cause);
    }

    @Override
    public void setBrokerService(BrokerService broker) {
        // whoever made the broker knows it
    }
}
