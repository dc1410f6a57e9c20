package org.embargo.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of the patched branches a release comes from: the one whose name holds the longest beginning of its version,
 * number by number ({@code release/45.0} for 45.0.2); where there is one release and one branch, that one. For any other
 * release nothing is guessed.
 */
public final class PlannedTags {

    private static final Pattern NUMBERS = Pattern.compile("\\d+(?:\\.\\d+)*");

    private PlannedTags() {}

    /** A release with its branch. */
    public record Planned(Confidential version, RefName branch) {}

    public static List<Planned> of(Case current) {
        List<Confidential> versions = current.dossier().fixed().orElse(List.of());
        List<RefName> branches =
                current.patches().branches().stream().map(BranchPatch::branch).toList();
        List<Planned> planned = new ArrayList<>();
        for (Confidential version : versions) {
            Optional<RefName> only = versions.size() == 1 && branches.size() == 1
                    ? branches.stream().findFirst()
                    : longest(version.text(), branches);
            only.ifPresent(branch -> planned.add(new Planned(version, branch)));
        }
        return planned;
    }

    private static Optional<RefName> longest(String version, Collection<RefName> branches) {
        Comparator<RefName> byLength = Comparator.comparingInt(branch -> held(version, branch));
        List<RefName> holding = branches.stream()
                .filter(branch -> held(version, branch) > 0)
                .sorted(byLength.reversed())
                .toList();
        boolean tied = holding.size() > 1 && held(version, holding.get(0)) == held(version, holding.get(1));
        return tied ? Optional.empty() : holding.stream().findFirst();
    }

    /** How much of {@code version} the name of {@code branch} holds. */
    private static int held(String version, RefName branch) {
        Matcher numbers = NUMBERS.matcher(branch.value());
        int most = 0;
        while (numbers.find()) {
            String number = numbers.group();
            if (version.equals(number) || version.startsWith(number + ".")) {
                most = Math.max(most, number.length());
            }
        }
        return most;
    }
}
