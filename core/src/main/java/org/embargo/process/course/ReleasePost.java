package org.embargo.process.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.Confidential;
import org.embargo.model.MessageId;
import org.embargo.model.Posts;
import org.embargo.model.UpstreamEvent;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.PostLetter;
import org.embargo.process.outcome.PostLetter.TeamCall.Call;
import org.embargo.process.standing.UpstreamStanding;
import org.embargo.process.words.Finding;

/**
 * The post about releases of ours that are built against what an upstream announced. It holds no word of the
 * announcement, only what the desk has read in it.
 *
 * @param subject behind the case id
 * @param text    as it goes out
 */
public record ReleasePost(Confidential subject, Confidential text) {

    public ReleasePost {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
    }

    /** To each list, in the thread of the post before, where there was one; the team is told. */
    public Outcome decide(Case current, List<Address> lists, Mailing mailing) {
        Letter post = new PostLetter.PublicRelease(current.id(), subject, text);
        List<OutboxLetter> letters = new ArrayList<>();
        List<Posts.Post> posts = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Address list : lists) {
            Optional<MessageId> before = current.posts().to(list).map(Posts.Post::messageId);
            OutboxLetter letter = mailing.toOne(Optional.of(current.id()), post, list, mailing.now(), before);
            letters.add(letter);
            posts.add(new Posts.Post(list, letter.messageId(), Posts.State.WAITING, mailing.now()));
            findings.add(Finding.of(Finding.Kind.POSTED_TO, list.value()));
        }
        letters.addAll(Disclosure.call(current, mailing, Call.RELEASE_POSTED, findings));
        List<Confidential> versions = UpstreamStanding.toPost(current).stream()
                .map(Posts.Release::version)
                .toList();
        return new Outcome(List.of(new UpstreamEvent.ReleasePosted(versions, text, posts, mailing.now())), letters);
    }
}
