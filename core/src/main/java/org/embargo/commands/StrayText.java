package org.embargo.commands;

import java.util.ArrayList;
import java.util.List;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Refusal.Reason;

/**
 * Lines below a command that belong to none. That is a mistake, which its writer is told, unless they are his program's
 * words about what it quotes right below them: {@code On Monday, the desk wrote:}. One thread.
 */
final class StrayText {

    private static final int LONGEST_INTRODUCTION = 3;

    private final List<Mistake> lines = new ArrayList<>();

    void add(int line, String text) {
        lines.add(new Mistake(line, Refusal.of(Reason.STRAY_TEXT, text)));
    }

    /** A quoted line comes next: the last lines in a row were about it. */
    void quoteFollows() {
        int first = lines.size();
        while (first > 0
                && (first == lines.size()
                        || lines.get(first - 1).line() + 1 == lines.get(first).line())) {
            first--;
        }
        if (lines.size() - first <= LONGEST_INTRODUCTION) {
            lines.subList(first, lines.size()).clear();
        }
    }

    /** Those that are mistakes, for there is no quotation that could explain them. */
    List<Mistake> take() {
        List<Mistake> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }
}
