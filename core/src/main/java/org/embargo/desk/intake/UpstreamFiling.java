package org.embargo.desk.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.embargo.desk.open.CaseCommit;
import org.embargo.desk.open.OpenDesk;
import org.embargo.mail.OpenedMail;
import org.embargo.model.Actor;
import org.embargo.model.Arrival;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.CaseState;
import org.embargo.model.DeskName;
import org.embargo.model.ReleaseVersion;
import org.embargo.model.Upstream;
import org.embargo.process.arrivals.UpstreamMail;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.words.Finding;
import org.embargo.store.Transaction;

/**
 * Files a mail to the address for upstreams within one transaction: each release that it announces joins its case, those
 * of none become one case together, and what starts no clock is shown as a case of its own. One mail, one use.
 */
final class UpstreamFiling {

    private final Transaction tx;
    private final OpenDesk open;
    private final OpenedMail mail;
    private final Arrival arrival;
    private final Mailing mailing;
    private final CaseCommit commit;
    private final Supplier<CaseId> freeId;

    UpstreamFiling(
            Transaction tx,
            OpenDesk open,
            OpenedMail mail,
            Arrival arrival,
            Mailing mailing,
            CaseCommit commit,
            Supplier<CaseId> freeId) {
        this.tx = tx;
        this.open = open;
        this.mail = mail;
        this.arrival = arrival;
        this.mailing = mailing;
        this.commit = commit;
        this.freeId = freeId;
    }

    /**
     * Files the mail.
     *
     * @param isToldSingly whether the team gets a mail of its own for what is only shown
     * @return the cases that it belongs to, at least one
     */
    Set<CaseId> file(UpstreamReading reading, BooleanSupplier isToldSingly) {
        if (!reading.callsForRelease()) {
            Upstream shown = reading.announced(reading.releases());
            return Set.of(open(mail(reading, shown), isToldSingly.getAsBoolean()));
        }
        // another node may be filing an announcement of the same release
        tx.journal().lock(open.desk().name());
        Map<CaseId, List<ReleaseVersion>> known = known(reading);
        List<ReleaseVersion> fresh = reading.releases().stream()
                .filter(release -> known.values().stream().noneMatch(releases -> releases.contains(release)))
                .toList();
        // one announcement is one case, as long as that one still waits for our release
        Optional<CaseId> waiting = known.keySet().stream().filter(this::waits).findFirst();
        waiting.ifPresent(id -> {
            known.merge(id, fresh, UpstreamFiling::both);
            remember(reading, fresh, id);
        });
        known.forEach((id, releases) -> join(reading, id, releases));
        Set<CaseId> cases = new LinkedHashSet<>(known.keySet());
        if (waiting.isEmpty() && !fresh.isEmpty()) {
            cases.add(openFor(reading, fresh));
        }
        return cases;
    }

    /** The cases about releases that were announced before, each with those. */
    private Map<CaseId, List<ReleaseVersion>> known(UpstreamReading reading) {
        Map<CaseId, List<ReleaseVersion>> known = new LinkedHashMap<>();
        for (ReleaseVersion release : reading.releases()) {
            about(reading, release).forEach(id -> known.computeIfAbsent(id, same -> new ArrayList<>())
                    .add(release));
        }
        return known;
    }

    private CaseId openFor(UpstreamReading reading, List<ReleaseVersion> fresh) {
        Upstream followed = reading.announced(fresh).followedFrom(mail.id().arrival());
        CaseId id = open(mail(reading, followed), true);
        remember(reading, fresh, id);
        return id;
    }

    private static List<ReleaseVersion> both(List<ReleaseVersion> some, List<ReleaseVersion> more) {
        List<ReleaseVersion> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private UpstreamMail mail(UpstreamReading reading, Upstream upstream) {
        List<Finding> findings = new ArrayList<>(reading.objections());
        findings.addAll(MailFindings.of(mail, open.desk()));
        return new UpstreamMail(mail.id(), arrival, mail.outer().messageId(), upstream, findings);
    }

    private CaseId open(UpstreamMail announcement, boolean single) {
        CaseId id = freeId.get();
        DeskName desk = open.desk().name();
        Outcome outcome = announcement.open(id, single, mailing);
        commit.commit(Case.unfiled(id, desk), outcome, Actor.OUTSIDE);
        return id;
    }

    private void join(UpstreamReading reading, CaseId id, List<ReleaseVersion> releases) {
        Case current = tx.journal().find(id).orElseThrow();
        Outcome outcome = mail(reading, reading.announced(releases)).join(current, mailing);
        commit.commit(current, outcome, Actor.OUTSIDE);
    }

    /** A case that can't be read takes nothing up: its releases count as new. */
    private Set<CaseId> about(UpstreamReading reading, ReleaseVersion release) {
        Set<CaseId> cases = new LinkedHashSet<>();
        for (CaseId id : tx.lookUps().byUpstream(open.desk().name(), name(reading), release)) {
            if (tx.journal().findReadable(id).isPresent()) {
                cases.add(id);
            }
        }
        return cases;
    }

    private boolean waits(CaseId id) {
        return tx.journal()
                .findReadable(id)
                .filter(found -> found.state() == CaseState.ANNOUNCED)
                .isPresent();
    }

    private void remember(UpstreamReading reading, List<ReleaseVersion> releases, CaseId id) {
        releases.forEach(release -> tx.lookUps().rememberUpstream(open.desk().name(), name(reading), release, id));
    }

    private static String name(UpstreamReading reading) {
        return reading.upstream().orElseThrow().name();
    }
}
