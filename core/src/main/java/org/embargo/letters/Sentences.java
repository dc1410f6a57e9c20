package org.embargo.letters;

import com.samskivert.mustache.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.embargo.model.Fingerprint;

/**
 * Short sentences by name, from a file of lines {@code NAME: sentence}. {@code NAME/value} is taken instead of
 * {@code NAME} where the first value is that one. Immutable.
 */
final class Sentences {

    /** No sentence names more values than this. */
    private static final List<String> VALUES = List.of("1", "2", "3", "4", "5");

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");
    private static final Pattern DURATION =
            Pattern.compile("PT(?:\\d{1,9}H)?(?:\\d{1,2}M)?(?:\\d{1,2}(?:\\.\\d{1,9})?S)?(?<!T)");
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-F]{40}|[0-9A-F]{64}");

    private final Map<String, Template> byName;

    private Sentences(Map<String, Template> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** @param mistakes takes what is wrong with the file */
    static Sentences read(String file, String text, List<String> mistakes) {
        Map<String, Template> byName = new HashMap<>();
        lines(file, text, mistakes).forEach((name, sentence) -> {
            TemplateCheck check = new TemplateCheck(file + ", " + name, VALUES, VALUES, VALUES);
            check.compile(sentence, values(List.of())).ifPresent(template -> byName.put(name, template));
            mistakes.addAll(check.mistakes());
        });
        return new Sentences(byName);
    }

    /** These, and those of {@code shipped} that are missing here. */
    Sentences over(Sentences shipped, String file, List<String> mistakes) {
        for (String name : byName.keySet()) {
            if (!shipped.byName.containsKey(name) && !shipped.byName.containsKey(name.replaceFirst("/.*", ""))) {
                mistakes.add(file + ": " + name + " is unknown here; allowed are: "
                        + String.join(
                                ", ", shipped.byName.keySet().stream().sorted().toList()));
            }
        }
        Map<String, Template> all = new HashMap<>(shipped.byName);
        all.putAll(byName);
        return new Sentences(all);
    }

    Set<String> names() {
        return byName.keySet();
    }

    /** The sentence called {@code name}; the values are made harmless, whoever they come from. */
    String word(String name, List<String> values) {
        List<String> shown = values.stream().map(Sentences::shown).toList();
        Optional<Template> special =
                values.isEmpty() ? Optional.empty() : Optional.ofNullable(byName.get(name + "/" + values.get(0)));
        Optional<Template> sentence = special.or(() -> Optional.ofNullable(byName.get(name)));
        return sentence.orElseThrow(() -> new IllegalStateException("no sentence for " + name))
                .execute(values(shown));
    }

    /** A fingerprint in groups, as people compare it; a time or a length of time as letters tell it; anything else as it is. */
    private static String shown(String value) {
        if (INSTANT.matcher(value).matches()) {
            return TimeText.moment(Instant.parse(value));
        }
        if (DURATION.matcher(value).matches()) {
            return TimeText.length(Duration.parse(value));
        }
        return FINGERPRINT.matcher(value).matches() ? new Fingerprint(value).spaced() : VisibleText.value(value);
    }

    private static Map<String, Object> values(List<String> given) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < VALUES.size(); i++) {
            values.put(VALUES.get(i), i < given.size() ? given.get(i) : "");
        }
        return values;
    }

    private static Map<String, String> lines(String file, String text, List<String> mistakes) {
        Map<String, String> lines = new LinkedHashMap<>();
        String last = "";
        for (String line : text.split("\n", -1)) {
            int colon = line.indexOf(": ");
            if (line.startsWith(" ") && lines.containsKey(last)) {
                lines.merge(last, line.strip(), (first, second) -> first + " " + second);
            } else if (colon > 0 && !line.startsWith("#")) {
                last = line.substring(0, colon);
                if (lines.put(last, line.substring(colon + 2).strip()) != null) {
                    mistakes.add(file + ": " + last + " stands there twice");
                }
            } else if (!line.isBlank() && !line.startsWith("#")) {
                mistakes.add(file + ": a line is neither of the form NAME: sentence nor a comment (#)");
            }
        }
        return lines;
    }
}
