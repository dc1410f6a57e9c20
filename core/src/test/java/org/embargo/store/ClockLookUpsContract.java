package org.embargo.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.DeskName;
import org.junit.jupiter.api.Test;

/** What clocks ask of every store, whichever database is under it. */
interface ClockLookUpsContract extends StoreContract {

    @Test
    default void warningShouldBeGivenOnceOrAfterAWhile() {
        DeskName desk = Samples.desk();
        Instant later = Samples.NOON.plus(Duration.ofDays(7));

        assertThat(warn(desk, Optional.empty(), Samples.NOON)).isTrue();
        assertThat(warn(desk, Optional.empty(), later)).isFalse();
        assertThat(warn(desk, Optional.of(Samples.NOON), later)).isFalse();
        assertThat(warn(desk, Optional.of(Samples.NOON.plusMillis(1)), later)).isTrue();
        assertThat(warn(Samples.desk(), Optional.empty(), later)).isTrue();
    }

    @Test
    default void mailsShouldBeCountedByDeskKindAndTime() {
        DeskName desk = Samples.desk();
        take(desk, TakenMail.Kind.KEY_REQUEST, Samples.NOON.minusMillis(1));
        take(desk, TakenMail.Kind.KEY_REQUEST, Samples.NOON);
        take(desk, TakenMail.Kind.BOUNCE, Samples.NOON);
        take(Samples.desk(), TakenMail.Kind.KEY_REQUEST, Samples.NOON);

        int count = store().reading(tx -> tx.mails().countSince(desk, TakenMail.Kind.KEY_REQUEST, Samples.NOON));

        assertThat(count).isEqualTo(1);
    }

    @Test
    default void openCasesWithCertificatesShouldBeFoundOnceEach() {
        DeskName desk = Samples.desk();
        Case with = file(desk, Samples.caseId());
        file(desk, Samples.caseId());
        store().inTransaction(tx -> {
            tx.certificates().keep(new KeptCertificate(with.id(), Samples.KEY, List.of(1L), new byte[] {1}));
            return true;
        });

        assertThat(store().<List<CaseId>>reading(tx -> tx.certificates().openCases(desk)))
                .containsExactly(with.id());
    }

    private boolean warn(DeskName desk, Optional<Instant> notSince, Instant now) {
        return store().inTransaction(tx -> tx.warnings().take(desk, "what", notSince, now));
    }

    private void take(DeskName desk, TakenMail.Kind kind, Instant received) {
        store().inTransaction(tx ->
                tx.mails().take(new TakenMail(Samples.mailAt(received), desk, Optional.empty(), kind, received)));
    }
}
