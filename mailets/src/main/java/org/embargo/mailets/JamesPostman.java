package org.embargo.mailets;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import javax.mail.MessagingException;
import javax.mail.internet.AddressException;
import org.apache.james.core.MailAddress;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.ManageableMailQueue;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.james.server.core.MimeMessageWrapper;
import org.embargo.model.Address;
import org.embargo.model.LetterId;
import org.embargo.outbox.OutgoingMail;
import org.embargo.outbox.Postman;

/**
 * Hands letters to the queues that the two {@code RemoteDelivery} of {@code mailetcontainer.xml} empty: one that tries
 * again for days, and one that tries once.
 */
public final class JamesPostman implements Postman {
    private static final MailQueueName PATIENT = MailQueueName.of("embargo-outgoing");
    private static final MailQueueName ONCE = MailQueueName.of("embargo-once");

    private final MailQueue patient;
    private final MailQueue once;
    private final MailQueue spool;

    @Inject
    public JamesPostman(MailQueueFactory<?> queues) {
        this.patient = queues.createQueue(PATIENT);
        this.once = queues.createQueue(ONCE);
        this.spool = queues.createQueue(MailQueueFactory.SPOOL);
        empty(once);
    }

    /**
     * What an earlier run left there has not been looked at since: a hold may stand now. The outbox takes such letters back,
     * before the server begins to deliver.
     */
    private static void empty(MailQueue queue) {
        try {
            if (queue instanceof ManageableMailQueue manageable) {
                manageable.clear();
            }
        } catch (MailQueue.MailQueueException e) {
            throw new IllegalStateException("the queue of letters that are tried once can't be emptied", e);
        }
    }

    @Override
    public void handOver(OutgoingMail letter) throws IOException {
        try {
            MailImpl mail = toJames(letter);
            try {
                (letter.once() ? once : patient).enQueue(mail);
            } finally {
                LifecycleUtil.dispose(mail);
            }
        } catch (MessagingException e) {
            throw new IOException("James's queue did not take letter " + letter.id(), e);
        }
    }

    /** Where a letter waits for its next try, and where its report waits for the database. */
    @Override
    public Set<LetterId> inHand() throws IOException {
        Set<LetterId> letters = new HashSet<>();
        for (MailQueue queue : List.of(patient, once, spool)) {
            letters.addAll(letters(queue));
        }
        return letters;
    }

    private static Set<LetterId> letters(MailQueue queue) throws IOException {
        if (!(queue instanceof ManageableMailQueue manageable)) {
            throw new IOException("this server's queues can't be looked into");
        }
        Set<LetterId> letters = new HashSet<>();
        try {
            ManageableMailQueue.MailQueueIterator mails = manageable.browse();
            try {
                mails.forEachRemaining(
                        mail -> MailAttributes.letter(mail.getMail()).ifPresent(letters::add));
            } finally {
                mails.close();
            }
        } catch (MailQueue.MailQueueException e) {
            throw new IOException("a queue can't be looked into", e);
        }
        return letters;
    }

    private static MailImpl toJames(OutgoingMail letter) throws MessagingException, IOException {
        MailImpl.Builder builder = MailImpl.builder()
                .name(letter.id().value())
                .addRecipient(address(letter.recipient()))
                .addAttribute(MailAttributes.letter(letter.id()));
        if (letter.envelopeSender().isPresent()) {
            builder.sender(address(letter.envelopeSender().get()));
        }
        try (InputStream in = letter.message().open()) {
            MailImpl mail = builder.build();
            mail.setMessageNoCopy(new MimeMessageWrapper(
                    MimeMessageInputStreamSource.create(letter.id().value(), in)));
            return mail;
        }
    }

    private static MailAddress address(Address address) throws AddressException {
        return new MailAddress(address.value());
    }
}
