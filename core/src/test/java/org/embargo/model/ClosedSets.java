package org.embargo.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The members of a sealed interface, those of sets within it too. */
public final class ClosedSets {

    private ClosedSets() {}

    public static List<Class<?>> members(Class<?> set) {
        return Arrays.<Class<?>>stream(set.getPermittedSubclasses())
                .flatMap(member -> member.isSealed() ? members(member).stream() : Stream.of(member))
                .toList();
    }
}
