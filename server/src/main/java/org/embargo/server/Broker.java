package org.embargo.server;

import java.io.File;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import javax.jms.ConnectionFactory;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.ActiveMQPrefetchPolicy;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.apache.james.filesystem.api.FileSystem;

/**
 * The queue's broker, inside this process. It listens on no port, James's own does; and what it took is on disk
 * before the sender hears so, with the mail's content in the journal.
 */
final class Broker {
    private static final String NAME = "embargo";

    private final BrokerService service = new BrokerService();

    @Inject
    Broker(FileSystem files) throws Exception {
        File folder = files.getFile("file://var/queue");
        service.setBrokerName(NAME);
        service.setUseJmx(false);
        service.setUseShutdownHook(false);
        service.setAdvisorySupport(false);
        service.setSchedulerSupport(false);
        service.setDataDirectoryFile(folder);
        service.setPersistenceAdapter(journalIn(new File(folder, "journal")));
        // a full disk makes James answer 451; waiting for space would keep senders in the dark
        service.getSystemUsage().setSendFailIfNoSpace(true);
        // of what the disk has, not of what the default hopes for
        service.getSystemUsage().getStoreUsage().setPercentLimit(90);
        service.start();
        service.waitUntilStarted();
    }

    private static KahaDBPersistenceAdapter journalIn(File folder) {
        KahaDBPersistenceAdapter adapter = new KahaDBPersistenceAdapter();
        adapter.setDirectory(folder);
        adapter.setCheckForCorruptJournalFiles(true);
        return adapter;
    }

    /** Connections within this process; each mail is fetched when somebody is ready for it, none ahead. */
    ConnectionFactory connections() {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory("vm://" + NAME + "?create=false");
        factory.setTrustAllPackages(false);
        ActiveMQPrefetchPolicy none = new ActiveMQPrefetchPolicy();
        none.setQueuePrefetch(0);
        none.setTopicPrefetch(0);
        factory.setPrefetchPolicy(none);
        return factory;
    }

    @PreDestroy
    void stop() throws Exception {
        service.stop();
        service.waitUntilStopped();
    }
}
