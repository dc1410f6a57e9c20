package org.embargo.process.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Case;
import org.embargo.model.Confidential;
import org.embargo.model.DurationText;
import org.embargo.model.Lead;
import org.embargo.model.Schedule;
import org.embargo.model.ScheduleEvent;
import org.embargo.model.Urgency;
import org.embargo.process.standing.NoticeDate;
import org.embargo.process.timetable.EffectiveHour;
import org.embargo.process.words.Command;
import org.embargo.process.words.Refusal.Reason;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/** When the issue becomes public, and how long before that the private list is told. */
public sealed interface ScheduleRequest extends Request {

    /** Sets the hour of disclosure, or takes it back. */
    record Disclose(Optional<DisclosureHour> hour) implements ScheduleRequest {
        public Disclose {
            Objects.requireNonNull(hour, "hour");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            return hour.map(wanted -> wanted.moment(at.rules())
                            .map(moment -> set(current, moment, at))
                            .orElseGet(() -> new Decision.Refused(wanted.objection(at.rules()))))
                    .orElseGet(() -> unset(current));
        }

        private static Decision set(Case current, Instant moment, Circumstances at) {
            if (!moment.isAfter(at.now())) {
                return Decision.refused(
                        Reason.TIME_IS_PAST, moment.toString(), at.now().toString());
            }
            if (current.schedule().disclosure().equals(Optional.of(moment))) {
                return Decision.told(List.of(Remark.of(Kind.DISCLOSURE_IS_ALREADY, moment.toString())));
            }
            ScheduleEvent event = new ScheduleEvent.DisclosureSet(moment);
            if (isBeyondDates(current.after(event), at)) {
                return Decision.refused(Reason.ONLY_PUBLISH);
            }
            List<Remark> remarks = new ArrayList<>();
            remarks.add(current.schedule()
                    .disclosure()
                    .map(former -> Remark.of(Kind.DISCLOSURE_MOVED, moment.toString(), former.toString()))
                    .orElseGet(() -> Remark.of(Kind.DISCLOSURE_IS_NOW, moment.toString())));
            remarks.addAll(notice(current.after(event), at));
            return new Decision.Done(List.of(event), List.of(), remarks);
        }

        /** What can't take its time has an hour by its rule, and that one has passed. */
        private static boolean isBeyondDates(Case after, Circumstances at) {
            return after.schedule().urgency() != Urgency.NONE
                    && after.posts().missed().isPresent()
                    && !EffectiveHour.of(after, at.rules().clocks())
                            .equals(after.schedule().disclosure());
        }

        private static Decision unset(Case current) {
            return current.schedule().disclosure().isEmpty()
                    ? Decision.told(List.of(Remark.of(Kind.DISCLOSURE_UNSET_ALREADY)))
                    : Decision.changed(new ScheduleEvent.DisclosureUnset(), Remark.of(Kind.DISCLOSURE_UNSET));
        }

        /** Also where it was taken back meanwhile: two steps must not do what one may not. */
        @Override
        public boolean needsSeveral(Case current, Circumstances at) {
            Optional<Instant> known = current.schedule().known();
            return hour.flatMap(wanted -> wanted.moment(at.rules()))
                    .filter(moment -> known.filter(moment::isBefore).isPresent())
                    .isPresent();
        }

        @Override
        public Confidential sameAs(Circumstances at) {
            String moment = hour.flatMap(wanted -> wanted.moment(at.rules()))
                    .map(Instant::toString)
                    .orElse("none");
            return new Confidential(command().word() + " " + moment);
        }

        @Override
        public Command command() {
            return Command.DISCLOSE;
        }

        @Override
        public String arguments() {
            return hour.map(DisclosureHour::print).orElse("none");
        }
    }

    /** Sets how long before disclosure the private list is told. */
    record Advance(Lead lead) implements ScheduleRequest {
        public Advance {
            Objects.requireNonNull(lead, "lead");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            ScheduleEvent event = new ScheduleEvent.LeadSet(lead);
            List<Remark> remarks = new ArrayList<>();
            remarks.add(said(at));
            remarks.addAll(notice(current.after(event), at));
            return current.schedule().lead().equals(lead)
                    ? Decision.told(remarks)
                    : new Decision.Done(List.of(event), List.of(), remarks);
        }

        private Remark said(Circumstances at) {
            return switch (lead.kind()) {
                case USUAL ->
                    Remark.of(Kind.LEAD_IS_USUAL, at.rules().advanceNotice().toString());
                case OWN ->
                    Remark.of(Kind.LEAD_IS_OWN, lead.distance().orElseThrow().toString());
                case AT_ONCE -> Remark.of(Kind.LEAD_IS_AT_ONCE);
                case NO_NOTICE -> Remark.of(Kind.LEAD_IS_NO_NOTICE);
            };
        }

        /** Also where the hour was taken back meanwhile: it may be set again by one alone. */
        @Override
        public boolean needsSeveral(Case current, Circumstances at) {
            Optional<Instant> known = current.schedule().known();
            if (known.isEmpty() || !NoticeDate.isAhead(current)) {
                return false;
            }
            Case dated = current.after(new ScheduleEvent.DisclosureSet(known.get()));
            Schedule after = dated.after(new ScheduleEvent.LeadSet(lead)).schedule();
            return told(after, at).isBefore(told(dated.schedule(), at));
        }

        /** Who is told nothing before the hour is told at the hour. */
        private static Instant told(Schedule schedule, Circumstances at) {
            return NoticeDate.due(schedule, at.rules().advanceNotice(), at.now())
                    .map(due -> due.isBefore(at.now()) ? at.now() : due)
                    .orElseGet(() -> schedule.disclosure().orElse(at.now()));
        }

        @Override
        public Command command() {
            return Command.ADVANCE;
        }

        @Override
        public String arguments() {
            return switch (lead.kind()) {
                case USUAL -> "usual";
                case OWN -> DurationText.print(lead.distance().orElseThrow());
                case AT_ONCE -> "now";
                case NO_NOTICE -> "none";
            };
        }
    }

    /** When the advance notice is due, and by how much it falls short. */
    private static List<Remark> notice(Case after, Circumstances at) {
        Schedule schedule = after.schedule();
        if (schedule.disclosure().isEmpty()) {
            return List.of();
        }
        if (!NoticeDate.isAhead(after)) {
            return List.of(Remark.of(Kind.NOTICE_IS_OUT));
        }
        Duration usual = at.rules().advanceNotice();
        Optional<Duration> shortfall = NoticeDate.shortfall(schedule, usual, at.now());
        if (shortfall.isPresent()) {
            Duration left = Duration.between(at.now(), schedule.disclosure().orElseThrow());
            return List.of(Remark.of(
                    Kind.NOTICE_FALLS_SHORT,
                    left.toString(),
                    NoticeDate.distance(schedule, usual).orElseThrow().toString(),
                    shortfall.get().toString()));
        }
        return List.of(NoticeDate.due(schedule, usual, at.now())
                .map(due -> due.isAfter(at.now())
                        ? Remark.of(Kind.NOTICE_IS_DUE, due.toString())
                        : Remark.of(Kind.NOTICE_IS_DUE_NOW))
                .orElseGet(() -> Remark.of(Kind.NO_NOTICE_BEFORE)));
    }
}
