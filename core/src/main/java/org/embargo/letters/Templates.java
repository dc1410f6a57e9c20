package org.embargo.letters;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.embargo.model.Confidential;
import org.embargo.process.words.Finding;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Remark;

/**
 * The texts of all letters: the shipped ones, each replaced by the file of the same name that an operator has put into
 * {@code conf/letters}. Values put into them stay what they are, whatever braces they hold.
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class Templates {

    private static final String FINDINGS = "findings.txt";
    private static final String LABELS = "labels.txt";
    private static final String REMARKS = "remarks.txt";
    private static final String REFUSALS = "refusals.txt";
    private static final String HELP = "help.txt";

    /** Files of single sentences. */
    private static final List<String> SENTENCES = List.of(FINDINGS, LABELS, REMARKS, REFUSALS, HELP);

    private final Map<LetterText, LetterTemplate> letters;
    private final Map<String, Sentences> sentences;

    /** @param sentences by their file */
    private Templates(Map<LetterText, LetterTemplate> letters, Map<String, Sentences> sentences) {
        this.letters = new EnumMap<>(letters);
        this.sentences = Map.copyOf(sentences);
    }

    /** The shipped texts alone. */
    public static Templates shipped() {
        try {
            Map<String, String> texts = new TreeMap<>();
            for (String name : names()) {
                texts.put(name, shipped(name));
            }
            return read(texts);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped texts of letters can't be read", e);
        } catch (TemplateException e) {
            throw new IllegalStateException("the shipped texts of letters hold a mistake", e);
        }
    }

    /**
     * The shipped texts, replaced by what lies in {@code folder} (nothing where there is no such folder). A file without
     * a subject line takes the shipped subject; of single sentences, an operator's file may hold some alone.
     *
     * @throws TemplateException with every mistake in these files
     */
    public static Templates load(Path folder) throws IOException, TemplateException {
        return Files.isDirectory(folder) ? shipped().replacedBy(own(folder)) : shipped();
    }

    /**
     * The message of the desk's commits and tags: it marks a security fix, refers to what will be told, and says nothing. With
     * empty values it is what the text itself says, whatever the case.
     */
    public String commitMessage(String project, String mailingList, String desk) {
        Map<String, Object> values = new HashMap<>(LetterText.COMMIT_MESSAGE.sample());
        values.putAll(Map.of("project", project, "mailing-list", mailingList, "desk", desk));
        Wording wording = word(LetterText.COMMIT_MESSAGE, values);
        return wording.subject() + "\n\n" + wording.body();
    }

    /** Subject and body of one letter. */
    Wording word(LetterText letter, Map<String, Object> values) {
        LetterTemplate template = template(letter);
        return new Wording(template.wordedSubject(values), template.wordedBody(values));
    }

    /** The subject alone, where the body is worded in another way. */
    String subject(LetterText letter, Map<String, Object> values) {
        return template(letter).wordedSubject(values);
    }

    /** The body alone, of a text that is part of a letter. */
    String body(LetterText letter, Map<String, Object> values) {
        return template(letter).wordedBody(values);
    }

    /** What the team is told of {@code finding}. */
    String sentence(Finding finding) {
        return sentences(FINDINGS).word(finding.kind().name(), texts(finding.values()));
    }

    /** What stands between pieces of a quoted mail. */
    String label(String name, String... values) {
        return sentences(LABELS).word(name, List.of(values));
    }

    /** What a member is told of what his commands did. */
    String sentence(Remark remark) {
        List<String> values = texts(remark.values());
        List<String> said = remark.kind() == Remark.Kind.HELP
                ? List.of(values.get(1), sentences(HELP).word(values.get(0), List.of()))
                : values;
        return sentences(REMARKS).word(remark.kind().name(), said);
    }

    /** What a member is told of why it is not done. */
    String sentence(Refusal refusal) {
        return sentences(REFUSALS).word(refusal.reason().name(), texts(refusal.values()));
    }

    Sentences findings() {
        return sentences(FINDINGS);
    }

    private Sentences sentences(String file) {
        Sentences read = sentences.get(file);
        if (read == null) {
            throw new IllegalStateException("no sentences in " + file);
        }
        return read;
    }

    private static List<String> texts(List<Confidential> values) {
        return values.stream().map(Confidential::text).toList();
    }

    private LetterTemplate template(LetterText letter) {
        LetterTemplate template = letters.get(letter);
        if (template == null) {
            throw new IllegalStateException("no text for " + letter.file());
        }
        return template;
    }

    private Templates replacedBy(Map<String, String> own) throws TemplateException {
        List<String> mistakes = new ArrayList<>();
        own.keySet().stream()
                .filter(name -> !names().contains(name))
                .forEach(name -> mistakes.add(name + ": no such letter; allowed are: " + String.join(", ", names())));
        Map<LetterText, LetterTemplate> all = new EnumMap<>(letters);
        for (LetterText letter : LetterText.values()) {
            if (own.containsKey(letter.file())) {
                LetterTemplate.read(letter, own.getOrDefault(letter.file(), ""), mistakes)
                        .ifPresent(read -> all.put(letter, read.withSubjectOf(template(letter))));
            }
        }
        Map<String, Sentences> said = new HashMap<>();
        for (String file : SENTENCES) {
            Sentences ours = Sentences.read(file, own.getOrDefault(file, ""), mistakes);
            said.put(file, ours.over(sentences(file), file, mistakes));
        }
        requireNone(mistakes);
        return new Templates(all, said);
    }

    private static Templates read(Map<String, String> texts) throws TemplateException {
        List<String> mistakes = new ArrayList<>();
        Map<LetterText, LetterTemplate> letters = new EnumMap<>(LetterText.class);
        for (LetterText letter : LetterText.values()) {
            LetterTemplate.read(letter, texts.getOrDefault(letter.file(), ""), mistakes)
                    .ifPresent(template -> letters.put(letter, template));
        }
        Map<String, Sentences> sentences = new HashMap<>();
        for (String file : SENTENCES) {
            sentences.put(file, Sentences.read(file, texts.getOrDefault(file, ""), mistakes));
        }
        requireNone(mistakes);
        return new Templates(letters, sentences);
    }

    private static void requireNone(List<String> mistakes) throws TemplateException {
        if (!mistakes.isEmpty()) {
            throw new TemplateException(mistakes);
        }
    }

    private static List<String> names() {
        return Stream.concat(Stream.of(LetterText.values()).map(LetterText::file), SENTENCES.stream())
                .toList();
    }

    private static String shipped(String name) throws IOException {
        try (InputStream in = Templates.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return normal(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Map<String, String> own(Path folder) throws IOException, TemplateException {
        Map<String, String> texts = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.txt")) {
            for (Path file : files) {
                texts.put(String.valueOf(file.getFileName()), normal(Files.readString(file)));
            }
        } catch (CharacterCodingException e) {
            throw new TemplateException(List.of("a text in " + folder + " is not in UTF-8"));
        }
        return texts;
    }

    private static String normal(String text) {
        return text.replace("\r\n", "\n").replace("\uFEFF", "");
    }
}
