package org.embargo.desk.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.desk.open.CaseCommit;
import org.embargo.desk.open.Desks;
import org.embargo.desk.open.OpenDesk;
import org.embargo.desk.open.TakenKeys;
import org.embargo.desk.steps.ApprovalStep;
import org.embargo.mail.BroughtCertificate;
import org.embargo.mail.OpenedMail;
import org.embargo.model.Actor;
import org.embargo.model.BookEvent;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.Fingerprint;
import org.embargo.model.Randomness;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.KeyRevocation;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.words.Finding;
import org.embargo.store.KeptCertificate;
import org.embargo.store.TakenMail;
import org.embargo.store.Transaction;

/**
 * Takes the revocations that a mail brings of certificates which its desk holds, whoever sent it: a revocation is proven by
 * the certificate's own key. Nothing else of what is brought changes what is kept.
 *
 * <p>One mail, within the transaction that files it; nothing happens where all is known already.
 */
final class BroughtRevocations {

    private static final Logger LOGGER = LogManager.getLogger(BroughtRevocations.class);

    private final Transaction tx;
    private final Desks desks;
    private final OpenDesk open;
    private final OpenedMail mail;
    private final Randomness randomness;
    private final Instant now;
    /** What became known, by the journal that it is kept with. */
    private final Map<CaseId, Set<Fingerprint>> news = new LinkedHashMap<>();

    private final Set<Finding> findings = new LinkedHashSet<>();

    BroughtRevocations(Transaction tx, Desks desks, OpenedMail mail, Randomness randomness, Instant now) {
        this.tx = tx;
        this.desks = desks;
        this.open = desks.desk(tx, mail.envelope().recipient().desk());
        this.mail = mail;
        this.randomness = randomness;
        this.now = now;
    }

    /** @param filed as what the mail was filed */
    void take(TakenMail filed) {
        if (filed.kind() == TakenMail.Kind.SET_ASIDE || keyIds().isEmpty()) {
            return;
        }
        CertificateOwners owners = new CertificateOwners(tx, open);
        keyIds().stream()
                .flatMap(id -> tx.certificates().withKeyId(id).stream())
                .filter(kept -> kept.caseId().prefix().equals(open.desk().casePrefix()))
                .toList()
                .forEach(kept -> take(kept, owners));
        owners.onFile().forEach(this::take);
        if (!news.isEmpty()) {
            news.forEach(this::note);
            ApprovalStep.plan(tx, open, now);
            tell(filed);
        }
    }

    private Set<Long> keyIds() {
        return Stream.concat(
                        mail.certificates().stream()
                                .map(BroughtCertificate::certificate)
                                .filter(Certificate::bearsRevocation)
                                .map(Certificate::keyId),
                        mail.revocations().stream().map(KeyRevocation::keyId))
                .collect(Collectors.toSet());
    }

    private void take(KeptCertificate kept, CertificateOwners owners) {
        Certificate before = TakenKeys.read(kept);
        Certificate after = learned(before);
        if (!after.equals(before)) {
            owners.of(kept).forEach(owner -> note(owner, before, after));
            keep(kept.caseId(), after);
        }
    }

    /** What the operator's files hold stays as it is there; what is known besides is kept with the desk's book. */
    private void take(CertificateOwners.Owned owned) {
        Certificate after = learned(owned.certificate());
        if (!after.equals(owned.certificate())) {
            note(owned.owner(), owned.certificate(), after);
            keep(open.desk().book(), after);
        }
    }

    private void keep(CaseId id, Certificate after) {
        new TakenKeys(tx, id).keep(after);
        news.computeIfAbsent(id, same -> new LinkedHashSet<>()).add(after.fingerprint());
    }

    private Certificate learned(Certificate held) {
        Certificate learned = held;
        for (BroughtCertificate each : mail.certificates()) {
            if (each.certificate().fingerprint().equals(held.fingerprint())) {
                learned = learned.withRevocationsOf(each.certificate());
            }
        }
        for (KeyRevocation each : mail.revocations()) {
            learned = learned.withRevocation(each);
        }
        return learned;
    }

    private void note(CertificateOwners.Owner owner, Certificate before, Certificate after) {
        boolean whole = after.isRevokedAt(Instant.MAX) && !before.isRevokedAt(now);
        findings.add(Finding.of(
                whole ? Finding.Kind.CERTIFICATE_REVOKED : Finding.Kind.SUBKEYS_REVOKED,
                owner.kind().name(),
                owner.name().text(),
                after.fingerprint().hex(),
                owner.caseId().map(CaseId::toString).orElse("")));
        LOGGER.warn(
                "certificate {} of desk {} is revoked, by mail {}",
                after,
                open.config().name(),
                mail.id());
    }

    /** In the journal of the book always, in that of a case while it is open. */
    private void note(CaseId id, Set<Fingerprint> revoked) {
        Optional<Case> current = id.isBook()
                ? tx.journal().findReadable(id).or(() -> unwritten(id))
                : tx.journal().findReadable(id).filter(found -> !found.state().isAtAnEnd());
        List<CaseEvent> events = new ArrayList<>();
        revoked.forEach(each -> events.add(new BookEvent.CertificateRevoked(each, mail.id())));
        current.ifPresentOrElse(
                found -> new CaseCommit(tx, open, now).commit(found, new Outcome(events, List.of()), Actor.OUTSIDE),
                () -> LOGGER.warn("that certificates are revoked is not in the journal of {}", id));
    }

    private Optional<Case> unwritten(CaseId book) {
        return tx.journal().mark(book).isEmpty()
                ? Optional.of(Case.unfiled(book, open.desk().name()))
                : Optional.empty();
    }

    /** By the team as it is after it: who has lost his certificate gets a word that there is news. */
    private void tell(TakenMail filed) {
        if (findings.isEmpty()) {
            return;
        }
        List<Finding> all = new ArrayList<>(findings);
        all.add(Finding.of(
                Finding.Kind.REVOCATION_CAME_WITH,
                filed.caseId().map(CaseId::toString).orElse(""),
                filed.id().toString()));
        OpenDesk present = desks.desk(tx, open.config().name());
        Mailing mailing = new Mailing(present.roster(now), randomness, now);
        mailing.toTeam(
                        Optional.empty(),
                        new TeamLetter.DeskProblem(all),
                        mailing.newMessageId(),
                        Optional.empty(),
                        member -> true)
                .forEach(tx.outbox()::enqueue);
    }
}
