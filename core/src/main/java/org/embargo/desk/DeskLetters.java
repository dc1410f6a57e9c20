package org.embargo.desk;

import java.util.Optional;
import org.embargo.process.Letter;
import org.embargo.process.Mailing;

/** Letters to the team that belong to no case. */
final class DeskLetters {

    private DeskLetters() {}

    static void toTeam(DueStep due, Letter letter) {
        Mailing mailing = due.mailing();
        mailing.toTeam(Optional.empty(), letter, mailing.newMessageId(), Optional.empty(), member -> true)
                .forEach(due.tx().outbox()::enqueue);
    }
}
