package org.embargo.process.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.embargo.model.Case;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.DeskName;
import org.embargo.model.DossierEvent;
import org.embargo.model.ScheduleEvent;
import org.embargo.model.TextField;
import org.embargo.process.standing.Completeness.Piece;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompletenessTest {

    private static final List<CaseEvent> ALL =
            Arrays.stream(Piece.values()).map(CompletenessTest::event).toList();

    @ParameterizedTest
    @EnumSource(Piece.class)
    void onePieceShouldBeMissedUntilItIsSet(Piece piece) {
        List<CaseEvent> others = new ArrayList<>(ALL);
        others.remove(event(piece));
        Case without = Case.unfiled(new CaseId("PYCA", 2026, 7310), new DeskName("example"))
                .after(others);

        assertThat(Completeness.missing(without)).containsExactly(piece);
        assertThat(Completeness.missing(without.after(event(piece)))).isEmpty();
    }

    private static CaseEvent event(Piece piece) {
        Confidential some = new Confidential("1.0");
        return switch (piece) {
            case TITLE -> new DossierEvent.TextSet(TextField.TITLE, some);
            case DESCRIPTION -> new DossierEvent.TextSet(TextField.DESCRIPTION, some);
            case AFFECTED -> new DossierEvent.AffectedSet(List.of(some));
            case REMEDY -> new DossierEvent.TextSet(TextField.REMEDY, some);
            case FIXED -> new DossierEvent.FixedSet(List.of());
            case PATCHES -> new DossierEvent.PatchesNone();
            case DISCLOSURE -> new ScheduleEvent.DisclosureSet(Instant.parse("2026-12-01T15:00:00Z"));
        };
    }
}
