package org.embargo.desk.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.desk.open.Desks;
import org.embargo.desk.open.OpenDesk;
import org.embargo.mail.Envelope;
import org.embargo.mail.MailOpener;
import org.embargo.mail.OpenedMail;
import org.embargo.mail.RawMail;
import org.embargo.model.DeskName;
import org.embargo.model.DeskRole;
import org.embargo.model.IntakeId;
import org.embargo.model.Randomness;
import org.embargo.openpgp.CertificateDirectory;
import org.embargo.origin.OriginJudge;
import org.embargo.store.StaleCaseException;
import org.embargo.store.Store;
import org.embargo.store.TakenMail;

/**
 * The way in: seal, open, take in. Each step may be repeated; a mail has one effect, whoever takes it in how often. Safe
 * for use by many threads.
 */
public final class IntakeDesk {

    private static final Logger LOGGER = LogManager.getLogger(IntakeDesk.class);
    private static final int MOST_DECISIONS = 4;

    private final Desks desks;
    private final Store store;
    private final MailOpener opener;
    private final OriginJudge origins;
    private final RecentMails recent;
    private final Randomness randomness;
    private final Clock clock;
    private final Runnable onPlanned;

    public IntakeDesk(
            Desks desks,
            MailOpener opener,
            OriginJudge origins,
            RecentMails recent,
            Randomness randomness,
            Clock clock,
            Runnable onPlanned) {
        this.desks = Objects.requireNonNull(desks, "desks");
        this.store = desks.store();
        this.opener = Objects.requireNonNull(opener, "opener");
        this.origins = Objects.requireNonNull(origins, "origins");
        this.recent = Objects.requireNonNull(recent, "recent");
        this.randomness = Objects.requireNonNull(randomness, "randomness");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.onPlanned = Objects.requireNonNull(onPlanned, "onPlanned");
    }

    public IntakeId accept(Envelope envelope, InputStream message) throws IOException {
        return store.intakeFiles().seal(envelope, message);
    }

    public Optional<OpenedMail> open(IntakeId id) throws IOException {
        if (store.reading(tx -> tx.mails().find(id)).isPresent()) {
            store.intakeFiles().archive(id);
            return Optional.empty();
        }
        RawMail mail = store.intakeFiles().read(id);
        OpenedMail opened = open(mail);
        return Optional.of(opened.from(origins.judge(mail, opened)));
    }

    /** Opens {@code mail} with the keys of the desk it came to, and no other's; asks nobody where it comes from. */
    public OpenedMail open(RawMail mail) throws IOException {
        OpenDesk desk = desks.present(mail.envelope().recipient().desk());
        KnownCertificates known = new KnownCertificates(store, desk.desk().casePrefix());
        CertificateDirectory directory = desk.teamDirectory().orElse(known);
        if (mail.envelope().recipient().role() instanceof DeskRole.PublicList) {
            directory =
                    CertificateDirectory.of(List.of(desk.keys().certificate())).orElse(directory);
        }
        if (mail.envelope().recipient().role() instanceof DeskRole.Upstream) {
            directory = desk.upstreamDirectory().orElse(directory);
        }
        OpenedMail opened = opener.open(mail, desk.keys(), directory, clock.instant());
        known.requireRead();
        return opened;
    }

    public void takeIn(OpenedMail mail) {
        recent.put(mail);
        file(mail, isFromListHost(mail.envelope()), MOST_DECISIONS);
        archive(mail.id());
        onPlanned.run();
    }

    /** Asked before the transaction, which must not wait for the DNS. */
    private boolean isFromListHost(Envelope envelope) {
        return envelope.recipient().role() instanceof DeskRole.PublicList
                && origins.isDeliveredBy(
                        envelope,
                        desks.desk(envelope.recipient().desk()).config().listHosts());
    }

    /** Decides anew when the case was changed meanwhile. */
    private void file(OpenedMail mail, boolean fromListHost, int decisionsLeft) {
        DeskName name = mail.envelope().recipient().desk();
        try {
            Optional<TakenMail> taken = store.inTransaction(tx -> {
                new Filing(MailInHand.of(
                                tx,
                                desks.desk(tx, name),
                                mail,
                                randomness,
                                clock.instant(),
                                desks::isOwn,
                                fromListHost))
                        .file();
                Optional<TakenMail> filed = tx.mails().find(mail.id());
                filed.ifPresent(as -> new BroughtRevocations(tx, desks, mail, randomness, clock.instant()).take(as));
                return filed;
            });
            taken.ifPresent(IntakeDesk::log);
        } catch (AlreadyTakenException e) {
            LOGGER.info("mail {} was taken in by another thread", mail.id());
        } catch (StaleCaseException e) {
            if (decisionsLeft == 1) {
                throw e;
            }
            file(mail, fromListHost, decisionsLeft - 1);
        }
    }

    private static void log(TakenMail taken) {
        LOGGER.info(
                "took mail {} in as {}{}",
                taken.id(),
                taken.kind(),
                taken.caseId().map(id -> " of " + id).orElse(""));
    }

    /** The commit has taken the mail; a rename that fails is made up for by the sweep. */
    private void archive(IntakeId id) {
        try {
            store.intakeFiles().archive(id);
        } catch (IOException e) {
            LOGGER.warn(
                    "mail {} is taken in and not archived yet: {}",
                    id,
                    e.getClass().getSimpleName());
        }
    }
}
