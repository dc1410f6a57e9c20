package org.embargo.server.demo;

import com.icegreen.greenmail.foedus.util.MsgRangeFilter;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.mail.MessagingException;

/** The mail servers of everybody else: one relay that takes all mail, and mailboxes behind it. */
final class MailWorld implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final long PAUSE_MILLIS = 50;
    /** Only a range is copied under the lock that also guards what arrives. */
    private static final MsgRangeFilter ALL = new MsgRangeFilter("1:*", false);

    private final GreenMail servers = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    /** Of the mails that each person has read. */
    private final Map<String, Set<String>> read = new HashMap<>();

    MailWorld() {
        servers.start();
    }

    int relayPort() {
        return servers.getSmtp().getPort();
    }

    /**
     * Waits for the next mail that this person has not read. The same Message-ID again is the same mail.
     *
     * @param what he waits for, for the message when it does not come
     */
    Letter next(Person person, String what) throws StepFailedException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            List<Letter> unread = unread(person);
            if (!unread.isEmpty()) {
                Letter letter = unread.get(0);
                readBy(person).add(letter.header("Message-ID"));
                return letter;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new StepFailedException(
                person.name() + " waited " + PATIENCE.toSeconds() + " s for " + what + ", and it did not come");
    }

    /** What has come for this person beyond what he has read, without waiting. */
    List<Letter> unread(Person person) throws StepFailedException {
        List<Letter> unread = new ArrayList<>();
        for (Letter letter : mailbox(person)) {
            if (!readBy(person).contains(letter.header("Message-ID"))) {
                unread.add(letter);
            }
        }
        return unread;
    }

    @Override
    public void close() {
        servers.stop();
    }

    private Set<String> readBy(Person person) {
        return read.computeIfAbsent(person.address(), address -> new HashSet<>());
    }

    private List<Letter> mailbox(Person person) throws StepFailedException {
        Optional<GreenMailUser> owner =
                Optional.ofNullable(servers.getManagers().getUserManager().getUserByEmail(person.address()));
        List<Letter> letters = new ArrayList<>();
        if (owner.isPresent()) {
            try {
                for (StoredMessage stored : servers.getManagers()
                        .getImapHostManager()
                        .getInbox(owner.get())
                        .getMessages(ALL)) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    stored.getMimeMessage().writeTo(bytes);
                    letters.add(new Letter(bytes.toByteArray()));
                }
            } catch (FolderException | MessagingException | IOException e) {
                throw new StepFailedException("the mailbox of " + person.name() + " can't be read", e);
            }
        }
        return letters;
    }
}
