package org.embargo.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.embargo.process.BookLetter;

/** Puts the words to letters about no case, and to people outside whom the team knows. One thread, one letter. */
final class BookDrafting {

    private static final String DESK_MAIL = "desk-mail";

    private final Templates templates;
    private final DeskIdentity desk;
    private final Drafting drafting;

    BookDrafting(Templates templates, DeskIdentity desk, Drafting drafting) {
        this.templates = templates;
        this.desk = desk;
        this.drafting = drafting;
    }

    /** The marker names the desk: so do commands about no case. */
    Draft deskMail(BookLetter.DeskMail mail, Enclosure enclosure) {
        QuotedMail quoted = new QuotedMail(templates, DESK_MAIL, enclosure);
        Map<String, Object> values = drafting.common();
        values.put(
                "findings",
                Drafting.items(
                        "finding",
                        mail.findings().stream().map(templates::sentence).toList()));
        values.put("original-attached", Drafting.flag(quoted.hasOriginal()));
        Wording wording = templates.word(LetterText.DESK_MAIL, values);
        String marker = new Marker(desk.address().value()).line();
        List<Part> parts = new ArrayList<>();
        parts.add(Part.text(wording.body() + "\n" + marker + "\n\n" + quoted.text()));
        parts.addAll(quoted.files());
        return new Draft(
                wording.subject(), "[" + Drafting.HIDDEN + "]", Draft.GENERATED, Optional.empty(), true, true, parts);
    }
}
