package org.embargo.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.embargo.model.Confidential;
import org.embargo.process.outcome.MemberLetter.Transcript.Line;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Remark;

/**
 * A line of a transcript as it is stored: why it is not done and what else is said stand in one list, told apart by their
 * names. The outbox keeps its rows and reads them whenever a mail joins their case, so the form stays.
 */
record StoredLine(int number, Confidential command, List<Said> remarks) {

    private static final Set<String> REASONS =
            Stream.of(Refusal.Reason.values()).map(Refusal.Reason::name).collect(Collectors.toUnmodifiableSet());

    StoredLine {
        Objects.requireNonNull(command, "command");
        remarks = List.copyOf(remarks);
    }

    static StoredLine of(Line line) {
        Stream<Said> why = line.refusal().map(each -> new Said(each.reason().name(), each.values())).stream();
        Stream<Said> besides =
                line.remarks().stream().map(each -> new Said(each.kind().name(), each.values()));
        return new StoredLine(
                line.number(), line.command(), Stream.concat(why, besides).toList());
    }

    Line line() {
        Optional<Refusal> why = remarks.stream()
                .filter(Said::isRefusal)
                .map(each -> new Refusal(Refusal.Reason.valueOf(each.kind()), each.values()))
                .findFirst();
        List<Remark> besides = remarks.stream()
                .filter(each -> !each.isRefusal())
                .map(each -> new Remark(Remark.Kind.valueOf(each.kind()), each.values()))
                .toList();
        return new Line(number, command, why, besides);
    }

    /** One sentence, by the name of its reason or kind. */
    record Said(String kind, List<Confidential> values) {
        Said {
            Objects.requireNonNull(kind, "kind");
            values = List.copyOf(values);
        }

        boolean isRefusal() {
            return REASONS.contains(kind);
        }
    }
}
