package org.embargo.process.requests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.TeamEvent;
import org.embargo.process.outcome.MemberLetter;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.standing.ContentChange;
import org.embargo.process.standing.StateTable;
import org.embargo.process.standing.UpstreamStanding;
import org.embargo.process.words.Command;
import org.embargo.process.words.Refusal.Reason;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/**
 * Decides on all commands of one mail, each on its case as those before have left it: all of them or none. One thread,
 * one use.
 */
public final class CommandDecision {

    private final Map<CaseId, Case> before;
    private final Map<CaseId, Case> cases;
    private final Optional<CaseId> about;
    private final Circumstances at;
    private final Map<CaseId, List<CaseEvent>> events = new LinkedHashMap<>();
    /** Those among them that one member brought about by himself. */
    private final Map<CaseId, List<CaseEvent>> alone = new LinkedHashMap<>();

    private final List<OutboxLetter> letters = new ArrayList<>();
    private final List<MemberLetter.Transcript.Line> lines = new ArrayList<>();
    private final List<MemberLetter.Transcript.Line> refusals = new ArrayList<>();

    /**
     * A decision on one mail.
     *
     * @param about the case that the mail is about
     * @param cases that one, the desk's book, and those which commands name as theirs
     */
    public CommandDecision(Optional<CaseId> about, Map<CaseId, Case> cases, Circumstances at) {
        this.about = about;
        this.before = Map.copyOf(cases);
        this.cases = new LinkedHashMap<>(cases);
        this.at = at;
    }

    /**
     * Decides on {@code requests}.
     *
     * @param requests in the order of the mail
     */
    public Decided decide(List<Ordered> requests) {
        boolean severalTakeFiles = at.files()
                && requests.stream().filter(each -> takesFiles(each.request())).count() > 1;
        for (Ordered each : requests) {
            if (severalTakeFiles && takesFiles(each.request())) {
                note(each, Decision.refused(Reason.SEVERAL_TAKE_FILES));
            } else {
                note(each, decide(each.request()));
            }
        }
        if (!refusals.isEmpty()) {
            return new Decided(false, Map.of(), List.of(), refusals, before);
        }
        List.copyOf(events.keySet()).forEach(this::settleApprovals);
        return new Decided(true, events, letters, lines, cases);
    }

    private static boolean takesFiles(Request request) {
        return request.command() == Command.REPLY || request instanceof PatchRequest.Give;
    }

    /**
     * Once a mail: what all its commands together did to what approvals bind to. Whoever was the last of several to order
     * something has edited nothing by that; where all had ordered it, nobody would be left to approve.
     */
    private void settleApprovals(CaseId id) {
        Case current = Objects.requireNonNull(before.get(id), "decided on");
        Case edited = current.after(alone.getOrDefault(id, List.of()));
        apply(id, new ContentChange(current, edited, at.content()).by(at.member()));
        Case after = Objects.requireNonNull(cases.get(id), "decided on");
        FallenApprovals.in(after, at.mailing().roster().desk(), at.content()).ifPresent(fallen -> {
            apply(id, List.of(fallen.event()));
            letters.addAll(fallen.letters(at.mailing(), member -> !member.equals(at.member())));
            lines.add(MemberLetter.Transcript.Line.done(0, new Confidential(""), List.of(fallen.remark())));
        });
    }

    private Decision decide(Request request) {
        Optional<CaseId> target = target(request);
        if (target.isEmpty()) {
            return Decision.refused(Reason.NO_CASE_NAMED);
        }
        Case current = cases.get(target.get());
        if (current == null) {
            return Decision.refused(Reason.NO_SUCH_CASE, target.get().toString());
        }
        if (!StateTable.allows(request.command(), current.state())) {
            return Decision.refused(
                    Reason.NOT_IN_THIS_STATE,
                    request.command().word(),
                    Standing.word(current.state()),
                    allowed(request.command()));
        }
        Decision decision = request.decide(current, at);
        return decision instanceof Decision.Done done && request.needsSeveral(current, at)
                ? new SeveralMembers(current, request, at).decide(done)
                : decision;
    }

