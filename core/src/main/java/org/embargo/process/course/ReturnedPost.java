package org.embargo.process.course;

import java.util.List;
import org.embargo.model.Case;
import org.embargo.model.DisclosureEvent;
import org.embargo.model.Posts;
import org.embargo.process.outcome.Mailing;
import org.embargo.process.outcome.Outcome;
import org.embargo.process.outcome.PostLetter.TeamCall.Call;
import org.embargo.process.words.Finding;

/**
 * A post of ours came back from its list.
 *
 * @param post     which
 * @param unchanged whether our signature stands over what we wrote
 * @param proven   whether the list sent it, by its DKIM signature or its host
 */
public record ReturnedPost(Posts.Post post, boolean unchanged, boolean proven) {

    /** The first time, or with more proof than before, it is recorded and told; otherwise nothing. */
    public Outcome decide(Case current, Mailing mailing) {
        Posts.State state = unchanged && proven ? Posts.State.CONFIRMED : Posts.State.SEEN;
        if (post.state().compareTo(state) >= 0) {
            return new Outcome(List.of(), List.of());
        }
        Finding.Kind kind = state == Posts.State.CONFIRMED ? Finding.Kind.POST_CONFIRMED : Finding.Kind.POST_SEEN;
        return new Outcome(
                List.of(new DisclosureEvent.PostFollowed(post.list(), post.messageId(), state, mailing.now())),
                Disclosure.call(
                        current,
                        mailing,
                        Call.RETURNED,
                        List.of(Finding.of(kind, post.list().value()))));
    }
}
