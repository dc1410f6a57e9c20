package org.embargo.server;

import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.james.GuiceJamesServer;
import org.apache.james.NaiveDelegationStoreModule;
import org.apache.james.modules.MailetProcessingModule;
import org.apache.james.modules.protocols.ProtocolHandlerModule;
import org.apache.james.modules.protocols.SMTPServerModule;
import org.apache.james.modules.server.MailetContainerModule.DefaultProcessorsConfigurationSupplier;
import org.apache.james.modules.server.RawPostDequeueDecoratorModule;
import org.apache.james.server.core.configuration.Configuration;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/**
 * Apache James with what this job needs and nothing else: SMTP in, a queue on disk, mailets, delivery to a relay. It has
 * no mailboxes, no users, no way to administer it over a network.
 */
final class EmbargoServer {
    private final GuiceJamesServer james;

    EmbargoServer(Home home) {
        Configuration configuration =
                Configuration.builder().workingDirectory(home.folder().toFile()).build();
        this.james = GuiceJamesServer.forConfiguration(configuration)
                .combineWith(
                        new MailetProcessingModule(),
                        new DataModule(),
                        new NaiveDelegationStoreModule(),
                        new QueueModule(),
                        new RawPostDequeueDecoratorModule(),
                        new ProtocolHandlerModule(),
                        new SMTPServerModule(),
                        // without it James starts no mailet container; ours comes from mailetcontainer.xml alone
                        binder -> binder.bind(DefaultProcessorsConfigurationSupplier.class)
                                .toInstance(BaseHierarchicalConfiguration::new));
    }

    /** Returns when SMTP accepts mail and the plugin has started. */
    void start() throws Exception {
        james.start();
    }

    void stop() {
        // James's queues are left by interrupting who waits at them, which Reactor reports as errors
        Configurator.setLevel("reactor.core.publisher.Operators", Level.OFF);
        james.stop();
    }
}
