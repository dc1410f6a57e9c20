package org.embargo.letters;

import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One text, compiled: its subject, where its first line gives one, and its body.
 *
 * @param subject empty where the file has none; the shipped one is taken then
 */
record LetterTemplate(Optional<Template> subject, Template body) {

    private static final String SUBJECT = "Subject:";
    private static final Pattern BLANK_LINES = Pattern.compile("\n{3,}");
    private static final TextWrap WRAP = new TextWrap(TextWrap.COLUMNS);

    /**
     * Reads {@code text} as the text of {@code letter}.
     *
     * @param mistakes takes what is wrong with it
     * @return empty when something is
     */
    static Optional<LetterTemplate> read(LetterText letter, String text, List<String> mistakes) {
        List<String> variables = Stream.concat(letter.texts().stream(), letter.lists().values().stream())
                .toList();
        List<String> sections = new ArrayList<>(letter.texts());
        sections.addAll(letter.lists().keySet());
        TemplateCheck check = new TemplateCheck(letter.file(), variables, sections, letter.allowed());
        String head = text.startsWith(SUBJECT) ? text.substring(0, (text + "\n").indexOf('\n')) : "";
        Optional<Template> subject = head.isEmpty()
                ? Optional.empty()
                : check.compile(head.substring(SUBJECT.length()).strip(), letter.sample());
        Optional<Template> body = check.compile(text.substring(head.length()), letter.sample());
        mistakes.addAll(check.mistakes());
        return check.mistakes().isEmpty() ? body.map(found -> new LetterTemplate(subject, found)) : Optional.empty();
    }

    LetterTemplate withSubjectOf(LetterTemplate shipped) {
        return subject.isPresent() ? this : new LetterTemplate(shipped.subject, body);
    }

    String wordedSubject(Map<String, Object> values) {
        return subject.orElseThrow().execute(values).strip();
    }

    /** The body, wrapped, without empty lines at either end; it ends in LF. */
    String wordedBody(Map<String, Object> values) {
        String text = body.execute(values).strip();
        return WRAP.wrap(BLANK_LINES.matcher(text).replaceAll("\n\n")) + "\n";
    }
}
