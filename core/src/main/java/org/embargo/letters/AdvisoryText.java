package org.embargo.letters;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.embargo.model.Confidential;

/**
 * Puts the values of a case into the texts that are approved. Our words are wrapped, those of members are not: something
 * stands for them meanwhile. One thread.
 */
final class AdvisoryText {

    /** The first of the characters that stand for members' words; none is left in a text that is made visible. */
    private static final char FIRST = '\u0010';

    private final Templates templates;
    private final Map<String, Object> values;
    private final Map<String, String> standIns = new HashMap<>();

    /**
     * Texts of one case.
     *
     * @param ownWords of members, by the name of their variable, blank where there are none; fit to be shown
     */
    AdvisoryText(Templates templates, Map<String, Object> values, Map<String, String> ownWords) {
        this.templates = templates;
        this.values = new HashMap<>(values);
        ownWords.forEach((name, words) -> {
            String standIn = words.isBlank() ? "" : String.valueOf((char) (FIRST + standIns.size()));
            this.values.put(name, standIn);
            if (!standIn.isEmpty()) {
                standIns.put(standIn, words);
            }
        });
    }

    Confidential word(LetterText letter) {
        String text = templates.body(letter, values);
        for (Map.Entry<String, String> each : standIns.entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        return new Confidential(text.lines().map(OwnWords::safe).collect(Collectors.joining("\n", "", "\n")));
    }
}
