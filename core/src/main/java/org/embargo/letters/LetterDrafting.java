package org.embargo.letters;

import java.time.Instant;
import org.embargo.content.Content;
import org.embargo.process.outcome.BookLetter;
import org.embargo.process.outcome.ClockLetter;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.MemberLetter;
import org.embargo.process.outcome.NoticeLetter;
import org.embargo.process.outcome.PostLetter;
import org.embargo.process.outcome.ReporterLetter;
import org.embargo.process.outcome.StrangerLetter;
import org.embargo.process.outcome.TeamLetter;

/** Puts the words to each kind of letter, for one desk: knows who words which. One thread, one letter. */
final class LetterDrafting {

    private final Templates templates;
    private final DeskIdentity desk;
    private final Instant now;
    private final Drafting drafting;

    /** @param now when the letter is written */
    LetterDrafting(Templates templates, DeskIdentity desk, Instant now) {
        this.templates = templates;
        this.desk = desk;
        this.now = now;
        this.drafting = new Drafting(templates, desk);
    }

    /** @throws IllegalArgumentException for a letter that quotes a mail */
    Draft draft(Letter letter) {
        if (letter instanceof ReporterLetter toReporter) {
            return new ReporterDrafting(templates, desk, drafting).draft(toReporter);
        }
        if (letter instanceof StrangerLetter toStranger) {
            return new StrangerDrafting(templates, desk, drafting).draft(toStranger);
        }
        if (letter instanceof TeamLetter toTeam) {
            return new TeamDrafting(templates, desk, drafting).draft(toTeam);
        }
        if (letter instanceof ClockLetter ofClock) {
            return new ClockDrafting(templates, desk, drafting).draft(ofClock);
        }
        if (letter instanceof MemberLetter toMember) {
            return new MemberDrafting(templates, drafting).draft(toMember);
        }
        if (letter instanceof NoticeLetter notice) {
            return new NoticeDrafting(templates, desk, drafting, now).draft(notice);
        }
        if (letter instanceof PostLetter post) {
            return new PostDrafting(templates, drafting).draft(post);
        }
        return new BookDrafting(templates, desk, drafting).draft((BookLetter) letter);
    }

    /** @throws IllegalArgumentException for a letter that quotes no mail */
    Draft draft(Letter letter, Enclosure enclosure) {
        if (letter instanceof TeamLetter toTeam) {
            return new TeamDrafting(templates, desk, drafting).draft(toTeam, enclosure);
        }
        if (letter instanceof BookLetter about) {
            return new BookDrafting(templates, desk, drafting).draft(about, enclosure);
        }
        if (letter instanceof ReporterLetter toReporter) {
            return new ReporterDrafting(templates, desk, drafting).draft(toReporter, enclosure);
        }
        throw new IllegalArgumentException("a " + letter.getClass().getSimpleName() + " is about no mail");
    }

    /** @throws IllegalArgumentException for a letter that takes no archive along */
    Draft draft(Letter letter, Content archive) {
        if (letter instanceof MemberLetter toMember) {
            return new MemberDrafting(templates, drafting).draft(toMember, archive);
        }
        throw new IllegalArgumentException("a " + letter.getClass().getSimpleName() + " takes no archive along");
    }
}
