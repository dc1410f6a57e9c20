package org.embargo.process.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.embargo.model.Case;
import org.embargo.process.words.Finding;

/** A word of the desk to each member about a case. */
public final class TeamWord {

    private TeamWord() {}

    /** Something that they must know, in the case's thread. */
    public static List<OutboxLetter> problem(Case current, List<Finding> findings, Mailing mailing) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(mailing.roster().gaps());
        return mailing.toTeam(
                Optional.of(current.id()),
                new TeamLetter.TeamProblem(current.id(), all),
                mailing.newMessageId(),
                current.teamThread(),
                member -> true);
    }
}
