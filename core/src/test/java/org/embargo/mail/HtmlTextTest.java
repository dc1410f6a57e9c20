package org.embargo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

final class HtmlTextTest {

    @Test
    void markupShouldBecomeLines() {
        String html = "<html><head><title>t</title><style>p{}</style></head><body><p>Dear  team,</p>"
                + "<p>a &lt;b&gt; &amp; c<br>next</p><ul><li>one</li><li>two</li></ul>"
                + "<pre>x\n  y</pre><script>alert(1)</script></body></html>";

        assertThat(HtmlText.of(html)).isEqualTo("Dear team,\n\na <b> & c\nnext\n\n- one\n- two\nx\n  y");
    }

    @Test
    void linkShouldShowWhereItLeads() {
        assertThat(HtmlText.of("<a href='https://evil.example/'>https://good.example/</a>"))
                .isEqualTo("https://good.example/ <https://evil.example/>");
    }

    @Test
    void remoteContentShouldLeaveNothing() {
        assertThat(HtmlText.of("<img src='https://tracker.example/x.png'><iframe src=x></iframe>"))
                .isEmpty();
    }

    @Test
    void deepMarkupShouldNeitherOverflowNorBeSlow() {
        String deep = "<div>".repeat(200_000) + "x";

        String text = Assertions.assertTimeout(Duration.ofSeconds(20), () -> HtmlText.of(deep));

        assertThat(text).isEqualTo("x");
    }

    @Test
    void tagSoupShouldGiveItsWords() {
        assertThat(HtmlText.of("<img src=\"http://attacker.example/?")).isEmpty();
        assertThat(HtmlText.of("\">")).isEqualTo("\">");
        assertThat(HtmlText.of("<b>bold<p>new</b> line")).isEqualTo("bold\nnew line");
    }
}
