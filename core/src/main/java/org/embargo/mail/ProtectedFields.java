package org.embargo.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Header fields inside encryption or signature (RFC 9788, and the older {@code protected-headers="v1"}). One thread. */
final class ProtectedFields {

    private final List<PartHeader.Field> fields = new ArrayList<>();

    static boolean isDeclared(PartHeader payload) {
        return payload.parameter("hp").isPresent() || isDeclaredOldStyle(payload);
    }

    static boolean isDeclaredOldStyle(PartHeader header) {
        return header.parameter("protected-headers").isPresent();
    }

    /** What was protected first stands. */
    void add(PartHeader payload) {
        Set<String> present = fields.stream().map(PartHeader.Field::name).collect(Collectors.toSet());
        payload.fields().stream()
                .filter(field -> !present.contains(field.name()) && !isAboutTheForm(field.name()))
                .forEach(fields::add);
    }

    private static boolean isAboutTheForm(String name) {
        return name.startsWith("content-") || name.equals("mime-version") || name.equals("hp-outer");
    }

    /** {@code outer} with every field replaced that is protected; empty where none is. */
    Optional<PartHeader> over(PartHeader outer) {
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Set<String> names = fields.stream().map(PartHeader.Field::name).collect(Collectors.toSet());
        List<PartHeader.Field> all = new ArrayList<>(fields);
        outer.fields().stream().filter(field -> !names.contains(field.name())).forEach(all::add);
        return Optional.of(new PartHeader(all));
    }
}
