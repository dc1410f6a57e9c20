package org.embargo.mail;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteSequence;
import org.embargo.content.Content;

/** Parts as they come from the token stream, put together to a tree without recursion. */
final class PartTree {

    private final int base;
    private final Deque<Open> open = new ArrayDeque<>();
    private Optional<Part> root = Optional.empty();
    private boolean complete = true;

    PartTree(int base) {
        this.base = base;
    }

    /** A part whose end has not come. */
    private static final class Open {
        private final List<PartHeader.Field> fields = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();
        private Content content = Part.EMPTY.content();
        private boolean signed;

        private Part part() {
            return new Part(new PartHeader(fields), parts, content, Optional.empty());
        }
    }

    void startPart(Allowance allowance) throws MailLimitException {
        allowance.takePart();
        open.push(new Open());
    }

    void field(Field field) {
        ByteSequence raw = field.getRaw();
        String text = Charsets.guess(raw.toByteArray());
        int colon = text.indexOf(':');
        String value = text.substring(colon + 1).replaceAll("\\r?\\n", "").trim();
        open.element().fields.add(new PartHeader.Field(field.getName().toLowerCase(Locale.ROOT), value));
    }

    void startMultipart() {
        open.element().signed =
                new PartHeader(open.element().fields).mediaType().equals("multipart/signed");
    }

    boolean isInSigned() {
        return open.element().signed;
    }

    void body(Content content) {
        open.element().content = content;
    }

    void add(Part part) {
        open.element().parts.add(part);
    }

    void endPart() {
        Part part = open.pop().part();
        if (open.isEmpty()) {
            root = Optional.of(part);
        } else {
            add(part);
        }
    }

    /** How many levels the part being read lies below the mail's root. */
    int depth() {
        return base + open.size();
    }

    void cut() {
        complete = false;
    }

    boolean isComplete() {
        return complete;
    }

    /** The whole; what has not ended ends here. */
    Part root() {
        while (!open.isEmpty()) {
            endPart();
        }
        return root.orElse(Part.EMPTY);
    }
}
