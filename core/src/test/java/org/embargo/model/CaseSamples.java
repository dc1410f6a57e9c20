package org.embargo.model;

import java.time.Instant;
import java.util.Optional;

/** Cases as no event makes them by itself, for tests of what follows from a case. */
public final class CaseSamples {

    private CaseSamples() {}

    public static Case answered(Case before, Instant answered, Instant lastWord) {
        return before.with(draft -> {
            draft.answered = Optional.of(answered);
            draft.lastWord = Optional.of(lastWord);
        });
    }

    public static Case in(Case before, CaseState state) {
        return before.with(draft -> draft.state = state);
    }
}
