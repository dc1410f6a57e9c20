package org.embargo.process.requests;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.embargo.model.Actor;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.Fingerprint;
import org.embargo.model.FinishedTexts;
import org.embargo.model.IntakeId;
import org.embargo.model.Member;
import org.embargo.process.outcome.DigestCase;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.standing.ApprovedContent;
import org.embargo.process.standing.ContentWriter;
import org.embargo.process.words.Refusal;

/**
 * What a command is decided by, besides the case: who ordered it, when, and what else is known.
 *
 * @param mailing      addresses letters; knows team and time
 * @param member       who ordered it
 * @param mail         in which
 * @param files        whether files came along that may go to the reporter
 * @param patchFlaw    why the attached files are no patches, where the mail gives patches
 * @param attached     certificates that came along, without the team's and the desk's; whether each can encrypt now
 * @param certificates of the case, proposed or taken; whether each can encrypt now
 * @param existing     the desk's cases among those that the mail names
 * @param ours         addresses of desks among those that the mail names
 * @param overview     the cases that are listed, oldest first, each with its next step
 * @param history      of the case
 * @param rules        what the desk's configuration says of dates and versions
 * @param content      finishes what a case would publish
 * @param approvesFrom from when on the member may approve, where his certificate was taken by mail lately
 * @param facts        what is known of the desk beyond the case
 * @param holds        what whoever runs the server keeps back
 */
public record Circumstances(
        Mailing mailing,
        Member member,
        IntakeId mail,
        boolean files,
        Optional<Refusal> patchFlaw,
        Map<Fingerprint, Boolean> attached,
        Map<Fingerprint, Boolean> certificates,
        Set<CaseId> existing,
        Set<Address> ours,
        List<Listed> overview,
        List<Line> history,
        DeskRules rules,
        ContentWriter content,
        Optional<Instant> approvesFrom,
        DeskFacts facts,
        OperatorHolds holds) {

    public Circumstances {
        Objects.requireNonNull(mailing, "mailing");
        Objects.requireNonNull(member, "member");
        Objects.requireNonNull(mail, "mail");
        Objects.requireNonNull(patchFlaw, "patchFlaw");
        attached = Map.copyOf(attached);
        certificates = Map.copyOf(certificates);
        existing = Set.copyOf(existing);
        ours = Set.copyOf(ours);
        overview = List.copyOf(overview);
        history = List.copyOf(history);
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(approvesFrom, "approvesFrom");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(holds, "holds");
    }

    /**
     * A case in a list.
     *
     * @param next what a human must do next in it, as the digest tells it
     */
    public record Listed(Case of, DigestCase next) {
        public Listed {
            Objects.requireNonNull(of, "of");
            Objects.requireNonNull(next, "next");
        }
    }

    /**
     * One step of a case's history.
     *
     * @param kind of event; no values, no texts
     */
    public record Line(Instant time, Actor actor, String kind) {
        public Line {
            Objects.requireNonNull(time, "time");
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(kind, "kind");
        }
    }

    /** What of {@code current} is approved at this moment. */
    Optional<FinishedTexts> approved(Case current) {
        return ApprovedContent.of(
                current, mailing.roster().desk(), content.finish(current).digest());
    }

    Instant now() {
        return mailing.now();
    }
}
