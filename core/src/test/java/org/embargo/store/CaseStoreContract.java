package org.embargo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.embargo.model.Actor;
import org.embargo.model.Address;
import org.embargo.model.Case;
import org.embargo.model.CaseId;
import org.embargo.model.CaseState;
import org.embargo.model.CourseEvent;
import org.embargo.model.DeskName;
import org.embargo.model.DeskRole;
import org.embargo.model.IntakeId;
import org.embargo.model.LetterId;
import org.embargo.model.MailEvent;
import org.embargo.model.MessageId;
import org.embargo.model.ReporterEvent;
import org.embargo.model.TeamEvent;
import org.embargo.model.Token;
import org.junit.jupiter.api.Test;

/** What every store of cases must do, whichever database is under it. */
interface CaseStoreContract extends StoreContract {

    @Test
    default void caseShouldFoldFromItsJournal() {
        CaseId id = Samples.caseId();
        Case filed = file(Samples.desk(), id);
        Case appended = append(
                filed,
                new ReporterEvent.ReporterCertificateTaken(Samples.KEY),
                new ReporterEvent.CiphertextShared(Samples.caseId()),
                new MailEvent.MemberWrote(Samples.mailAt(Samples.NOON), Samples.REPORTER, Samples.PLAIN),
                new ReporterEvent.ReporterCertificateProposed(Samples.KEY, Samples.mailAt(Samples.NOON)),
                new MailEvent.LetterBounced(new LetterId(Samples.token().value()), "5.1.1"),
                new ReporterEvent.ReporterAnswered(Samples.mailAt(Samples.NOON), Samples.NOON),
                new CourseEvent.CaseAccepted(),
                new CourseEvent.CaseRejected(),
                new CourseEvent.CaseDuplicate(Samples.caseId()),
                new CourseEvent.CaseClosed(true),
                new CourseEvent.CaseReopened(),
                new CourseEvent.CaseHeld(),
                new CourseEvent.CaseResumed(),
                new TeamEvent.OwnerSet(Samples.REPORTER),
                new ReporterEvent.ReporterSet(Samples.REPORTER),
                Samples.followUp());

        Optional<Case> read =
                store().reading(transaction -> transaction.journal().find(id));

        assertThat(read).contains(appended);
        assertThat(appended.version()).isEqualTo(17);
        assertThat(appended.state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(appended.endedFrom()).isEmpty();
    }

    @Test
    default void caseShouldBeFoldedOnceInATransactionUntilItChanges() {
        CaseId id = Samples.caseId();
        file(Samples.desk(), id);

        Case appended = store().inTransaction(transaction -> {
            Journal journal = transaction.journal();
            Case first = journal.find(id).orElseThrow();
            assertThat(transaction.journal().find(id)).containsSame(first);
            return journal.append(first, List.of(Samples.followUp()), Actor.OUTSIDE, Samples.NOON);
        });

        assertThat(appended.version()).isEqualTo(2);
        store().reading(transaction -> {
            assertThat(transaction.journal().find(id)).contains(appended);
            Case byAnother = append(appended, Samples.followUp());
            return assertThat(transaction.journal().find(id)).contains(byAnother);
        });
    }

    @Test
    default void linesShouldTellWhoAndWhen() {
        CaseId id = Samples.caseId();
        Case filed = file(Samples.desk(), id);
        Actor alice = Actor.member(Samples.KEY);
        Instant later = Samples.NOON.plusSeconds(60);
        store().inTransaction(
                        transaction -> transaction.journal().append(filed, List.of(Samples.followUp()), alice, later));

        List<JournalLine> lines =
                store().reading(transaction -> transaction.journal().lines(id));

        assertThat(lines).extracting(JournalLine::actor).containsExactly(Actor.OUTSIDE, alice);
        assertThat(lines).extracting(JournalLine::time).containsExactly(Samples.NOON, later);
        assertThat(lines).extracting(JournalLine::number).containsExactly(1L, 2L);
    }

    @Test
    default void appendShouldRefuseAVersionSomebodyElseHasTaken() {
        Case filed = file(Samples.desk(), Samples.caseId());
        append(filed, Samples.followUp());

        assertThatThrownBy(() -> append(filed, Samples.followUp())).isInstanceOf(StaleCaseException.class);
    }

    @Test
    default void appendShouldRefuseANumberThatIsTaken() {
        CaseId id = Samples.caseId();
        file(Samples.desk(), id);

        assertThatThrownBy(() -> file(Samples.desk(), id)).isInstanceOf(StaleCaseException.class);
        assertThat(store().<Boolean>reading(transaction -> transaction.cases().isFree(id)))
                .isFalse();
    }

    @Test
    default void failedWorkShouldLeaveNothing() {
        CaseId id = Samples.caseId();
        DeskName desk = Samples.desk();

        assertThatThrownBy(() -> store().inTransaction(transaction -> {
                    transaction
                            .journal()
                            .append(Case.unfiled(id, desk), List.of(Samples.report()), Actor.OUTSIDE, Samples.NOON);
                    throw new IllegalArgumentException("stop");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(find(transaction -> transaction.journal().find(id))).isEmpty();
        assertThat(store().verify(desk)).isEmpty();
    }

    @Test
    default void casesFiledAtTheSameTimeShouldAllBeChained() throws Exception {
        DeskName desk = Samples.desk();
        ExecutorService threads = Executors.newFixedThreadPool(4);

        List<Future<Case>> filed = IntStream.range(0, 40)
                .mapToObj(i -> threads.submit(() -> file(desk, Samples.caseId())))
                .toList();
        for (Future<Case> each : filed) {
            each.get();
        }
        threads.shutdown();

        assertThat(store().verify(desk)).isEmpty();
        assertThat(store().<List<CaseId>>reading(
                                transaction -> transaction.cases().open(desk)))
                .hasSize(40);
    }

    @Test
    default void caseShouldBeReadWholeWhileItGrows() throws Exception {
        CaseId id = Samples.caseId();
        Case filed = file(Samples.desk(), id);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Future<Case> growing = threads.submit(() -> {
            Case current = filed;
            for (int i = 0; i < 30; i++) {
                current = append(current, Samples.followUp());
            }
            return current;
        });

        long seen = 0;
        while (!growing.isDone()) {
            seen = Math.max(
                    seen,
                    find(transaction -> transaction.journal().find(id))
                            .orElseThrow()
                            .version());
        }
        threads.shutdown();

        assertThat(seen).isLessThanOrEqualTo(growing.get().version());
    }

    @Test
    default void tableOfCasesShouldBeRebuiltFromTheJournal() throws Exception {
        DeskName desk = Samples.desk();
        CaseId id = Samples.caseId();
        Case current = append(file(desk, id), Samples.followUp());
        tamper("DELETE FROM cases WHERE desk = ?", desk.value());

        store().rebuildCases(desk);

        assertThat(find(transaction -> transaction.journal().find(id))).contains(current);
        assertThat(store().<List<CaseId>>reading(
                                transaction -> transaction.cases().filedSince(desk, Samples.NOON)))
                .containsExactly(id);
    }

    @Test
    default void lookUpsShouldFindTheCaseAtItsDeskAlone() {
        DeskName desk = Samples.desk();
        CaseId id = Samples.caseId();
        Token token = Samples.token();
        MessageId messageId = new MessageId("<" + token.value() + "@planted.example>");
        byte[] digest = token.value().getBytes(StandardCharsets.US_ASCII);
        store().inTransaction(transaction -> {
            LookUps lookUps = transaction.lookUps();
            lookUps.rememberReporterToken(desk, token, id);
            lookUps.rememberMail(desk, messageId, id);
            lookUps.rememberSessionKey(desk, digest, id);
            lookUps.rememberSessionKey(desk, digest, id);
            return true;
        });

        store().reading(transaction -> {
            LookUps lookUps = transaction.lookUps();
            assertThat(lookUps.byReporterToken(desk, token)).contains(id);
            assertThat(lookUps.byReporterToken(Samples.desk(), token)).isEmpty();
            assertThat(lookUps.byMails(desk, List.of(new MessageId("<no@where>"), messageId)))
                    .containsExactly(id);
            assertThat(lookUps.byLetters(desk, List.of(messageId))).isEmpty();
            assertThat(lookUps.bySessionKey(desk, digest)).containsExactly(id);
            return true;
        });
    }

    @Test
    default void contentShouldBeTakenOnceAtEachAddress() {
        DeskName desk = Samples.desk();
        byte[] digest = {1, 2, 3};
        IntakeId first = Samples.mailAt(Samples.NOON);
        IntakeId second = Samples.mailAt(Samples.NOON);
        DeskRole front = new DeskRole.Front();

        boolean taken =
                store().inTransaction(transaction -> transaction.lookUps().takeContent(desk, front, digest, first));
        boolean again =
                store().inTransaction(transaction -> transaction.lookUps().takeContent(desk, front, digest, second));
        boolean elsewhere = store().inTransaction(
                        transaction -> transaction.lookUps().takeContent(desk, new DeskRole.Key(), digest, second));

        assertThat(List.of(taken, again, elsewhere)).containsExactly(true, false, true);
        assertThat(find(transaction -> transaction.lookUps().firstWithContent(desk, front, digest)))
                .contains(first);
    }

    @Test
    default void certificateShouldBeFoundByFingerprintAndByEachKeyId() {
        CaseId id = Samples.caseId();
        long subkey = id.number();
        KeptCertificate kept = new KeptCertificate(id, Samples.KEY, List.of(1L, subkey), new byte[] {1, 2, 3});
        store().inTransaction(transaction -> {
            transaction.certificates().keep(new KeptCertificate(id, Samples.KEY, List.of(1L), new byte[] {9}));
            transaction.certificates().keep(kept);
            return true;
        });

        store().reading(transaction -> {
            CertificateStore certificates = transaction.certificates();
            assertThat(certificates.find(id, Samples.KEY)).contains(kept);
            assertThat(certificates.of(id)).containsExactly(kept);
            assertThat(certificates.withKeyId(subkey)).containsExactly(kept);
            assertThat(certificates.withKeyId(-subkey)).isEmpty();
            return true;
        });
    }

    @Test
    default void mailShouldBeTakenOnce() {
        DeskName desk = Samples.desk();
        CaseId id = Samples.caseId();
        TakenMail mail =
                new TakenMail(Samples.mailAt(Samples.NOON), desk, Optional.of(id), TakenMail.Kind.REPORT, Samples.NOON);
        TakenMail aside = new TakenMail(
                Samples.mailAt(Samples.NOON), desk, Optional.empty(), TakenMail.Kind.SET_ASIDE, Samples.NOON);

        boolean first = store().inTransaction(transaction -> transaction.mails().take(mail));
        boolean second =
                store().inTransaction(transaction -> transaction.mails().take(mail));
        store().inTransaction(transaction -> transaction.mails().take(aside));

        assertThat(List.of(first, second)).containsExactly(true, false);
        store().reading(transaction -> {
            assertThat(transaction.mails().find(mail.id())).contains(mail);
            assertThat(transaction.mails().setAsideSince(desk, Samples.NOON)).containsExactly(aside);
            assertThat(transaction.mails().setAsideSince(desk, Samples.NOON.plusMillis(1)))
                    .isEmpty();
            return true;
        });
    }

    @Test
    default void answersShouldBeCountedByAddressDomainAndDesk() {
        DeskName desk = Samples.desk();
        Instant anHourAgo = Samples.NOON.minus(Duration.ofHours(1));
        AnswerCounts.Kind receipt = AnswerCounts.Kind.RECEIPT;
        store().inTransaction(transaction -> {
            transaction.answers().count(receipt, desk, new Address("A@x.example"), anHourAgo.minusMillis(1));
            transaction.answers().count(receipt, desk, new Address("A@x.example"), Samples.NOON);
            transaction.answers().count(receipt, desk, new Address("b@x.example"), Samples.NOON);
            transaction.answers().count(receipt, desk, new Address("b@y.example"), Samples.NOON);
            return true;
        });

        store().reading(transaction -> {
            AnswerCounts answers = transaction.answers();
            assertThat(answers.toAddress(receipt, desk, new Address("a@X.example"), anHourAgo))
                    .isEqualTo(1);
            assertThat(answers.toDomainOf(receipt, desk, new Address("c@x.example"), anHourAgo))
                    .isEqualTo(2);
            assertThat(answers.ofDesk(receipt, desk, anHourAgo)).isEqualTo(3);
            assertThat(answers.ofDesk(AnswerCounts.Kind.UNPROVEN_NOTE, desk, anHourAgo))
                    .isZero();
            return true;
        });
    }

    @Test
    default void signatureShouldBeUsedOnceForGood() {
        String digest = Samples.token().value();

        boolean first = use(digest);
        boolean second = use(digest);
        boolean other = use(digest + "x");

        assertThat(List.of(first, second, other)).containsExactly(true, false, true);
    }

    private boolean use(String digest) {
        return store().inTransaction(transaction -> transaction.signatures().use(Samples.KEY, digest, Samples.NOON));
    }

    @Test
    default void orderShouldBeKeptForEachMemberAndCase() {
        CaseId id = Samples.caseId();
        for (long second = 0; second < 2; second++) {
            Instant signed = Samples.NOON.plusSeconds(second);
            store().inTransaction(transaction -> {
                transaction.signatures().acted(Samples.KEY, id, signed);
                return true;
            });
        }

        Optional<Instant> newest =
                store().reading(transaction -> transaction.signatures().newest(Samples.KEY, id));
        Optional<Instant> elsewhere =
                store().reading(transaction -> transaction.signatures().newest(Samples.KEY, Samples.caseId()));

        assertThat(newest).contains(Samples.NOON.plusSeconds(1));
        assertThat(elsewhere).isEmpty();
    }
}
