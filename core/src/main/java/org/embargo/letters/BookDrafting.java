package org.embargo.letters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.embargo.model.Address;
import org.embargo.model.DeskAddress;
import org.embargo.model.DeskRole;
import org.embargo.model.Fingerprint;
import org.embargo.process.outcome.BookLetter;
import org.embargo.process.words.Finding;

/** Puts the words to letters about no case, and to people outside whom the team knows. One thread, one letter. */
final class BookDrafting {

    private static final String DESK_MAIL = "desk-mail";
    /** Stands for a member's own words while the text around them is wrapped: theirs stay as they are. */
    private static final String HIS_WORDS = "\u0002";

    private final Templates templates;
    private final DeskIdentity desk;
    private final Drafting drafting;

    BookDrafting(Templates templates, DeskIdentity desk, Drafting drafting) {
        this.templates = templates;
        this.desk = desk;
        this.drafting = drafting;
    }

    /** @throws IllegalArgumentException for a letter that quotes a mail */
    Draft draft(BookLetter letter) {
        if (letter instanceof BookLetter.GuestWelcome welcome) {
            return toGuest(welcome, LetterText.GUEST_WELCOME, Map.of(), "", List.of());
        }
        if (letter instanceof BookLetter.GuestNote note) {
            Map<String, Object> values = Map.of(
                    "findings", findings(note.findings()), "words", note.words().isBlank() ? "" : HIS_WORDS);
            return toGuest(note, LetterText.GUEST_NOTE, values, note.words().text(), List.of());
        }
        if (letter instanceof BookLetter.KeyWarning warning) {
            return keyWarning(warning);
        }
        if (letter instanceof BookLetter.DeskKeyNews news) {
            return keyChanged(
                    news.former(),
                    news.present(),
                    news.at(),
                    Map.of("team", "x", "told", told(news.told())),
                    Optional.empty());
        }
        if (letter instanceof BookLetter.DeskKeyChanged changed) {
            Optional<Address> answers = changed.reporterToken().map(drafting::reporterAddress);
            return keyChanged(changed.former(), changed.present(), changed.at(), Map.of("team", ""), answers);
        }
        throw new IllegalArgumentException("a " + letter.getClass().getSimpleName() + " needs the mail it is about");
    }

    /** @throws IllegalArgumentException for a letter that quotes no mail */
    Draft draft(BookLetter letter, Enclosure enclosure) {
        if (letter instanceof BookLetter.DeskMail mail) {
            return deskMail(mail, enclosure);
        }
        if (letter instanceof BookLetter.GuestMail mail) {
            QuotedMail quoted = new QuotedMail(templates, mail.caseId().toString(), enclosure);
            Map<String, Object> values = Map.of("findings", findings(mail.findings()), "words", HIS_WORDS);
            return toGuest(mail, LetterText.GUEST_MAIL, values, quoted.text(), quoted.openedFiles());
        }
        throw new IllegalArgumentException("a " + letter.getClass().getSimpleName() + " is about no mail");
    }

    private Draft toGuest(
            BookLetter.ToGuest letter, LetterText text, Map<String, Object> more, String words, List<Part> files) {
        Address answers = DeskAddress.of(desk.address(), new DeskRole.Guest(letter.token()));
        Map<String, Object> values = drafting.common();
        values.put("case", letter.caseId().toString());
        values.put("guest-address", answers.value());
        values.put("encrypted-to", Drafting.spaced(letter.encryptTo()));
        values.putAll(more);
        Wording wording = templates.word(text, values);
        List<Part> parts = new ArrayList<>();
        parts.add(Part.text(wording.body().replace(HIS_WORDS, words)));
        parts.addAll(files);
        return new Draft(
                Drafting.tagged(letter.caseId(), wording.subject()),
                "[" + letter.caseId() + "]",
                Draft.GENERATED,
                Optional.of(answers),
                false,
                true,
                parts);
    }

    private Draft keyWarning(BookLetter.KeyWarning warning) {
        Map<String, Object> values = drafting.common();
        values.put("certificate", warning.certificate().spaced());
        values.put(
                "ends",
                warning.ends()
                        .map(end -> TimeText.moment(end, desk.acknowledgeWithin()))
                        .orElse(""));
        Wording wording = templates.word(LetterText.KEY_WARNING, values);
        return new Draft(
                wording.subject(),
                "[" + Drafting.HIDDEN + "]",
                Draft.GENERATED,
                Optional.empty(),
                false,
                true,
                List.of(Part.text(wording.body())));
    }

    private static String told(int others) {
        return others == 0 ? "" : String.valueOf(others);
    }

    /** @param whom what says to whom it goes; the team alone learns how many are told */
    private Draft keyChanged(
            Fingerprint former, Fingerprint present, Instant at, Map<String, Object> whom, Optional<Address> answers) {
        Optional<String> certified = desk.keys().certifiedByFormer(former, at);
        Map<String, Object> values = drafting.common();
        values.put("former", former.spaced());
        values.put("present", present.spaced());
        values.put("certified", Drafting.flag(certified.isPresent()));
        values.put("told", "");
        values.putAll(whom);
        Wording wording = templates.word(LetterText.DESK_KEY_CHANGED, values);
        return new Draft(
                wording.subject(),
                "[" + Drafting.HIDDEN + "]",
                Draft.GENERATED,
                answers,
                whom.containsKey("told"),
                true,
                List.of(
                        Part.text(wording.body()),
                        Part.certificate(present.hex() + ".asc", certified.orElseGet(() -> desk.keys()
                                .certificate()
                                .armored()))));
    }

    private List<Map<String, String>> findings(List<Finding> findings) {
        return Drafting.items(
                "finding", findings.stream().map(templates::sentence).toList());
    }

    /** The marker names the desk: so do commands about no case. */
    private Draft deskMail(BookLetter.DeskMail mail, Enclosure enclosure) {
        QuotedMail quoted = new QuotedMail(templates, DESK_MAIL, enclosure);
        Map<String, Object> values = drafting.common();
        values.put("findings", findings(mail.findings()));
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
