package org.embargo.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.embargo.model.Fingerprint;
import org.embargo.process.outcome.StrangerLetter;

/** Puts the words to letters to addresses that nothing is known of. One thread, one letter. */
final class StrangerDrafting {

    private final Templates templates;
    private final DeskIdentity desk;
    private final Drafting drafting;

    StrangerDrafting(Templates templates, DeskIdentity desk, Drafting drafting) {
        this.templates = templates;
        this.desk = desk;
        this.drafting = drafting;
    }

    Draft draft(StrangerLetter letter) {
        if (letter instanceof StrangerLetter.KeyAnswer) {
            return keyAnswer();
        }
        if (letter instanceof StrangerLetter.UnprovenNote) {
            return toStranger(templates.word(LetterText.UNPROVEN_NOTE, drafting.common()), List.of());
        }
        throw new IllegalArgumentException("no words for a " + letter.getClass().getSimpleName());
    }

    private Draft keyAnswer() {
        Fingerprint fingerprint = desk.keys().certificate().fingerprint();
        Part certificate = Part.certificate(
                fingerprint.hex() + ".asc", desk.keys().certificate().armored());
        return toStranger(templates.word(LetterText.KEY_ANSWER, drafting.common()), List.of(certificate));
    }

    private static Draft toStranger(Wording wording, List<Part> attached) {
        List<Part> parts = new ArrayList<>(List.of(Part.text(wording.body())));
        parts.addAll(attached);
        return new Draft(wording.subject(), Drafting.NOTHING, Draft.REPLIED, Optional.empty(), false, true, parts);
    }
}
