package org.embargo.patches;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.embargo.model.Confidential;

/**
 * Refuses commits that tell what they fix. Everything that becomes public with a push, apart from the patch itself, goes
 * through here: messages, branches, tags, and who stands as author.
 *
 * <p>Words of the title count from five letters on, also as part of a longer word, unless the template of the message or
 * the project's name has them; so do the words of a name, from three letters on.
 */
public final class NeutralityCheck {

    private static final int TITLE_WORD = 5;
    private static final int NAME_WORD = 3;
    private static final Pattern CVE = Pattern.compile("cve \\d{4} \\d{4,}|cve\\d{6,}");

    /** Which secret a text holds. */
    public enum Kind {
        CVE,
        TITLE,
        NAME,
        CASE_ID
    }

    /** What is checked. */
    public enum Place {
        MESSAGE,
        BRANCH,
        TAG,
        AUTHOR
    }

    /**
     * Something that tells.
     *
     * @param word what gives it away
     */
    public record Breach(Place place, Kind kind, Confidential word) {

        public Breach {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(word, "word");
        }
    }

    private final CaseSecrets secrets;
    private final FoldedText harmless;
    private final Set<String> titleWords;

    /**
     * @param template the text of the message as it is for every case
     * @param project  the project's name
     */
    public NeutralityCheck(CaseSecrets secrets, String template, String project) {
        this.secrets = Objects.requireNonNull(secrets, "secrets");
        this.harmless = FoldedText.of(template + " " + project);
        this.titleWords = FoldedText.of(secrets.title().text()).words().stream()
                .filter(word -> word.codePoints().filter(Character::isLetter).count() >= TITLE_WORD)
                .filter(word -> !harmless.holdsPart(word))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every breach in {@code text}. */
    public List<Breach> check(Place place, String text) {
        FoldedText folded = FoldedText.of(text);
        List<Breach> breaches = new ArrayList<>();
        cve(folded).ifPresent(word -> breaches.add(breach(place, Kind.CVE, word)));
        titleWords.stream()
                .filter(folded::holdsPart)
                .sorted()
                .forEach(word -> breaches.add(breach(place, Kind.TITLE, word)));
        names().filter(name -> folded.holds(FoldedText.of(name)))
                .distinct()
                .forEach(name -> breaches.add(breach(place, Kind.NAME, name)));
        if (folded.holds(FoldedText.of(secrets.id().toString())) || holdsNumber(folded)) {
            breaches.add(breach(place, Kind.CASE_ID, secrets.id().toString()));
        }
        return breaches;
    }

    /** Every breach in {@code texts}. */
    public List<Breach> check(Place place, Collection<String> texts) {
        return texts.stream().flatMap(text -> check(place, text).stream()).toList();
    }

    /** Whole names, and their words that are not in every commit anyway: a reporter may be called "Security Team". */
    private Stream<String> names() {
        return secrets.names().stream()
                .map(name -> FoldedText.of(name.text()))
                .flatMap(name -> Stream.concat(
                        Stream.of(name.value().strip()),
                        name.words().stream()
                                .filter(word -> word.length() >= NAME_WORD && !harmless.holds(FoldedText.of(word)))));
    }

    /** Any CVE at all, and the number of this case's without the word. */
    private Optional<String> cve(FoldedText text) {
        return CVE.matcher(text.value())
                .results()
                .map(found -> found.group())
                .findFirst()
                .or(() -> secrets.cves().stream()
                        .map(cve -> FoldedText.of(cve.text())
                                .value()
                                .replace("cve ", "")
                                .strip())
                        .filter(number -> !number.isEmpty() && text.holds(FoldedText.of(number)))
                        .findFirst());
    }

    private boolean holdsNumber(FoldedText text) {
        return text.holds(FoldedText.of(secrets.id().year() + "-" + secrets.id().number()))
                || text.holdsPart(
                        FoldedText.of(secrets.id().toString()).value().strip().replace(" ", ""));
    }

    private static Breach breach(Place place, Kind kind, String word) {
        return new Breach(place, kind, new Confidential(word));
    }
}
