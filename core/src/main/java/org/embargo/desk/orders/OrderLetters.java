package org.embargo.desk.orders;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.embargo.commands.Mistake;
import org.embargo.desk.open.KnownReleases;
import org.embargo.desk.open.OperatorHold;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.model.CaseId;
import org.embargo.model.CaseState;
import org.embargo.model.Confidential;
import org.embargo.model.Lead;
import org.embargo.model.Posts;
import org.embargo.model.Upstream;
import org.embargo.model.Urgency;
import org.embargo.process.outcome.BookLetter;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.MemberLetter;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.requests.Circumstances;
import org.embargo.process.requests.CommandDecision;
import org.embargo.process.requests.Request;
import org.embargo.process.standing.NoticeDate;
import org.embargo.process.timetable.EffectiveHour;
import org.embargo.process.words.Finding;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Remark;

/** Answers who signed commands, and tells the others what he did. One mail; no effect outside the transaction. */
final class OrderLetters {

    /** Words of steps in the timetable. */
    private static final String ADVANCE_NOTICE = "advance-notice";

    /** What is left of them where nobody on the private list is told before the hour. */
    private static final String DATE_NOTICE = "date-notice";

    private static final String DISCLOSURE = "disclosure";

    /** What is left of it where it did not happen at its hour: it does not come again by itself. */
    private static final String DISCLOSURE_MISSED = "disclosure-missed";

    /** The same of a case that can't take its time, and so can have no other hour. */
    private static final String POST_MISSED = "post-missed";

    /** What is left of it once its hour has come and releases are awaited. */
    private static final String POST = "post";

    private final OrderInHand hand;
    private final Duration advanceNotice;

    OrderLetters(OrderInHand hand) {
        this.hand = hand;
        this.advanceNotice = hand.open().config().clocks().advanceNotice();
    }

