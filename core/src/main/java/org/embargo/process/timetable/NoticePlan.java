package org.embargo.process.timetable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.embargo.model.Approvals;
import org.embargo.model.Case;
import org.embargo.model.CaseClock;
import org.embargo.model.CaseState;
import org.embargo.model.Lead;
import org.embargo.model.Notices;
import org.embargo.model.Urgency;

/** Plans the steps around the advance notices from the journal alone (contract, section 9). */
public final class NoticePlan {

    private static final Set<CaseState> BEFORE_THE_HOUR =
            EnumSet.of(CaseState.ACCEPTED, CaseState.SCHEDULED, CaseState.NOTIFIED);

    /** Reminders of what is missing, in parts of the distance before the notices are due. */
    private static final int PARTS = 168;

    private static final int A_SEVENTH = PARTS / 7;

    private final Case current;
    private final Notices notices;
    private final NoticeClocks clocks;

    NoticePlan(Case current, NoticeClocks clocks) {
        this.current = current;
        this.notices = current.notices();
        this.clocks = clocks;
    }

    List<PlannedStep> steps() {
        List<PlannedStep> steps = new ArrayList<>();
        if (isBeforeTheHour(current)) {
            Optional<PlannedStep> update = update();
            update.ifPresent(steps::add);
            // who was told before learns first what is new
            advanceNotice().filter(notice -> update.isEmpty()).ifPresent(steps::add);
            confirmation().ifPresent(steps::add);
        } else if (isCalledOff(current)) {
            update().ifPresent(steps::add);
        }
        return steps;
    }

    /** When the first notices of a case with a date leave, if they have not. */
    static Optional<Instant> start(Case current, NoticeClocks clocks) {
        return isTold(current)
                ? Optional.empty()
                : distance(current, clocks)
                        .flatMap(distance -> current.schedule().disclosure().map(hour -> hour.minus(distance)
                                .minus(clocks.span(distance))));
    }

    /** Whether everybody was told who is to be told ahead: the reporter, and the private list where it is. */
    public static boolean isTold(Case current) {
        boolean isForList = current.schedule().lead().kind() != Lead.Kind.NO_NOTICE;
        return current.notices().decided().isPresent()
                && (!isForList || current.notices().listed().isPresent());
    }

    public static boolean isBeforeTheHour(Case current) {
        return BEFORE_THE_HOUR.contains(current.state());
    }

    /** Whether it ended without a post: whoever was told an hour waits for nothing. */
    public static boolean isCalledOff(Case current) {
        return current.state().isAtAnEnd() && current.posts().decided().isEmpty();
    }

    /** How long before disclosure the notices are due; empty where that is as soon as they are approved. */
    private static Optional<Duration> distance(Case current, NoticeClocks clocks) {
        Lead lead = current.schedule().lead();
        boolean atOnce = current.schedule().urgency() != Urgency.NONE || lead.kind() == Lead.Kind.AT_ONCE;
        return atOnce ? Optional.empty() : Optional.of(lead.distance().orElse(clocks.distance()));
    }

    private Optional<PlannedStep> advanceNotice() {
        Urgency urgency = current.schedule().urgency();
        boolean isWanted = !isTold(current)
                && urgency != Urgency.LEAKED
                && (current.schedule().disclosure().isPresent() || urgency == Urgency.EXPLOITED);
        if (!isWanted) {
            return Optional.empty();
        }
        Optional<Duration> distance = distance(current, clocks);
        return Optional.of(distance.isPresent() ? ahead(distance.get()) : atOnce());
    }

    private PlannedStep ahead(Duration distance) {
        Instant due = whole(current.schedule().disclosure().orElseThrow().minus(distance));
        Instant at = isReady() ? attempt(due.minus(clocks.span(distance))) : nextReminder(due, distance);
        return step(CaseClock.ADVANCE_NOTICE, due, at);
    }

