package org.embargo.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    /** A case with the given dates and approvals, and every field that an advance notice needs. */
    public static Case complete(Case before, Schedule schedule, Approvals approvals) {
        return before.with(draft -> {
            draft.schedule = schedule;
            draft.approvals = approvals;
            draft.dossier = new Dossier(
                    Map.of(
                            TextField.TITLE, new Confidential("title"),
                            TextField.DESCRIPTION, new Confidential("description"),
                            TextField.REMEDY, new Confidential("remedy")),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(new Confidential("< 45.0.2")),
                    Optional.of(List.of()),
                    Credit.UNSET,
                    true);
        });
    }

    public static Case with(Case before, Notices notices) {
        return before.with(draft -> draft.notices = notices);
    }
}
