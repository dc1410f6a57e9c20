package org.embargo.process.course;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.DisclosureEvent;
import org.embargo.model.FinishedTexts;
import org.embargo.model.MessageId;
import org.embargo.model.Notices;
import org.embargo.model.Posts;
import org.embargo.model.Urgency;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.PostLetter;
import org.embargo.process.outcome.PostLetter.TeamCall.Call;
import org.embargo.process.standing.StateTable;
import org.embargo.process.timetable.DueDisclosure;
import org.embargo.process.words.Command;
import org.embargo.process.words.Finding;

/**
 * Decides what happens at the hour of disclosure, and when the last release is out: begin, post, or stay as it is and ask
 * the team. Pure but for the draw of ids.
 */
public final class Disclosure {

    /** A post that leaves this much after its hour says so. */
    private static final Duration NOTICEABLE = Duration.ofMinutes(1);

    private final Case current;
    private final Mailing mailing;
    private final List<Address> lists;
    private final Predicate<Address> isTold;

    /**
     * Of one case.
     *
     * @param lists  where posts go
     * @param isTold whether a recipient still gets mails of this case
     */
    public Disclosure(Case current, Mailing mailing, List<Address> lists, Predicate<Address> isTold) {
        this.current = current;
        this.mailing = mailing;
        this.lists = List.copyOf(lists);
        this.isTold = isTold;
    }

    /** Something speaks against it: the case stays as it is, and the team must say how it goes on. */
    public Outcome missed(Instant hour, Posts.Reason reason) {
        boolean isBegun = !StateTable.allows(Command.DISCLOSE, current.state());
        Finding passed = Finding.of(isBegun ? Finding.Kind.POST_PASSED : Finding.Kind.HOUR_PASSED, hour.toString());
        boolean hasOtherHour = !isBegun && current.schedule().urgency() == Urgency.NONE;
        return new Outcome(
                List.of(new DisclosureEvent.HourMissed(new Posts.Missed(hour, reason))),
                call(
                        hasOtherHour ? Call.HOUR_MISSED : Call.POST_MISSED,
                        List.of(passed, Finding.of(Finding.Kind.NOT_DISCLOSED, reason.name()))));
    }

    /** Whether the post must wait for releases that are not out. */
    public boolean waitsForReleases() {
        return !current.missingReleases().isEmpty() && current.posts().ordered().isEmpty();
    }

    /**
     * From now on releases are issued; the post goes when all are out.
     *
     * @param pushesFirst whether patches are pushed before: the team is asked for releases when those are public
     */
    public Outcome begin(DueDisclosure due, boolean pushesFirst) {
        return new Outcome(
                List.of(new DisclosureEvent.DisclosureBegan(mailing.now())),
                waitsForReleases() && !pushesFirst ? call(Call.RELEASES, wanted(due.current())) : List.of());
    }

    /**
     * The post to each list, and its copies; of what was posted before, only where it did not come to: lists that refused
     * it, and whatever was called off.
     *
     * @param text the approved post with its gaps filled
     */
    public Outcome post(DueDisclosure due, Confidential text) {
        FinishedTexts texts = due.texts();
        boolean again = current.posts().content().equals(Optional.of(texts.digest()));
        boolean update = again ? current.posts().updates() > 0 : current.posts().isOut();
        List<Address> to = current.posts().waitingFor(texts.digest(), lists);
        List<OutboxLetter> letters = new ArrayList<>();
        List<Posts.Post> posts = new ArrayList<>(
                again
                        ? current.posts().lists().stream()
                                .filter(post -> !to.contains(post.list()))
                                .toList()
                        : List.of());
        for (Address list : to) {
            Optional<MessageId> before = current.posts().outTo(list);
            Letter post =
                    new PostLetter.PublicPost(current.id(), texts.title(), text, texts.digest(), before.isPresent());
            OutboxLetter letter = mailing.toOne(Optional.of(current.id()), post, list, mailing.now(), before);
            letters.add(letter);
            posts.add(new Posts.Post(list, letter.messageId(), Posts.State.WAITING, mailing.now()));
        }
        List<OutboxLetter> copies = new ArrayList<>(copies(texts, text, update));
        copy(texts, text, update).ifPresent(copies::add);
        letters.addAll(copies);
        List<Finding> findings = posted(to, due.hour());
        if (again) {
            copies.forEach(copy ->
                    findings.add(Finding.of(Finding.Kind.COPY_GOES, copy.to().value())));
        }
        letters.addAll(call(Call.POSTED, findings));
        DisclosureEvent decided = new DisclosureEvent.PostsDecided(texts.digest(), text, posts, mailing.now());
        return new Outcome(List.of(decided), letters);
    }

    private Optional<OutboxLetter> copy(FinishedTexts texts, Confidential text, boolean update) {
        Optional<CaseId> id = Optional.of(current.id());
        return current.reporter()
                .filter(to -> current.posts().wantsCopy(texts.digest(), to))
                .map(to -> mailing.toOne(
                        id,
                        new PostLetter.PostCopy(
                                current.id(),
                                texts.title(),
                                text,
                                texts.digest(),
                                update,
                                current.reporterToken(),
                                current.reporterCertificate()),
                        to,
                        mailing.now(),
                        current.lastReporterMail()));
    }

    /** To each recipient whose notice has left: the others know nothing of the case, and read it like everybody. */
    private List<OutboxLetter> copies(FinishedTexts texts, Confidential text, boolean update) {
        return current.notices().board().stream()
                .filter(each -> each.state() != Notices.State.WAITING && isTold.test(each.recipient()))
                .filter(each -> current.posts().wantsCopy(texts.digest(), each.recipient()))
                .map(each -> mailing.toOne(
                        Optional.of(current.id()),
                        new PostLetter.RecipientCopy(
                                current.id(), each.token(), texts.title(), text, texts.digest(), update),
                        each.recipient(),
                        mailing.now(),
                        Optional.of(each.messageId())))
                .toList();
    }

    private List<Finding> posted(List<Address> to, Instant hour) {
        List<Finding> findings = new ArrayList<>();
        to.forEach(list -> findings.add(Finding.of(Finding.Kind.POSTED_TO, list.value())));
        if (Duration.between(hour, mailing.now()).compareTo(NOTICEABLE) > 0) {
            findings.add(Finding.of(Finding.Kind.LATE_SINCE, hour.toString()));
        }
        return findings;
    }

    /** A sentence for each release that is not out. */
    static List<Finding> wanted(Case current) {
        return current.missingReleases().stream()
                .map(version -> Finding.of(Finding.Kind.RELEASE_WANTED, version.text()))
                .toList();
    }

    private List<OutboxLetter> call(Call call, List<Finding> findings) {
        return call(current, mailing, call, findings);
    }

    /** To every member. */
    public static List<OutboxLetter> call(Case about, Mailing mailing, Call call, List<Finding> findings) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(mailing.roster().gaps());
        Letter letter = new PostLetter.TeamCall(about.id(), call, all);
        return mailing.toTeam(
                Optional.of(about.id()), letter, mailing.newMessageId(), about.teamThread(), member -> true);
    }
}
