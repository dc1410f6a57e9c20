package org.embargo.mailets;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.mailet.Mail;
import org.embargo.desk.Embargo;
import org.embargo.mail.Envelope;
import org.embargo.model.Address;
import org.embargo.model.DeskAddress;
import org.embargo.model.IntakeId;

/**
 * Seals each mail for a desk into a synced file of ours before SMTP answers 250, and leaves James a stub: what came in
 * clear lies nowhere in clear, and what was answered with 250 is kept whatever happens to the queue.
 *
 * <p>Stands before James's {@code SendMailHandler}. When the mail can't be kept (disk full), the client is told to try
 * again.
 */
public final class SealAtTheDoor implements JamesMessageHook {
    private static final Logger LOGGER = LogManager.getLogger(SealAtTheDoor.class);
    private static final HookResult TRY_AGAIN = HookResult.builder()
            .hookReturnCode(HookReturnCode.denySoft())
            .smtpReturnCode("451")
            .smtpDescription("4.3.0 The mail can't be kept just now, please try again")
            .build();

    private final Embargo embargo;
    private final Clock clock;

    @Inject
    public SealAtTheDoor(Embargo embargo, Clock clock) {
        this.embargo = embargo;
        this.clock = clock;
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        List<DeskAddress> desks = desksOf(mail);
        if (desks.isEmpty()) {
            return HookResult.DECLINED;
        }
        try {
            List<IntakeId> ids = seal(session, mail, desks);
            Stub.replaceContent(mail);
            mail.setAttribute(MailAttributes.intakes(ids));
            LOGGER.info("sealed mail {} as {}", mail.getName(), ids);
            return HookResult.DECLINED;
        } catch (IOException | MessagingException | RuntimeException e) {
            // the words of a foreign exception may be the mail's
            LOGGER.error(
                    "mail {} could not be sealed, its sender is asked to try again: {}",
                    mail.getName(),
                    e.getClass().getName());
            LOGGER.debug("mail {} failed at {}", mail.getName(), e.getStackTrace());
            return TRY_AGAIN;
        }
    }

    private List<DeskAddress> desksOf(Mail mail) {
        return mail.getRecipients().stream()
                .map(MailAddress::asString)
                .map(embargo::deskAddress)
                .flatMap(Optional::stream)
                .toList();
    }

    private List<IntakeId> seal(SMTPSession session, Mail mail, List<DeskAddress> desks)
            throws IOException, MessagingException {
        Optional<Address> sender =
                mail.getMaybeSender().asOptional().map(MailAddress::asString).flatMap(Address::parse);
        Envelope.Client client = client(session);
        Instant now = clock.instant();
        List<IntakeId> ids = new ArrayList<>();
        for (DeskAddress desk : desks) {
            try (InputStream in = new WithoutForeignVerdicts(new MimeMessageInputStream(mail.getMessage()))) {
                ids.add(embargo.accept(new Envelope(sender, desk, now, client), in));
            }
        }
        return ids;
    }

    private static Envelope.Client client(SMTPSession session) {
        return new Envelope.Client(
                session.getRemoteAddress().getAddress().getHostAddress(),
                session.getAttachment(SMTPSession.CURRENT_HELO_NAME, State.Connection)
                        .orElse(""),
                session.isTLSStarted());
    }
}
