package org.embargo.process.requests;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseState;
import org.embargo.model.Confidential;
import org.embargo.model.DisclosureEvent;
import org.embargo.model.FinishedTexts;
import org.embargo.model.Posts;
import org.embargo.model.Urgency;
import org.embargo.process.course.Disclosure;
import org.embargo.process.outcome.PostLetter.TeamCall.Call;
import org.embargo.process.timetable.EffectiveHour;
import org.embargo.process.words.Command;
import org.embargo.process.words.Finding;
import org.embargo.process.words.Refusal.Reason;
import org.embargo.process.words.Remark;
import org.embargo.process.words.Remark.Kind;

/** What brings a case nearer to becoming public. */
public sealed interface DisclosureRequest extends Request {

    /** It is used in the wild, or public already: disclosure comes sooner. */
    record Urgent(Urgency urgency, Confidential text) implements DisclosureRequest {
        public Urgent {
            Objects.requireNonNull(urgency, "urgency");
            Objects.requireNonNull(text, "text");
            if (urgency == Urgency.NONE) {
                throw new IllegalArgumentException("no urgency");
            }
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            if (current.schedule().urgency() == urgency) {
                return Decision.refused(Reason.URGENT_ALREADY, command().word());
            }
            DisclosureEvent marked = new DisclosureEvent.MadeUrgent(urgency, at.now());
            Optional<Instant> before = EffectiveHour.of(current, at.rules().clocks());
            Optional<Instant> after =
                    EffectiveHour.of(current.after(marked), at.rules().clocks());
            List<Remark> remarks = new ArrayList<>();
            remarks.add(before.map(hour -> Remark.of(Kind.HOUR_WAS, hour.toString()))
                    .orElseGet(() -> Remark.of(Kind.HOUR_WAS_OPEN)));
            boolean followsNotices =
                    urgency == Urgency.EXPLOITED && current.notices().decided().isEmpty();
            if (followsNotices || after.isEmpty()) {
                remarks.add(Remark.of(Kind.HOUR_FOLLOWS_APPROVAL, command().word()));
            }
            after.ifPresent(hour -> remarks.add(
                    Remark.of(followsNotices ? Kind.HOUR_IS_AT_LATEST : Kind.HOUR_IS_NOW, hour.toString())));
            List<Finding> findings =
                    List.of(Finding.of(Finding.Kind.URGENT, urgency.name()), Finding.of(Finding.Kind.APPROVAL_WANTED));
            boolean approved = at.approved(current.after(marked)).isPresent();
            return new Decision.Done(
                    List.of(marked),
                    approved ? List.of() : Disclosure.call(current, at.mailing(), Call.URGENT, findings),
                    remarks);
        }

        @Override
        public boolean needsSeveral(Case current, Circumstances at) {
            return true;
        }

        @Override
        public Command command() {
            return urgency == Urgency.LEAKED ? Command.LEAKED : Command.EXPLOITED;
        }
    }

    /** A release that carries the fix is out. */
    record Released(Confidential version, Confidential url) implements DisclosureRequest {
        public Released {
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(url, "url");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            if (!url.text().startsWith(at.rules().releaseUrl()) || !isWebAddress(url.text())) {
                return Decision.refused(
                        Reason.RELEASE_URL_DOES_NOT_FIT, url.text(), at.rules().releaseUrl());
            }
            return current.upstream()
                    .map(upstream -> new UpstreamDecision(current, upstream, at).released(version, url))
                    .orElseGet(() -> fixed(current, at));
        }

        private Decision fixed(Case current, Circumstances at) {
            List<Confidential> fixed = current.dossier().fixed().orElse(List.of());
            if (!fixed.contains(version)) {
                return Decision.refused(
                        Reason.NOT_A_FIXED_RELEASE,
                        version.text(),
                        String.join(", ", fixed.stream().map(Confidential::text).toList()));
            }
            DisclosureEvent issued = new DisclosureEvent.ReleaseIssued(new Posts.Release(version, url, at.now()));
            List<Confidential> missing = current.after(issued).missingReleases();
            return Decision.changed(
                    issued,
                    missing.isEmpty()
                            ? Remark.of(Kind.ALL_RELEASES_OUT)
                            : Remark.of(
                                    Kind.RELEASES_MISSING,
                                    String.join(
                                            ", ",
                                            missing.stream()
                                                    .map(Confidential::text)
                                                    .toList())));
        }

        /** It goes into the post as it is. */
        private static boolean isWebAddress(String url) {
            try {
                URI read = URI.create(url);
                return ("https".equals(read.getScheme()) || "http".equals(read.getScheme())) && read.getHost() != null;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        @Override
        public Command command() {
            return Command.RELEASED;
        }

        @Override
        public String arguments() {
            return version.text() + " " + url.text();
        }
    }

    /** Posts at once what is approved, whatever releases are out; after the post, a correction. */
    record Publish() implements DisclosureRequest {
        @Override
        public Decision decide(Case current, Circumstances at) {
            boolean isTime = current.schedule().urgency() == Urgency.LEAKED
                    || current.state() == CaseState.RELEASING
                    || current.state() == CaseState.DISCLOSED
                    || EffectiveHour.of(current, at.rules().clocks())
                            .filter(hour -> !at.now().isBefore(hour))
                            .isPresent();
            if (!isTime) {
                return Decision.refused(Reason.HOUR_NOT_COME);
            }
            if (at.holds().keepBack(current)) {
                return Decision.refused(Reason.HELD_CANNOT_PUBLISH, at.holds().all() ? "all" : "");
            }
            Optional<FinishedTexts> approved = at.approved(current);
            if (approved.isEmpty()) {
                return new Decision.Refused(ApprovalStanding.objection(current, at));
            }
            if (current.posts().isPosted(approved.get().digest())) {
                return Decision.refused(Reason.POSTED_ALREADY);
            }
            CaseEvent ordered = new DisclosureEvent.PublicationOrdered(at.now());
            return Decision.changed(ordered, Remark.of(Kind.POSTS_NOW));
        }

        @Override
        public boolean needsSeveral(Case current, Circumstances at) {
            return true;
        }

        @Override
        public Command command() {
            return Command.PUBLISH;
        }
    }

    /** After a jump of the server's clock: it is right now. */
    record ConfirmClock(DisclosureHour time) implements DisclosureRequest {
        public ConfirmClock {
            Objects.requireNonNull(time, "time");
        }

        @Override
        public Decision decide(Case current, Circumstances at) {
            if (!current.book().clockDoubted()) {
                return Decision.refused(Reason.CLOCK_NOT_DOUBTED);
            }
            return time.moment(at.rules())
                    .map(moment -> confirm(moment, at))
                    .orElseGet(() -> new Decision.Refused(time.objection(at.rules())));
        }

        private static Decision confirm(Instant time, Circumstances at) {
            return Duration.between(time, at.now()).abs().compareTo(at.rules().clockTolerance()) > 0
                    ? Decision.refused(
                            Reason.CLOCK_STILL_WRONG, time.toString(), at.now().toString())
                    : Decision.changed(new DisclosureEvent.ClockConfirmed(at.now()), Remark.of(Kind.CLOCK_CONFIRMED));
        }

        @Override
        public boolean isAboutCase() {
            return false;
        }

        @Override
        public Command command() {
            return Command.RESUME;
        }

        @Override
        public String arguments() {
            return "clock " + time.print();
        }
    }
}
