package org.embargo.server;

import java.io.File;
import java.io.FileNotFoundException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import javax.jms.ConnectionFactory;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.ActiveMQPrefetchPolicy;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The queue's broker, inside this process. It listens on no port, James's own does; and what it took is on disk
 * before the sender hears so, with the mail's content in the journal.
 *
 * <p>Where the disk fails it, it is stopped and begun anew until it holds: what it answered for is in its journal, and
 * those who use it meanwhile are told no. Otherwise a disk that was full for a second would stop all mail until somebody
 * starts the server again.
 */
final class Broker {
    private static final Logger LOGGER = LogManager.getLogger(Broker.class);
    private static final String NAME = "embargo";
    private static final long PAUSE_SECONDS = 2;

    private final File folder;
    private final ExecutorService restarts = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "queue-restart");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean restarting = new AtomicBoolean();
    private volatile BrokerService service;

    @Inject
    Broker(FileSystem files) throws Exception {
        this.folder = folder(files);
        this.service = started();
    }

    private static File folder(FileSystem files) throws FileNotFoundException {
        return files.getFile("file://var/queue");
    }

    private BrokerService started() throws Exception {
        BrokerService begun = new WithoutOwnLimits();
        begun.setBrokerName(NAME);
        begun.setUseJmx(false);
        begun.setUseShutdownHook(false);
        begun.setAdvisorySupport(false);
        begun.setSchedulerSupport(false);
        begun.setDataDirectoryFile(folder);
        begun.setPersistenceAdapter(journalIn(new File(folder, "journal")));
        begun.setIoExceptionHandler(new RestartingIoExceptionHandler(this::restartSoon));
        // waiting for space would keep senders in the dark; this way James answers 451
        begun.getSystemUsage().setSendFailIfNoSpace(true);
        try {
            begun.start();
            begun.waitUntilStarted();
            return begun;
        } catch (Exception e) {
            stopQuietly(begun);
            throw e;
        }
    }

    private static KahaDBPersistenceAdapter journalIn(File folder) {
        KahaDBPersistenceAdapter adapter = new KahaDBPersistenceAdapter();
        adapter.setDirectory(folder);
        adapter.setCheckForCorruptJournalFiles(true);
        // nothing is kept here alone: a torn end must not stop the start
        adapter.setIgnoreMissingJournalfiles(true);
        return adapter;
    }

    /** Connections within this process, which outlive the broker; each mail is fetched when somebody is ready for it. */
    ConnectionFactory connections() {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory("failover:(vm://" + NAME
                + "?create=false)?initialReconnectDelay=100&maxReconnectDelay=1000&timeout=5000");
        factory.setTrustAllPackages(false);
        ActiveMQPrefetchPolicy none = new ActiveMQPrefetchPolicy();
        none.setQueuePrefetch(0);
        none.setTopicPrefetch(0);
        factory.setPrefetchPolicy(none);
        return factory;
    }

    /** From one of the broker's own threads, which must not wait for its end. */
    private void restartSoon() {
        if (restarting.compareAndSet(false, true)) {
            LOGGER.error("the disk fails the queue, which is begun anew");
            restarts.execute(this::restart);
        }
    }

    private void restart() {
        stopQuietly(service);
        try {
            while (!isBegun()) {
                TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isBegun() {
        try {
            service = started();
            restarting.set(false);
            LOGGER.warn("the queue is back");
            return true;
        } catch (Exception e) {
            LOGGER.error("the queue can't be begun yet: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    /** What it could not write it has not answered for. */
    private static void stopQuietly(BrokerService broken) {
        try {
            broken.stop();
            broken.waitUntilStopped();
        } catch (Exception e) {
            LOGGER.warn("the queue did not end well: {}", e.getClass().getSimpleName());
        }
    }

    @PreDestroy
    void stop() throws Exception {
        restarts.shutdownNow();
        service.stop();
        service.waitUntilStopped();
    }

    /**
     * ActiveMQ would look for room at the start, take what it finds for all there will ever be, and refuse mail until the
     * next start, however much room there is by then. The disk itself says when it is full.
     */
    private static final class WithoutOwnLimits extends BrokerService {
        @Override
        protected void checkStoreUsageLimits() {
            // see above
        }
    }
}
