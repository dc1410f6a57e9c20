package org.embargo.desk.steps;

import java.util.Optional;
import org.embargo.desk.open.DueStep;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.Mailing;

/** Letters to the team that belong to no case. */
final class DeskLetters {

    private DeskLetters() {}

    static void toTeam(DueStep due, Letter letter) {
        Mailing mailing = due.mailing();
        mailing.toTeam(Optional.empty(), letter, mailing.newMessageId(), Optional.empty(), member -> true)
                .forEach(due.tx().outbox()::enqueue);
    }
}
