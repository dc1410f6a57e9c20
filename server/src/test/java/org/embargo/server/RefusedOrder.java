package org.embargo.server;

import java.util.Arrays;
import java.util.List;
import org.embargo.process.words.Refusal.Reason;

/** An order that is refused, and why. */
record RefusedOrder(Reason why, Order order) {

    /** The lines of a table: reason, head of the order, text, words of the transcript. */
    static List<RefusedOrder> table(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(RefusedOrder::line)
                .toList();
    }

    private static RefusedOrder line(String line) {
        List<String> cells = Arrays.asList(line.split(" \\| ", -1));
        if (cells.size() != 4) {
            throw new IllegalArgumentException(line);
        }
        Order order = Order.of(
                cells.get(1), cells.get(2).replace("\\n", "\n"), cells.get(3).strip());
        return new RefusedOrder(Reason.valueOf(cells.get(0)), order);
    }

    @Override
    public String toString() {
        return why + ", " + order;
    }
}
