package org.embargo.letters;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.embargo.content.Content;
import org.embargo.mail.Attachment;
import org.embargo.mail.Mailbox;
import org.embargo.mail.OpenedMail;
import org.embargo.mail.Section;
import org.embargo.model.Fingerprint;
import org.embargo.openpgp.SignatureState;
import org.embargo.openpgp.Verdict;

/**
 * A mail from outside as the team sees it below the marker: every line that somebody else wrote has {@code > } before it,
 * what would deceive the eye is shown, what is long is cut. Lines without the prefix are the desk's own labels.
 *
 * <p>One thread, one use.
 */
final class QuotedMail {

    static final int MOST_QUOTED = 100 * 1024;

    /** Up to this size the original goes along even where all it holds is enclosed opened. */
    static final long LARGEST_TWICE_BYTES = 4L << 20;

    private static final String PREFIX = "> ";
    private static final int MOST_AUTHORS = 5;
    private static final int MOST_FILES_LISTED = 100;
    /** Broken at blanks, so that a program which wraps what it quotes finds nothing left to put at a line's start. */
    private static final TextWrap WRAP = new TextWrap(TextWrap.COLUMNS - PREFIX.length());

    private static final TextWrap LABEL_WRAP = new TextWrap(TextWrap.COLUMNS);

    private final Templates templates;
    private final String name;
    private final Enclosure enclosure;
    private final boolean withFiles;
    private final StringBuilder text = new StringBuilder();
    private final List<Part> files = new ArrayList<>();
    private int quoted;

    /** @param name of the files, without what follows its dot */
    QuotedMail(Templates templates, String name, Enclosure enclosure) {
        this(templates, name, enclosure, true);
    }

    /** @param withFiles otherwise they are named only: with them the mail was too large for somebody */
    QuotedMail(Templates templates, String name, Enclosure enclosure, boolean withFiles) {
        this.templates = templates;
        this.name = name;
        this.enclosure = enclosure;
        this.withFiles = withFiles;
        if (hasOriginal()) {
            files.add(Part.file(originalName(), enclosure.original()));
        }
        author();
        subject();
        sections();
        attachments();
    }

    /** Lines, each ending in LF. */
    String text() {
        return text.toString().stripTrailing() + "\n";
    }

    /**
     * The original, then what only the desk could open: the rest of long texts and files that came encrypted. The
     * original is encrypted to the desk alone, so the team could not get at them otherwise.
     */
    List<Part> files() {
        return withFiles ? List.copyOf(files) : List.of();
    }

    /** {@link #files()} without the original, in which addresses with tokens may stand. */
    List<Part> openedFiles() {
        return files.subList(hasOriginal() ? 1 : 0, files.size());
    }

    /**
     * Whether the original is among the files. A large one that only the desk can open, and all of whose content is
     * enclosed opened, would double the mail and serve nobody: many servers would refuse it.
     */
    boolean hasOriginal() {
        if (!withFiles) {
            return false;
        }
        OpenedMail opened = enclosure.opened();
        boolean enclosedOpened = opened.isReadable()
                && opened.sections().stream().allMatch(Section::encrypted)
                && opened.attachments().stream().allMatch(Attachment::encrypted);
        return !enclosedOpened || enclosure.original().sizeBytes() <= LARGEST_TWICE_BYTES;
    }

    private void author() {
        label("AUTHOR");
        List<Mailbox> from = enclosure.opened().inner().from();
        from.stream().limit(MOST_AUTHORS).forEach(each -> quote(VisibleText.value(shown(each))));
        text.append('\n');
    }

    private static String shown(Mailbox mailbox) {
        String address = "<" + mailbox.address().value() + ">";
        return mailbox.name().isBlank() ? address : mailbox.name().text() + " " + address;
    }

    private void subject() {
        if (!enclosure.opened().inner().subject().isBlank()) {
            label("SUBJECT");
            quote(VisibleText.value(enclosure.opened().inner().subject().text()));
            text.append('\n');
        }
    }

    private void sections() {
        List<Section> sections = enclosure.opened().sections().stream()
                .filter(section -> !section.text().isBlank())
                .toList();
        if (sections.isEmpty()) {
            label("NO_TEXT");
            text.append('\n');
        }
        for (int i = 0; i < sections.size(); i++) {
            section(sections.get(i), i + 1, sections.size());
        }
    }

    private void section(Section section, int number, int count) {
        String encrypted = templates.label(section.encrypted() ? "TEXT_ENCRYPTED" : "TEXT_IN_CLEAR");
        label(
                "TEXT",
                count > 1 ? String.valueOf(number) : "",
                String.valueOf(count),
                section.html() ? templates.label("TEXT_FROM_HTML", encrypted) : encrypted,
                signature(section.verdicts()));
        String whole = section.text().text().stripTrailing();
        int end = Math.min(whole.length(), MOST_QUOTED - quoted);
        // not between the halves of one character
        end -= end > 0 && end < whole.length() && Character.isHighSurrogate(whole.charAt(end - 1)) ? 1 : 0;
        quoted += end;
        VisibleText.lines(whole.substring(0, end)).lines().forEach(this::quote);
        if (end < whole.length()) {
            label("CUT", rest(section, number));
        }
        text.append('\n');
    }

    private String rest(Section section, int number) {
        if (!section.encrypted()) {
            return originalName();
        }
        String file = this.name + "-text-" + number + ".txt";
        files.add(Part.file(file, Content.of(section.text().text().getBytes(StandardCharsets.UTF_8))));
        return file;
    }

    private String signature(List<Verdict> verdicts) {
        Optional<Fingerprint> good = verdicts.stream()
                .filter(verdict -> verdict.state() == SignatureState.GOOD)
                .flatMap(verdict -> verdict.signer().stream())
                .findFirst();
        return good.map(signer -> templates.label("TEXT_SIGNED", signer.spaced()))
                .orElseGet(() ->
                        templates.label(verdicts.isEmpty() ? "TEXT_NOT_SIGNED" : "TEXT_SIGNATURE_PROVES_NOTHING"));
    }

    private void attachments() {
        List<Attachment> attachments = enclosure.opened().attachments();
        if (attachments.isEmpty()) {
            return;
        }
        label("FILES");
        for (int i = 0; i < attachments.size(); i++) {
            String line = attachment(attachments.get(i), i + 1);
            if (i < MOST_FILES_LISTED) {
                quote(line);
            }
        }
    }

    private String attachment(Attachment attachment, int number) {
        String title = attachment.name().text();
        String size = String.valueOf(attachment.content().sizeBytes());
        if (!attachment.encrypted() || !withFiles) {
            return templates.label("FILE", title, attachment.mediaType(), size);
        }
        String given = FileName.safe(title);
        String enclosed = name + "-" + number + (given.isEmpty() ? ".bin" : "-" + given);
        files.add(Part.file(enclosed, attachment.content()));
        return templates.label("FILE_ENCLOSED", title, attachment.mediaType(), size, enclosed);
    }

    private String originalName() {
        return name + ".eml";
    }

    private void label(String name, String... values) {
        LABEL_WRAP.lines(templates.label(name, values)).forEach(line -> text.append(line)
                .append('\n'));
    }

    private void quote(String line) {
        WRAP.lines(line.stripTrailing())
                .forEach(each -> text.append((PREFIX + each).stripTrailing()).append('\n'));
    }
}
