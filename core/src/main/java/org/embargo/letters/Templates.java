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
    private static final String HELP = "help.txt";

    private final Map<LetterText, LetterTemplate> letters;
    private final Sentences findings;
    private final Sentences labels;
    private final Sentences remarks;
    private final Sentences help;

    private Templates(
            Map<LetterText, LetterTemplate> letters,
            Sentences findings,
            Sentences labels,
            Sentences remarks,
            Sentences help) {
        this.letters = new EnumMap<>(letters);
        this.findings = findings;
        this.labels = labels;
        this.remarks = remarks;
        this.help = help;
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
     * a subject line takes the shipped subject; of findings and labels, an operator's file may hold some alone.
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
        return findings.word(
                finding.kind().name(),
                finding.values().stream().map(Confidential::text).toList());
    }

    /** What stands between pieces of a quoted mail. */
    String label(String name, String... values) {
        return labels.word(name, List.of(values));
    }

    /** What a member is told of his commands. */
    String sentence(Remark remark) {
        List<String> values = remark.values().stream().map(Confidential::text).toList();
        return remark.kind() == Remark.Kind.HELP
                ? remarks.word(remark.kind().name(), List.of(values.get(1), help.word(values.get(0), List.of())))
                : remarks.word(remark.kind().name(), values);
    }

    Sentences findings() {
        return findings;
    }

    Sentences remarks() {
        return remarks;
    }

    Sentences help() {
        return help;
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
        Sentences ownFindings = Sentences.read(FINDINGS, own.getOrDefault(FINDINGS, ""), mistakes);
        Sentences ownLabels = Sentences.read(LABELS, own.getOrDefault(LABELS, ""), mistakes);
        Sentences ownRemarks = Sentences.read(REMARKS, own.getOrDefault(REMARKS, ""), mistakes);
        Sentences ownHelp = Sentences.read(HELP, own.getOrDefault(HELP, ""), mistakes);
        Templates replaced = new Templates(
                all,
                ownFindings.over(findings, FINDINGS, mistakes),
                ownLabels.over(labels, LABELS, mistakes),
                ownRemarks.over(remarks, REMARKS, mistakes),
                ownHelp.over(help, HELP, mistakes));
        requireNone(mistakes);
        return replaced;
    }

    private static Templates read(Map<String, String> texts) throws TemplateException {
        List<String> mistakes = new ArrayList<>();
        Map<LetterText, LetterTemplate> letters = new EnumMap<>(LetterText.class);
        for (LetterText letter : LetterText.values()) {
            LetterTemplate.read(letter, texts.getOrDefault(letter.file(), ""), mistakes)
                    .ifPresent(template -> letters.put(letter, template));
        }
        Templates read = new Templates(
                letters,
                Sentences.read(FINDINGS, texts.getOrDefault(FINDINGS, ""), mistakes),
                Sentences.read(LABELS, texts.getOrDefault(LABELS, ""), mistakes),
                Sentences.read(REMARKS, texts.getOrDefault(REMARKS, ""), mistakes),
                Sentences.read(HELP, texts.getOrDefault(HELP, ""), mistakes));
        requireNone(mistakes);
        return read;
    }

    private static void requireNone(List<String> mistakes) throws TemplateException {
        if (!mistakes.isEmpty()) {
            throw new TemplateException(mistakes);
        }
    }

    private static List<String> names() {
        return Stream.concat(
                        Stream.of(LetterText.values()).map(LetterText::file),
                        Stream.of(FINDINGS, LABELS, REMARKS, HELP))
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