    /** What is due as soon as it is approved is reminded of at once, and often. */
    private PlannedStep atOnce() {
        if (isReady()) {
            Instant approved = lastApproval();
            return step(CaseClock.ADVANCE_NOTICE, approved, attempt(approved));
        }
        Instant at = reminded()
                .map(last -> last.plus(part(clocks.distance(), 1)))
                .orElse(current.filed().orElse(Instant.EPOCH));
        return step(CaseClock.ADVANCE_NOTICE, at, at);
    }

    private boolean isReady() {
        return NoticeLack.of(current, clocks.approvals()).isEmpty();
    }

    /** What was refused is tried again after the next approval; without one, at last, by itself. */
    private Instant attempt(Instant start) {
        return notices.refused()
                .filter(last -> !last.isBefore(start) && !last.isBefore(lastApproval()))
                .map(last -> last.plus(part(clocks.distance(), A_SEVENTH)))
                .orElse(start);
    }

    private Instant lastApproval() {
        return current.approvals().given().stream()
                .map(Approvals.Approval::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** 3/7, 2/7, 1/7 of the distance before, in the last seventh 24 times as often; when overdue, every seventh. */
    private Instant nextReminder(Instant due, Duration distance) {
        Instant since = reminded().orElse(Instant.MIN);
        for (int parts : new int[] {3 * A_SEVENTH, 2 * A_SEVENTH}) {
            Instant at = due.minus(part(distance, parts));
            if (at.isAfter(since)) {
                return at;
            }
        }
        for (int parts = A_SEVENTH; parts >= 0; parts--) {
            Instant at = due.minus(part(distance, parts));
            if (at.isAfter(since)) {
                return at;
            }
        }
        long seventh = part(distance, A_SEVENTH).toMillis();
        return due.plusMillis((Duration.between(due, since).toMillis() / seventh + 1) * seventh);
    }

    /** Another date is told at once; other content when it is approved. */
    private Optional<PlannedStep> update() {
        if (notices.told().isEmpty() || current.held()) {
            return Optional.empty();
        }
        Instant decided = notices.decided().orElseThrow();
        if (isDateNew(current, clocks)) {
            return Optional.of(step(CaseClock.NOTICE_UPDATE, decided, decided));
        }
        boolean isContentNew = current.approvals()
                .content()
                .filter(content -> isBeforeTheHour(current))
                .filter(content -> isReady() && isTold(current))
                .filter(content -> !content.digest().equals(notices.told().get().content()))
                .isPresent();
        return isContentNew
                ? Optional.of(step(CaseClock.NOTICE_UPDATE, lastApproval(), attempt(lastApproval())))
                : Optional.empty();
    }

    /** Whether those who had notices know another hour than the one that holds. */
    public static boolean isDateNew(Case current, NoticeClocks clocks) {
        Notices notices = current.notices();
        return notices.told()
                .filter(told -> told.urgency() != current.schedule().urgency()
                        || !NoticeHour.told(current, clocks).equals(notices.hour()))
                .isPresent();
    }

    private Optional<PlannedStep> confirmation() {
        return current.held()
                ? Optional.empty()
                : notices.board().stream()
                        .flatMap(each -> unconfirmedAt(each, clocks).stream())
                        .min(Comparator.naturalOrder())
                        .map(at -> step(CaseClock.NOTICE_CONFIRMATION, at, at));
    }

    /** When a recipient has been silent for so long that something is to be done. */
    public static Optional<Instant> unconfirmedAt(Notices.Notice notice, NoticeClocks clocks) {
        return notice.state() == Notices.State.SENT
                ? Optional.of(whole(notice.reminded().orElse(notice.since()).plus(clocks.confirmWithin())))
                : Optional.empty();
    }

    private Optional<Instant> reminded() {
        return Optional.ofNullable(current.reminded().get(CaseClock.ADVANCE_NOTICE));
    }

    private static Duration part(Duration distance, int parts) {
        return Duration.ofMillis(Math.max(parts == 0 ? 0 : 1, distance.toMillis() * parts / PARTS));
    }

    private static PlannedStep step(CaseClock clock, Instant due, Instant at) {
        return new PlannedStep(clock, whole(due), whole(at));
    }

    private static Instant whole(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS);
    }
}
