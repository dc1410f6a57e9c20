package org.embargo.server;

import java.util.Arrays;
import java.util.List;
import org.embargo.process.words.Refusal.Reason;

/** An order that is refused, and why. */
record Refusal(Reason why, Order order) {

    /** The lines of a table: reason, head of the order, text, words of the transcript. */
    static List<Refusal> table(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Refusal::line)
                .toList();
    }

    private static Refusal line(String line) {
        List<String> cells = Arrays.asList(line.split(" \\| ", -1));
        if (cells.size() != 4) {
            throw new IllegalArgumentException(line);
        }
        Order order = Order.of(
                cells.get(1), cells.get(2).replace("\\n", "\n"), cells.get(3).strip());
        return new Refusal(Reason.valueOf(cells.get(0)), order);
    }

    @Override
    public String toString() {
        return why + ", " + order;
    }
}
