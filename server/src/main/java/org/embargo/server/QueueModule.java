package org.embargo.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.queue.activemq.ActiveMQMailQueueFactory;
import org.apache.james.queue.activemq.metric.ActiveMQMetricCollectorNoop;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueItemDecoratorFactory;
import org.apache.james.queue.api.ManageableMailQueue;

/** James's queues on our broker. James's own module is not published, and its broker opens a port. */
final class QueueModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(Broker.class).in(Scopes.SINGLETON);
    }

    @Provides
    @Singleton
    ActiveMQMailQueueFactory queues(
            Broker broker, MailQueueItemDecoratorFactory decorators, MetricFactory metrics, GaugeRegistry gauges) {
        ActiveMQMailQueueFactory factory = new ActiveMQMailQueueFactory(
                broker.connections(), decorators, metrics, gauges, new ActiveMQMetricCollectorNoop());
        // as blobs, mails would lie in files beside the journal, unsynced
        factory.setUseBlobMessages(false);
        factory.setUseJMX(false);
        factory.init();
        return factory;
    }

    // James asks for the same factory under three types

    @Provides
    @Singleton
    MailQueueFactory<? extends ManageableMailQueue> manageable(ActiveMQMailQueueFactory factory) {
        return factory;
    }

    @Provides
    @Singleton
    MailQueueFactory<? extends MailQueue> plain(ActiveMQMailQueueFactory factory) {
        return factory;
    }

    @Provides
    @Singleton
    MailQueueFactory<?> any(ActiveMQMailQueueFactory factory) {
        return factory;
    }
}
