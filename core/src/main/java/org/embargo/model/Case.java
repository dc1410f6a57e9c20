package org.embargo.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One issue as its events have made it. Immutable; safe for use by many threads.
 *
 * @param version             how many events were folded; 0 before the first
 * @param reporter            where letters to the reporter go; empty when the report named no single author
 * @param reporterCertificate what letters to the reporter are encrypted to
 * @param arrivedEncrypted    whether the report came encrypted, which decides what may go out in clear
 * @param lastReporterMail    Message-ID that the next letter to the reporter answers
 * @param teamThread          Message-ID of the case's first team mail
 * @param filed               when the report was filed
 * @param answerBy            until when a human must have answered
 * @param answered            when a human first answered, which stops that clock
 * @param lastWord            when a human last wrote to the reporter
 * @param held                nothing of it leaves to anybody outside, but receipts
 * @param owner               the member who looks after it
 * @param endedFrom           where it stood before it was closed, rejected or found to be a duplicate; empty while open
 * @param reminded            when the team was last reminded of each clock
 * @param sharedWith          cases that hold the same ciphertext; letters to the reporter need a member's {@code sure}
 * @param sure                whether a member was sure of the reporter since the ciphertext was last found elsewhere
 * @param proposals           commands that wait for further members, oldest first
 * @param guests              who sees the team's mail of this case besides the team
 * @param notices             to the private list
 * @param posts               to the public lists
 * @param upstream            what an upstream announced, of a case about that
 * @param patches             for the branches
 * @param book                of the desk, where this is the journal of its book; otherwise empty
 */
