package org.embargo.desk.steps;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.embargo.desk.open.DueStep;
import org.embargo.desk.open.OpenDesk;
import org.embargo.desk.open.Step;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.CertificateFormatException;
import org.embargo.process.outcome.CertificateEnd;
import org.embargo.process.outcome.ClockLetter;
import org.embargo.process.outcome.EndingCertificate;
import org.embargo.process.outcome.EndingCertificate.Owner;
import org.embargo.store.JournalDamageException;
import org.embargo.store.KeptCertificate;
import org.embargo.store.TimetableKey;
import org.embargo.store.Transaction;

/**
 * Looks at the certificates that a desk uses: its own, its members', its recipients', and those of reporters and guests of
 * open cases. It runs at
 * start, daily, and whenever one of them comes nearer its end; the team is told once each time, and weekly when over.
 */
final class CertificateStep implements Step {

    private static final String KIND = "certificates";
    private static final Duration EVERY = Duration.ofDays(1);
    private static final Duration TOLD_AGAIN = Duration.ofDays(7);

    static void plan(Transaction tx, OpenDesk desk, Instant now) {
        tx.timetable().schedule(TimetableKey.of(desk.config().name(), KIND), now);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(DueStep due) {
        OutsideCertificates outside = new OutsideCertificates(due);
        List<EndingCertificate> used = new ArrayList<>(used(due));
        used.addAll(outside.ending());
        List<EndingCertificate> told =
                used.stream().filter(each -> isToTell(each, due)).toList();
        if (!told.isEmpty()) {
            DeskLetters.toTeam(due, new ClockLetter.CertificatesEnd(told, due.now()));
            outside.warn(told);
        }
        due.tx().timetable().schedule(due.row().key(), next(used, due.now()));
    }

    private static Instant next(List<EndingCertificate> used, Instant now) {
        return used.stream()
                .flatMap(each -> each.ends().stream())
                .flatMap(ends -> CertificateEnd.nextAfter(now, ends).stream())
                .min(Comparator.naturalOrder())
                .filter(now.plus(EVERY)::isAfter)
                .orElse(now.plus(EVERY));
    }

    private static boolean isToTell(EndingCertificate certificate, DueStep due) {
        Instant ends = certificate.ends().orElse(due.now());
        Optional<CertificateEnd> near = CertificateEnd.at(ends, due.now());
        if (near.isEmpty()) {
            return false;
        }
        boolean over = near.get() == CertificateEnd.OVER;
        String what = String.join(
                "/",
                "certificate",
                certificate.fingerprint().hex(),
                certificate.name().text(),
                near.get().name(),
                over ? "" : ends.toString());
        Optional<Instant> notSince = over ? Optional.of(due.now().minus(TOLD_AGAIN)) : Optional.empty();
        return due.tx().warnings().take(due.row().key().desk(), what, notSince, due.now());
    }

    /** All that can end; what never does is left out. */
    private static List<EndingCertificate> used(DueStep due) {
        List<EndingCertificate> used = new ArrayList<>();
        ending(Owner.DESK, "", due.desk().keys().certificate(), due.now()).ifPresent(used::add);
        due.desk().members().forEach(member -> ending(
                        Owner.MEMBER, member.value(), due.desk().certificate(member), due.now())
                .ifPresent(used::add));
        for (CaseId id : due.tx().certificates().openCases(due.row().key().desk())) {
            ofReporter(due.tx(), id)
                    .flatMap(certificate -> ending(Owner.REPORTER, id.toString(), certificate, due.now()))
                    .ifPresent(used::add);
        }
        return used;
    }

    /** The desk and its members sign as well as they read; a reporter need only read. */
    private static Optional<EndingCertificate> ending(Owner owner, String name, Certificate certificate, Instant now) {
        boolean signs = owner != Owner.REPORTER;
        boolean usable = certificate.canEncryptAt(now) && (!signs || certificate.canSignAt(now));
        Optional<Instant> ends = Stream.of(
                        certificate.encryptsUntil(now), signs ? certificate.signsUntil(now) : Optional.<Instant>empty())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        return usable && ends.isEmpty()
                ? Optional.empty()
                : Optional.of(new EndingCertificate(
                        owner, new Confidential(name), certificate.fingerprint(), usable ? ends : Optional.empty()));
    }

    /** Of a damaged case nothing is known; the digest names it. */
    private static Optional<Certificate> ofReporter(Transaction tx, CaseId id) {
        try {
            return tx.journal()
                    .find(id)
                    .flatMap(Case::reporterCertificate)
                    .flatMap(fingerprint -> tx.certificates().find(id, fingerprint))
                    .map(CertificateStep::read);
        } catch (JournalDamageException e) {
            return Optional.empty();
        }
    }

    private static Certificate read(KeptCertificate kept) {
        try {
            return Certificate.read(kept.certificate());
        } catch (CertificateFormatException e) {
            throw new IllegalStateException("kept certificate " + kept.fingerprint() + " can't be read", e);
        }
    }
}
