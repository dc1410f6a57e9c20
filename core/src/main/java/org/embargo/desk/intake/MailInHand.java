package org.embargo.desk.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.embargo.desk.open.CaseCommit;
import org.embargo.desk.open.KnownRevocations;
import org.embargo.desk.open.OpenDesk;
import org.embargo.desk.orders.OrderInHand;
import org.embargo.desk.orders.Orders;
import org.embargo.desk.orders.SignedOrder;
import org.embargo.mail.AutomaticMail;
import org.embargo.mail.OpenedMail;
import org.embargo.model.Address;
import org.embargo.model.Arrival;
import org.embargo.model.CaseId;
import org.embargo.model.Desk;
import org.embargo.model.Fingerprint;
import org.embargo.model.Randomness;
import org.embargo.openpgp.Certificate;
import org.embargo.process.outcome.Mailing;
import org.embargo.store.KeptCertificate;
import org.embargo.store.TakenMail;
import org.embargo.store.Transaction;

/**
 * One opened mail on its way into a case, with what every kind of filing asks of it. It is good for one transaction.
 *
 * @param isOwn        whether an address is one of this server's desks', which are never answered
 * @param fromListHost whether it came to the address of the public list, and from one of the list's hosts
 * @param order        what a member signed in it
 */
record MailInHand(
        Transaction tx,
        OpenDesk open,
        OpenedMail mail,
        Randomness randomness,
        Instant now,
        Predicate<Address> isOwn,
        boolean fromListHost,
        Authorship authorship,
        Optional<SignedOrder> order,
        Mailing mailing,
        CaseCommit commit) {

    static MailInHand of(
            Transaction tx,
            OpenDesk open,
            OpenedMail mail,
            Randomness randomness,
            Instant now,
            Predicate<Address> isOwn,
            boolean fromListHost) {
        return new MailInHand(
                tx,
                open,
                mail,
                randomness,
                now,
                isOwn,
                fromListHost,
                Authorship.of(mail),
                SignedOrder.of(mail, open, now),
                new Mailing(open.roster(now), randomness, now),
                new CaseCommit(tx, open, now));
    }

    Desk desk() {
        return open.desk();
    }

    SharedCiphertext ciphertext() {
        return new SharedCiphertext(tx, desk().name(), mail, commit);
    }

    AnswerPolicy answers() {
        return new AnswerPolicy(tx.answers(), desk().name(), open.config().limits(), now);
    }

    Orders orders(SignedOrder signed) {
        return new Orders(new OrderInHand(tx, open, mail, signed, mailing, now, isOwn));
    }

    boolean isOwnAuthor() {
        return authorship.author().filter(isOwn).isPresent();
    }

    Arrival arrival(boolean proven, Optional<Fingerprint> signedBy) {
        return new Arrival(mail.encrypted(), mail.isReadable(), AutomaticMail.is(mail), proven, signedBy);
    }

    void take(TakenMail.Kind kind, Optional<CaseId> caseId) {
        TakenMail taken = new TakenMail(
                mail.id(), desk().name(), caseId, kind, mail.envelope().received());
        if (!tx.mails().take(taken)) {
            throw new AlreadyTakenException();
        }
    }

    /** The certificates that it brings, with what is known against them. */
    OfferedCertificates offered() {
        return OfferedCertificates.of(mail, open.ownFingerprints(), new KnownRevocations(tx, open)::on, now);
    }

    /** From now on mails that answer this one are seen to belong to case {@code id}. */
    void rememberFor(CaseId id) {
        mail.outer().messageId().ifPresent(messageId -> tx.lookUps().rememberMail(desk().name(), messageId, id));
    }

    void keep(CaseId id, Certificate certificate) {
        tx.certificates()
                .keep(new KeptCertificate(
                        id, certificate.fingerprint(), List.copyOf(certificate.keyIds()), certificate.binary()));
    }

    /** From the smallest range of at least four digits that is mostly free, so that drawing ends soon. */
    CaseId freeId() {
        int year = now.atOffset(ZoneOffset.UTC).getYear();
        for (int attempt = 0; ; attempt++) {
            long bound = attempt < 20 ? 10_000 : 10_000_000;
            CaseId id = new CaseId(desk().casePrefix(), year, randomness.number(1_000, bound));
            if (tx.cases().isFree(id)) {
                return id;
            }
        }
    }
}
