package org.embargo.process.words;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.embargo.model.Case;
import org.embargo.model.Confidential;
import org.embargo.model.CveId;
import org.embargo.model.TextField;

/** The words by which a case gives itself away: its id, its CVE, its title, and whole sentences of its description. */
public final class CaseWords {

    /** Shorter ones stand in many mails. */
    private static final int SHORTEST_TITLE = 12;

    private static final int SHORTEST_LINE = 40;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s|\\n\\s*\\n");

    private CaseWords() {}

    /** Whether {@code text} from outside holds any of them. */
    public static boolean standIn(String text, Case current) {
        String folded = folded(text);
        return words(current).map(CaseWords::folded).anyMatch(folded::contains);
    }

    private static Stream<String> words(Case current) {
        Stream<String> ids = Stream.concat(
                Stream.of(current.id().toString()),
                current.dossier().cves().stream().map(CveId::value));
        Stream<String> title = current.dossier().text(TextField.TITLE).map(Confidential::text).stream()
                .filter(text -> text.strip().length() >= SHORTEST_TITLE);
        Stream<String> sentences = current.dossier().text(TextField.DESCRIPTION).map(Confidential::text).stream()
                .flatMap(SENTENCE_END::splitAsStream)
                .filter(sentence -> sentence.strip().length() >= SHORTEST_LINE);
        return Stream.concat(ids, Stream.concat(title, sentences));
    }

    private static String folded(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
