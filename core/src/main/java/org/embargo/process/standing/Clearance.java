package org.embargo.process.standing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a member adds to a command that writes to the reporter, knowing the risk.
 *
 * @param clear the text may go unencrypted though the report came encrypted
 * @param sure  it may go although the same ciphertext lies in another case
 */
public record Clearance(boolean clear, boolean sure) {

    public static final Clearance NONE = new Clearance(false, false);

    private static final String CLEAR = "clear";
    private static final String SURE = "sure";

    /** The clearance that {@code words} are; empty when another word stands among them. */
    public static Optional<Clearance> parse(String words) {
        List<String> all =
                words.isBlank() ? List.of() : Arrays.asList(words.strip().split("\\s+"));
        return all.stream().allMatch(word -> word.equals(CLEAR) || word.equals(SURE))
                ? Optional.of(new Clearance(all.contains(CLEAR), all.contains(SURE)))
                : Optional.empty();
    }

    /** As it is written. */
    public String print() {
        List<String> words = new ArrayList<>();
        if (clear) {
            words.add(CLEAR);
        }
        if (sure) {
            words.add(SURE);
        }
        return String.join(" ", words);
    }
}