    /** The case that a command acts on, or the desk's book. */
    private Optional<CaseId> target(Request request) {
        return request.target()
                .or(() -> request.isAboutCase()
                        ? about
                        : Optional.of(at.mailing().roster().desk().book()));
    }

    private static String allowed(Command command) {
        return StateTable.states(command).stream().sorted().map(Standing::word).collect(Collectors.joining(", "));
    }

    private void note(Ordered ordered, Decision decision) {
        int line = ordered.line();
        Confidential command = command(ordered.request());
        decision.reach(
                done -> {
                    target(ordered.request()).ifPresent(id -> carryOut(id, done.events()));
                    letters.addAll(done.letters());
                    lines.add(MemberLetter.Transcript.Line.done(line, command, done.remarks()));
                },
                why -> refusals.add(MemberLetter.Transcript.Line.refused(line, command, why)));
    }

    private void carryOut(CaseId id, List<CaseEvent> more) {
        apply(id, more);
        if (more.stream().noneMatch(TeamEvent.ProposalCarried.class::isInstance)) {
            alone.computeIfAbsent(id, same -> new ArrayList<>()).addAll(more);
        }
    }

    private void apply(CaseId id, List<CaseEvent> more) {
        cases.computeIfPresent(id, (same, current) -> current.after(more));
        events.computeIfAbsent(id, same -> new ArrayList<>()).addAll(more);
    }

    /** The command as it is written, without its text. */
    public static Confidential command(Request request) {
        return new Confidential((request.command().word() + " " + request.arguments()).strip());
    }

    /**
     * What comes of the mail.
     *
     * @param done   otherwise nothing of it is
     * @param events by case
     * @param lines  for the transcript; where it is not done, of the commands because of which
     * @param cases  as they are after it
     */
    public record Decided(
            boolean done,
            Map<CaseId, List<CaseEvent>> events,
            List<OutboxLetter> letters,
            List<MemberLetter.Transcript.Line> lines,
            Map<CaseId, Case> cases) {

        public Decided {
            events = Map.copyOf(events);
            letters = List.copyOf(letters);
            lines = List.copyOf(lines);
            cases = Map.copyOf(cases);
        }

        /** How many have ordered {@code request}, and how many must; empty where it is carried out. */
        public Optional<Remark> asked(Request request) {
            return lines.stream()
                    .filter(line -> line.command().equals(CommandDecision.command(request)))
                    .flatMap(line -> line.remarks().stream())
                    .filter(remark -> remark.kind() == Kind.MORE_MEMBERS_NEEDED)
                    .findFirst();
        }

        /** Whether all of it is carried out, where it is done; some may wait for further members. */
        public MemberLetter.Transcript.Result result() {
            List<MemberLetter.Transcript.Line> ordered =
                    lines.stream().filter(line -> line.number() > 0).toList();
            long waiting = ordered.stream().filter(Decided::waits).count();
            if (waiting == 0) {
                return MemberLetter.Transcript.Result.DONE;
            }
            return waiting == ordered.size()
                    ? MemberLetter.Transcript.Result.WAITS
                    : MemberLetter.Transcript.Result.DONE_IN_PART;
        }

        private static boolean waits(MemberLetter.Transcript.Line line) {
            return line.remarks().stream().anyMatch(remark -> remark.kind() == Kind.MORE_MEMBERS_NEEDED);
        }

        /** How the case stands after it, for the transcript. */
        public List<Remark> standing(CaseId id, Circumstances at) {
            Case after = cases.get(id);
            if (after == null) {
                return List.of();
            }
            List<Remark> remarks = new ArrayList<>(Standing.brief(after));
            remarks.addAll(UpstreamStanding.brief(after, at.now()));
            at.rules().supported().branchWithoutPatch(after).ifPresent(remarks::add);
            remarks.addAll(ApprovalStanding.brief(after, at));
            remarks.addAll(ProposalStanding.brief(after, at));
            return remarks;
        }
    }
}
