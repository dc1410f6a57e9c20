package org.embargo.mail;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The words of an HTML part as plain text. Nothing is fetched, no address that a link hides is followed. */
final class HtmlText implements NodeVisitor {

    private final StringBuilder text = new StringBuilder();
    private int preformatted;

    private HtmlText() {}

    static String of(String html) {
        HtmlText visitor = new HtmlText();
        Element body = Jsoup.parse(html).body();
        // repeats protected fields for programs that don't know them (RFC 9788 section 4.10.2)
        body.select("div.header-protection-legacy-display").remove();
        NodeTraversor.traverse(visitor, body);
        return PlainText.trimmed(visitor.text.toString()).replaceAll("\\n{3,}", "\n\n");
    }

    @Override
    public void head(Node node, int depth) {
        preformatted += node.nameIs("pre") ? 1 : 0;
        if (node instanceof TextNode words) {
            words(words);
        } else if (node.nameIs("br")) {
            text.append('\n');
        } else if (node.nameIs("li")) {
            newLine();
            text.append("- ");
        } else if (node instanceof Element element && element.isBlock()) {
            newLine();
        }
    }

    @Override
    public void tail(Node node, int depth) {
        preformatted -= node.nameIs("pre") ? 1 : 0;
        if (node instanceof Element element && element.isBlock()) {
            newLine();
            if (node.nameIs("p")) {
                text.append('\n');
            }
        } else if (node.nameIs("td") || node.nameIs("th")) {
            text.append('\t');
        } else if (node.nameIs("a")) {
            link(node.attr("href"));
        }
    }

    /** Where a link leads matters more than what it says. */
    private void link(String target) {
        if (!target.isBlank() && !target.startsWith("#")) {
            text.append(" <").append(PlainText.oneLine(target)).append('>');
        }
    }

    private void words(TextNode node) {
        if (preformatted > 0) {
            text.append(node.getWholeText());
        } else {
            String words = node.getWholeText().replaceAll("\\s+", " ");
            text.append(atLineStart() ? words.stripLeading() : words);
        }
    }

    private void newLine() {
        if (!atLineStart()) {
            text.append('\n');
        }
    }

    private boolean atLineStart() {
        return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }
}