    /** One mail: who, with which key, what. It quotes the member's own, so that his words reach them too. */
    void tellOthers(Optional<Case> about, CommandDecision.Decided decided, Circumstances at) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.of(
                Finding.Kind.MEMBER_ACTED,
                hand.order().signer().address().value(),
                hand.order().signer().fingerprint().hex()));
        hand.requests()
                .filter(Request::isTold)
                .flatMap(request -> told(request, decided, at))
                .forEach(findings::add);
        boolean nothingToTell =
                findings.size() == 1 && hand.order().text().note().isBlank();
        Optional<CaseId> id = about.map(Case::id).or(this::firstTarget);
        if (nothingToTell) {
            return;
        }
        about.ifPresent(current -> new GuestLetters(hand.tx(), hand.mailing()).acted(current, decided, hand.order()));
        findings.addAll(hand.mailing().roster().gaps());
        Letter letter = id.<Letter>map(found -> new TeamLetter.TeamMail(
                        found, hand.mail().id(), TeamLetter.TeamMail.Occasion.MEMBER_ACTED, findings, Optional.empty()))
                .orElseGet(() -> new BookLetter.DeskMail(hand.mail().id(), findings));
        hand.mailing()
                .toTeam(
                        id,
                        letter,
                        hand.mailing().newMessageId(),
                        about.flatMap(Case::teamThread),
                        member -> !member.equals(hand.order().signer()))
                .forEach(hand.tx().outbox()::enqueue);
    }

    /** What was done, or waits for others to order the same. */
    private static Stream<Finding> told(Request request, CommandDecision.Decided decided, Circumstances at) {
        String command = CommandDecision.command(request).text();
        Optional<Remark> asked = decided.asked(request);
        Finding what = asked.map(count -> Finding.of(
                        Finding.Kind.COMMAND_ASKED,
                        command,
                        count.values().get(0).text(),
                        count.values().get(1).text()))
                .orElseGet(() -> Finding.of(Finding.Kind.COMMAND_DONE, command));
        Stream<Finding> keys = request.shown(at).stream()
                .filter(remark -> remark.kind() == Remark.Kind.CERTIFICATE_SHOWN)
                .map(remark -> new Finding(Finding.Kind.CERTIFICATE_BROUGHT, remark.values()));
        return Stream.concat(Stream.of(what), keys);
    }

    private Optional<CaseId> firstTarget() {
        return hand.requests().flatMap(request -> request.target().stream()).findFirst();
    }

    void answer(
            Optional<CaseId> about,
            MemberLetter.Transcript.Result result,
            List<MemberLetter.Transcript.Line> lines,
            List<Remark> standing) {
        List<MemberLetter.Transcript.Step> steps =
                standing.isEmpty() ? List.of() : about.map(this::steps).orElse(List.of());
        List<Remark> all = Stream.concat(standing.stream(), OperatorHold.standing(hand.open(), about).stream())
                .toList();
        Letter transcript = new MemberLetter.Transcript(about, result, lines, all, steps, hand.now());
        Optional<CaseId> existing = about.filter(id -> hand.tx()
                .cases()
                .deskOf(id)
                .filter(hand.mailing().roster().desk().name()::equals)
                .isPresent());
        hand.tx()
                .outbox()
                .enqueue(hand.mailing()
                        .toMember(
                                existing,
                                transcript,
                                hand.order().signer(),
                                hand.mail().outer().messageId()));
    }

    /** What is to come, soonest first. */
    private List<MemberLetter.Transcript.Step> steps(CaseId id) {
        List<MemberLetter.Transcript.Step> steps = new ArrayList<>();
        Optional<Case> unfinished = hand.tx().journal().find(id).filter(current -> current.endedFrom()
                .isEmpty());
        unfinished
                .filter(current -> current.answered().isEmpty())
                .flatMap(Case::answerBy)
                .ifPresent(due -> steps.add(new MemberLetter.Transcript.Step(CaseClock.ACKNOWLEDGEMENT.word(), due)));
        unfinished.ifPresent(current -> steps.addAll(dates(current)));
        Set<String> told = steps.stream()
                .map(step -> step.kind().equals(DATE_NOTICE) ? ADVANCE_NOTICE : step.kind())
                .collect(Collectors.toSet());
        hand.tx().timetable().of(id).stream()
                // its row is the next reminder; what a member must know is the end of the clock
                .filter(row -> !row.key().kind().equals(CaseClock.ACKNOWLEDGEMENT.word()))
                .filter(row ->
                        !told.contains(row.key().kind()) && !isRoutine(row.key().kind()))
                .forEach(row -> steps.add(new MemberLetter.Transcript.Step(
                        isPastTheHour(unfinished) && row.key().kind().equals(DISCLOSURE)
                                ? POST
                                : row.key().kind(),
                        row.due())));
        steps.sort(Comparator.comparing(MemberLetter.Transcript.Step::due));
        return steps;
    }

    private static boolean isPastTheHour(Optional<Case> unfinished) {
        return unfinished.filter(OrderLetters::isPastTheHour).isPresent();
    }

    private static boolean isPastTheHour(Case current) {
        return current.state() == CaseState.RELEASING || current.state() == CaseState.DISCLOSED;
    }

    private static boolean isRoutine(String kind) {
        return kind.equals(KnownReleases.KIND)
                || Stream.of(CaseClock.values())
                        .anyMatch(clock -> clock.isRoutine() && clock.word().equals(kind));
    }

    /** They stand there also while no step can be planned. */
    private List<MemberLetter.Transcript.Step> dates(Case current) {
        List<MemberLetter.Transcript.Step> steps = new ArrayList<>();
        if (!isPastTheHour(current)) {
            hours(current, steps);
        }
        // its row is the next reminder too
        current.upstream()
                .filter(upstream -> current.state() == CaseState.ANNOUNCED)
                .flatMap(Upstream::due)
                .ifPresent(due -> steps.add(new MemberLetter.Transcript.Step(CaseClock.UPSTREAM_RELEASE.word(), due)));
        return steps;
    }

    private void hours(Case current, List<MemberLetter.Transcript.Step> steps) {
        if (current.notices().listed().isEmpty()) {
            NoticeDate.due(current.schedule(), advanceNotice, hand.now())
                    .ifPresent(due -> steps.add(new MemberLetter.Transcript.Step(ADVANCE_NOTICE, due)));
        }
        if (current.notices().decided().isEmpty()) {
            current.schedule()
                    .disclosure()
                    .filter(hour -> current.schedule().lead().kind() == Lead.Kind.NO_NOTICE)
                    .ifPresent(hour ->
                            steps.add(new MemberLetter.Transcript.Step(DATE_NOTICE, hour.minus(advanceNotice))));
        }
        EffectiveHour.of(current, hand.open().clocks().disclosure())
                // a post that was ordered after it was missed has a row of its own
                .filter(hour -> !(isMissed(current, hour) && isOrderedSince(current)))
                .ifPresent(hour -> steps.add(new MemberLetter.Transcript.Step(disclosure(current, hour), hour)));
    }

    private static String disclosure(Case current, Instant hour) {
        if (!isMissed(current, hour)) {
            return DISCLOSURE;
        }
        return current.schedule().urgency() == Urgency.NONE ? DISCLOSURE_MISSED : POST_MISSED;
    }

    private static boolean isMissed(Case current, Instant hour) {
        return current.posts()
                .missed()
                .filter(past -> !hour.truncatedTo(ChronoUnit.MILLIS).isAfter(past.hour()))
                .isPresent();
    }

    private static boolean isOrderedSince(Case current) {
        Optional<Instant> missed = current.posts().missed().map(Posts.Missed::hour);
        return current.posts()
                .ordered()
                .filter(at -> missed.filter(at::isAfter).isPresent())
                .isPresent();
    }

    static List<MemberLetter.Transcript.Line> mistakes(List<Mistake> mistakes) {
        return mistakes.stream()
                .map(each -> MemberLetter.Transcript.Line.refused(each.line(), new Confidential(""), each.why()))
                .toList();
    }

    static MemberLetter.Transcript.Line whole(Refusal why) {
        return MemberLetter.Transcript.Line.refused(0, new Confidential(""), why);
    }
}