public record Case(
        CaseId id,
        DeskName desk,
        long version,
        CaseState state,
        Optional<Address> reporter,
        Optional<Token> reporterToken,
        Optional<Fingerprint> reporterCertificate,
        boolean arrivedEncrypted,
        Optional<MessageId> lastReporterMail,
        Optional<MessageId> teamThread,
        Optional<Instant> filed,
        Optional<Instant> answerBy,
        Optional<Instant> answered,
        Optional<Instant> lastWord,
        boolean held,
        Optional<Address> owner,
        Optional<CaseState> endedFrom,
        Map<CaseClock, Instant> reminded,
        List<CaseId> sharedWith,
        boolean sure,
        Dossier dossier,
        Schedule schedule,
        Approvals approvals,
        List<Proposal> proposals,
        List<Guest> guests,
        Notices notices,
        Posts posts,
        Optional<Upstream> upstream,
        Patches patches,
        Book book) {

    public Case {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(desk, "desk");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reporter, "reporter");
        Objects.requireNonNull(reporterToken, "reporterToken");
        Objects.requireNonNull(reporterCertificate, "reporterCertificate");
        Objects.requireNonNull(lastReporterMail, "lastReporterMail");
        Objects.requireNonNull(teamThread, "teamThread");
        Objects.requireNonNull(filed, "filed");
        Objects.requireNonNull(answerBy, "answerBy");
        Objects.requireNonNull(answered, "answered");
        Objects.requireNonNull(lastWord, "lastWord");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(endedFrom, "endedFrom");
        reminded = Map.copyOf(reminded);
        sharedWith = List.copyOf(sharedWith);
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(approvals, "approvals");
        proposals = List.copyOf(proposals);
        guests = List.copyOf(guests);
        Objects.requireNonNull(notices, "notices");
        Objects.requireNonNull(posts, "posts");
        Objects.requireNonNull(upstream, "upstream");
        Objects.requireNonNull(patches, "patches");
        Objects.requireNonNull(book, "book");
    }

    /** A case before its first event. */
    public static Case unfiled(CaseId id, DeskName desk) {
        return new Draft(id, desk).finish();
    }

    /** Whether it is listed among the open ones: not at an end, and no mail that is only shown. */
    public boolean isListed() {
        boolean onlyShown =
                upstream.filter(announced -> !announced.isFollowed()).isPresent();
        return !state.isAtAnEnd() && !onlyShown;
    }

    /** Whether the one it writes to as its reporter may be a thief of the report, for all that members have said. */
    public boolean isReporterInDoubt() {
        return !sharedWith.isEmpty() && !sure;
    }

    /** The case after {@code event}, one version on. */
    public Case after(CaseEvent event) {
        return event.applyTo(this).with(draft -> draft.version = version + 1);
    }

    /** The case after {@code events}, in order. */
    public Case after(List<CaseEvent> events) {
        Case folded = this;
        for (CaseEvent event : events) {
            folded = folded.after(event);
        }
        return folded;
    }

    /** The releases that are to carry the fix and are not out. */
    public List<Confidential> missingReleases() {
        return dossier.fixed().orElse(List.of()).stream()
                .filter(version -> !posts.isOut(version))
                .toList();
    }

    /** A copy with what {@code change} sets. */
    Case with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finish();
    }

    /** A case while an event is applied to it: what an event does not touch stays. */
    static final class Draft {

        private final CaseId id;
        private final DeskName desk;
        private long version;
        CaseState state;
        Optional<Address> reporter = Optional.empty();
        Optional<Token> reporterToken = Optional.empty();
        Optional<Fingerprint> reporterCertificate = Optional.empty();
        boolean arrivedEncrypted;
        Optional<MessageId> lastReporterMail = Optional.empty();
        Optional<MessageId> teamThread = Optional.empty();
        Optional<Instant> filed = Optional.empty();
        Optional<Instant> answerBy = Optional.empty();
        Optional<Instant> answered = Optional.empty();
        Optional<Instant> lastWord = Optional.empty();
        boolean held;
        Optional<Address> owner = Optional.empty();
        Optional<CaseState> endedFrom = Optional.empty();
        final Map<CaseClock, Instant> reminded = new EnumMap<>(CaseClock.class);
        final List<CaseId> sharedWith = new ArrayList<>();
        boolean sure;
        Dossier dossier = Dossier.EMPTY;
        Schedule schedule = Schedule.OPEN;
        Approvals approvals = Approvals.NONE;
        final List<Proposal> proposals = new ArrayList<>();
        final List<Guest> guests = new ArrayList<>();
        Notices notices = Notices.NONE;
        Posts posts = Posts.NONE;
        Optional<Upstream> upstream = Optional.empty();
        Patches patches = Patches.NONE;
        Book book = Book.EMPTY;

        private Draft(CaseId id, DeskName desk) {
            this.id = id;
            this.desk = desk;
            // a desk's book is no case: no clock runs in it, no list shows it
            this.state = id.isBook() ? CaseState.CLOSED : CaseState.REPORTED;
        }

        private Draft(Case before) {
            this(before.id, before.desk);
            version = before.version;
            state = before.state;
            reporter = before.reporter;
            reporterToken = before.reporterToken;
            reporterCertificate = before.reporterCertificate;
            arrivedEncrypted = before.arrivedEncrypted;
            lastReporterMail = before.lastReporterMail;
            teamThread = before.teamThread;
            filed = before.filed;
            answerBy = before.answerBy;
            answered = before.answered;
            lastWord = before.lastWord;
            held = before.held;
            owner = before.owner;
            endedFrom = before.endedFrom;
            reminded.putAll(before.reminded);
            sharedWith.addAll(before.sharedWith);
            sure = before.sure;
            dossier = before.dossier;
            schedule = before.schedule;
            approvals = before.approvals;
            proposals.addAll(before.proposals);
            guests.addAll(before.guests);
            notices = before.notices;
            posts = before.posts;
            upstream = before.upstream;
            patches = before.patches;
            book = before.book;
        }

        /** Comes to an end that {@code /reopen} can take back. */
        void end(CaseState last) {
            endedFrom = endedFrom.or(() -> Optional.of(state));
            state = last;
        }

        private Case finish() {
            return new Case(
                    id,
                    desk,
                    version,
                    state,
                    reporter,
                    reporterToken,
                    reporterCertificate,
                    arrivedEncrypted,
                    lastReporterMail,
                    teamThread,
                    filed,
                    answerBy,
                    answered,
                    lastWord,
                    held,
                    owner,
                    endedFrom,
                    reminded,
                    sharedWith,
                    sure,
                    dossier,
                    schedule,
                    approvals,
                    proposals,
                    guests,
                    notices,
                    posts,
                    upstream,
                    patches,
                    book);
        }
    }
}
