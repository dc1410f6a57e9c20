package org.embargo.process.requests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.model.CaseState;
import org.embargo.model.Fingerprint;
import org.embargo.model.Member;
import org.embargo.process.standing.Completeness;
import org.embargo.process.standing.NoticeBoard;
import org.embargo.process.standing.StateTable;
import org.embargo.process.standing.UpstreamStanding;
import org.embargo.process.words.Command;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/** How a case stands, as sentences. */
public final class Standing {

    private Standing() {}

    /** A state as people write it. */
    public static String word(CaseState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** The case in one line of a list. */
    static Remark line(Circumstances.Listed listed, Instant now) {
        Case each = listed.of();
        return UpstreamStanding.line(each, now)
                .orElseGet(() -> Remark.of(
                        Kind.CASE_LINE,
                        each.id().toString(),
                        word(each.state()),
                        each.filed().map(Instant::toString).orElse(""),
                        each.owner().map(Address::value).orElse(""),
                        each.held() ? "held" : "",
                        listed.next().clock().map(CaseClock::word).orElse(""),
                        listed.next().due().map(Instant::toString).orElse("")));
    }

    /** Where it stands and what the next step needs: at the end of every transcript. */
    static List<Remark> brief(Case current) {
        List<Remark> remarks = new ArrayList<>();
        remarks.add(Remark.of(Kind.STANDS_AT, word(current.state())));
        if (current.held()) {
            remarks.add(Remark.of(Kind.STANDS_HELD));
        }
        remarks.addAll(FieldLines.brief(current));
        if (current.endedFrom().isEmpty()) {
            missing(current).forEach(kind -> remarks.add(Remark.of(kind)));
            remarks.addAll(missingForPost(current));
        }
        return remarks;
    }

    /** Everything that is set. */
    static List<Remark> details(Case current) {
        List<Remark> remarks = new ArrayList<>();
        remarks.add(current.owner()
                .map(owner -> Remark.of(Kind.STANDS_WITH_OWNER, owner.value()))
                .orElseGet(() -> Remark.of(Kind.STANDS_WITHOUT_OWNER)));
        remarks.add(current.reporter()
                .map(reporter -> Remark.of(Kind.STANDS_WITH_REPORTER, reporter.value()))
                .orElseGet(() -> Remark.of(Kind.STANDS_WITHOUT_REPORTER)));
        remarks.add(current.reporterCertificate()
                .map(Fingerprint::hex)
                .map(hex -> Remark.of(Kind.STANDS_WITH_CERTIFICATE, hex))
                .orElseGet(() -> Remark.of(Kind.STANDS_WITHOUT_CERTIFICATE)));
        time(Kind.STANDS_ANSWERED, current.answered()).ifPresent(remarks::add);
        time(Kind.STANDS_WITH_LAST_WORD, current.lastWord()).ifPresent(remarks::add);
        current.sharedWith().forEach(other -> remarks.add(Remark.of(Kind.STANDS_SHARED, other.toString())));
        remarks.addAll(FieldLines.texts(current));
        remarks.addAll(NoticeBoard.of(current.notices()));
        current.guests()
                .forEach(guest -> remarks.add(Remark.of(
                        Kind.STANDS_WITH_GUEST,
                        guest.name().text(),
                        guest.address().value())));
        return remarks;
    }

    /** @param team whose keys are shown by the address of who holds them, so that a step fits on a line */
    static Remark history(Circumstances.Line line, List<Member> team) {
        return Remark.of(
                Kind.HISTORY,
                line.time().toString(),
                line.actor().kind().name().toLowerCase(Locale.ROOT),
                line.actor().fingerprint().map(key -> holder(key, team)).orElse(""),
                words(line.kind()));
    }

    private static String holder(Fingerprint key, List<Member> team) {
        return team.stream()
                .filter(member -> member.fingerprint().equals(key))
                .map(member -> member.address().value())
                .findFirst()
                .orElseGet(key::hex);
    }

    /** {@code report filed} for {@code ReportFiled}. */
    private static String words(String kind) {
        return kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static List<Kind> missing(Case current) {
        List<Kind> missing = new ArrayList<>();
        if (current.answered().isEmpty() && current.answerBy().isPresent()) {
            missing.add(Kind.MISSING_ANSWER);
        }
        if (current.state() == CaseState.REPORTED) {
            missing.add(Kind.MISSING_VERDICT);
        }
        if (current.owner().isEmpty()) {
            missing.add(Kind.MISSING_OWNER);
        }
        if (StateTable.allows(Command.DISCLOSE, current.state())) {
            Completeness.missing(current).forEach(piece -> missing.add(piece.sentence()));
        }
        return missing;
    }

    /** What the post waits for once its hour has come. */
    private static List<Remark> missingForPost(Case current) {
        List<Remark> missing = new ArrayList<>();
        if (current.state() == CaseState.RELEASING) {
            if (current.patches().waitForPush() && current.patches().stopped().isPresent()) {
                missing.add(Remark.of(Kind.MISSING_PUSH));
            }
            current.missingReleases()
                    .forEach(version -> missing.add(new Remark(Kind.MISSING_RELEASE_OUT, List.of(version))));
        }
        return missing;
    }

    private static Optional<Remark> time(Kind kind, Optional<Instant> moment) {
        return moment.map(each -> Remark.of(kind, each.toString()));
    }
}
