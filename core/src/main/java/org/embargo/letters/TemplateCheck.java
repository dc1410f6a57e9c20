package org.embargo.letters;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Looks through one text before it is used: an unknown name must stop the start, not a letter. */
final class TemplateCheck implements Mustache.Visitor {

    /** No escaping: the letters are plain text. What is absent is empty text, and false as a section. */
    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(false).strictSections(true).emptyStringIsFalse(true);

    private final String file;
    private final Collection<String> variables;
    private final Collection<String> sections;
    private final List<String> allowed;
    private final List<String> mistakes = new ArrayList<>();

    /**
     * @param variables names that stand for a text
     * @param sections  names that may open a section
     * @param allowed   both, as told to whoever wrote another
     */
    TemplateCheck(String file, Collection<String> variables, Collection<String> sections, List<String> allowed) {
        this.file = file;
        this.variables = variables;
        this.sections = sections;
        this.allowed = allowed;
    }

    /** The text compiled, tried with {@code sample}; empty with {@link #mistakes()} when it can't be used. */
    Optional<Template> compile(String text, Object sample) {
        try {
            Template template = COMPILER.compile(text);
            template.visit(this);
            if (mistakes.isEmpty()) {
                template.execute(sample);
            }
            return mistakes.isEmpty() ? Optional.of(template) : Optional.empty();
        } catch (MustacheException e) {
            mistakes.add(file + ": " + e.getMessage() + "; allowed are: " + String.join(", ", allowed));
            return Optional.empty();
        }
    }

    List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    @Override
    public void visitText(String text) {
        // any text will do
    }

    @Override
    public void visitVariable(String name) {
        requireIn(variables, name);
    }

    @Override
    public boolean visitInclude(String name) {
        mistakes.add(file + ": {{>" + name + "}} would include another file, which is not possible here");
        return false;
    }

    @Override
    public boolean visitSection(String name) {
        requireIn(sections, name);
        return true;
    }

    @Override
    public boolean visitInvertedSection(String name) {
        return visitSection(name);
    }

    private void requireIn(Collection<String> names, String name) {
        if (!names.contains(name)) {
            mistakes.add(file + ": {{" + name + "}} is unknown here; allowed are: " + String.join(", ", allowed));
        }
    }
}
