package org.embargo.process.timetable;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.embargo.model.Approvals;
import org.embargo.model.Case;
import org.embargo.model.FinishedTexts;
import org.embargo.model.Lead;
import org.embargo.model.Notices;
import org.embargo.model.Posts;
import org.embargo.model.Urgency;

/**
 * A case at its hour, or after it, that is approved and not held: nothing else can be posted, for posting takes one of
 * these (contract, section 10). What is approved is complete, since nothing else can be approved.
 */
public final class DueDisclosure {

    private final Case current;
    private final FinishedTexts texts;
    private final Instant hour;

    private DueDisclosure(Case current, FinishedTexts texts, Instant hour) {
        this.current = current;
        this.texts = texts;
        this.hour = hour;
    }

    /**
     * What speaks against the disclosure of {@code current}; empty where nothing does.
     *
     * @param approved what is approved at this moment
     * @param hour     at which it is due, not after {@code now}
     */
    public static Optional<Posts.Reason> objection(
            Case current, Optional<FinishedTexts> approved, DisclosureClocks clocks, Instant hour, Instant now) {
        if (current.held()) {
            return Optional.of(Posts.Reason.HELD);
        }
        if (approved.isEmpty()) {
            return Optional.of(Posts.Reason.NOT_APPROVED);
        }
        boolean waitsForNotices = current.schedule().urgency() != Urgency.LEAKED
                && current.schedule().lead().kind() != Lead.Kind.NO_NOTICE
                && current.posts().decided().isEmpty()
                && current.posts().ordered().isEmpty();
        return waitsForNotices ? late(current, approved.get(), clocks, hour, now) : Optional.empty();
    }

    /**
     * The case, ready to be disclosed.
     *
     * @throws IllegalArgumentException where something speaks against it, or its hour has not come
     */
    public static DueDisclosure of(
            Case current, Optional<FinishedTexts> approved, DisclosureClocks clocks, Instant hour, Instant now) {
        if (now.isBefore(hour)) {
            throw new IllegalArgumentException("the hour of " + current.id() + " has not come");
        }
        objection(current, approved, clocks, hour, now).ifPresent(reason -> {
            throw new IllegalArgumentException(current.id() + " can't be disclosed: " + reason);
        });
        return new DueDisclosure(current, approved.orElseThrow(), hour);
    }

    public Case current() {
        return current;
    }

    public FinishedTexts texts() {
        return texts;
    }

    public Instant hour() {
        return hour;
    }

    /** Of the time between notice and hour that the approved preview showed, at least half must have been left. */
    private static Optional<Posts.Reason> late(
            Case current, FinishedTexts approved, DisclosureClocks clocks, Instant hour, Instant now) {
        if (!NoticePlan.isTold(current)) {
            return Optional.of(Posts.Reason.NO_NOTICES);
        }
        Instant left = left(current.notices(), now);
        Duration shown = shown(current, approved, clocks, hour);
        return Duration.between(left, hour).multipliedBy(2).compareTo(shown) < 0
                ? Optional.of(Posts.Reason.NOTICES_LATE)
                : Optional.empty();
    }

    /**
     * When the relay took the first of them, however long a hold or a relay that was down kept them back; those of which it
     * has taken none by now leave now at the earliest.
     */
    private static Instant left(Notices notices, Instant now) {
        return notices.board().isEmpty()
                ? notices.listed().or(notices::decided).orElseThrow()
                : notices.left().orElse(now);
    }

    private static Duration shown(Case current, FinishedTexts approved, DisclosureClocks clocks, Instant hour) {
        if (current.schedule().urgency() == Urgency.EXPLOITED) {
            return clocks.timeSensitiveNotice();
        }
        Lead lead = current.schedule().lead();
        Duration distance = lead.kind() == Lead.Kind.AT_ONCE
                ? Duration.between(Instant.EPOCH, hour)
                : lead.distance().orElse(clocks.advanceNotice());
        Duration sincePreview = current.approvals().previews().stream()
                .filter(preview -> preview.content().equals(approved.digest()) && isApproved(preview, current))
                .map(Approvals.Preview::at)
                .max(Comparator.naturalOrder())
                .map(seen -> Duration.between(seen, hour))
                .orElse(distance);
        return distance.compareTo(sincePreview) < 0 ? distance : sincePreview;
    }

    /** One that was shown after the approvals, to whomever, promised nobody anything. */
    private static boolean isApproved(Approvals.Preview preview, Case current) {
        return current.approvals().given().stream()
                .anyMatch(each ->
                        each.key().equals(preview.member()) && !preview.at().isAfter(each.at()));
    }
}
