package org.embargo.process.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.Credit;
import org.embargo.model.DeskName;
import org.embargo.model.DossierEvent;
import org.embargo.process.outcome.CreditWish.Result;
import org.junit.jupiter.api.Test;

class CreditWishTest {

    private static final Case OPEN = Case.unfiled(new CaseId("PYCA", 2026, 7310), new DeskName("example"));

    @Test
    void nameShouldBeTakenAndTakenAgainNotAtAll() {
        CreditWish wish = wish("Rita");

        assertThat(wish.events(OPEN)).containsExactly(new DossierEvent.CreditSaid(Credit.Naming.of("Rita")));
        assertThat(wish.result(OPEN.after(wish.events(OPEN)))).isEmpty();
    }

    @Test
    void whatHeSaysShouldGoBeforeWhatTheTeamSaid() {
        Case byTeam = OPEN.after(new DossierEvent.CreditSet(Credit.Naming.of("Somebody")));

        Case after = byTeam.after(wish("None").events(byTeam));

        assertThat(after.dossier().credit().effective()).contains(Credit.Naming.ANONYMOUS);
    }

    @Test
    void nameThatWaitsShouldBeTakenOverByAMembersCreditAlone() {
        Case waiting = OPEN.after(new DossierEvent.CreditSaid(Credit.Naming.ANONYMOUS))
                .after(new DossierEvent.CreditAsked(Credit.Naming.of("Rita")));

        assertThat(waiting.dossier().credit().effective()).contains(Credit.Naming.ANONYMOUS);
        assertThat(waiting.after(new DossierEvent.CreditSet(Credit.Naming.of("Rita")))
                        .dossier()
                        .credit())
                .isEqualTo(new Credit(Optional.empty(), Optional.of(Credit.Naming.of("Rita")), Optional.empty()));
    }

    @Test
    void staysUnnamedShouldAlsoWithdrawANameThatWaits() {
        Case waiting = OPEN.after(new DossierEvent.CreditAsked(Credit.Naming.of("Rita")));

        Case after = waiting.after(wish("none").events(waiting));

        assertThat(after.dossier().credit().waiting()).isEmpty();
        assertThat(after.dossier().credit().effective()).contains(Credit.Naming.ANONYMOUS);
    }

    @Test
    void nameWithALinkShouldChangeNothing() {
        assertThat(wish("Rita www.evil.example").result(OPEN)).contains(Result.NOT_TAKEN);
        assertThat(wish("Rita www.evil.example").events(OPEN)).isEmpty();
    }

    private static CreditWish wish(String said) {
        return new CreditWish(new Confidential(said));
    }
}
