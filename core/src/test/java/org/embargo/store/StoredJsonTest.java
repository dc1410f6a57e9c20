package org.embargo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.embargo.model.Address;
import org.embargo.model.BookEvent;
import org.embargo.model.CaseClock;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseState;
import org.embargo.model.ClosedSets;
import org.embargo.model.Confidential;
import org.embargo.model.DeskRole;
import org.embargo.model.LetterId;
import org.embargo.model.MailEvent;
import org.embargo.model.PatchFile;
import org.embargo.model.ReleaseVersion;
import org.embargo.model.Urgency;
import org.embargo.process.outcome.BookLetter;
import org.embargo.process.outcome.CalendarItem;
import org.embargo.process.outcome.ClockLetter;
import org.embargo.process.outcome.CreditWish;
import org.embargo.process.outcome.DigestCase;
import org.embargo.process.outcome.DigestMails;
import org.embargo.process.outcome.EndingCertificate;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.MemberLetter;
import org.embargo.process.outcome.NoticeLetter;
import org.embargo.process.outcome.PostLetter;
import org.embargo.process.outcome.ReporterLetter;
import org.embargo.process.outcome.StrangerLetter;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.words.Finding;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stored form is for years: what is written today must be read tomorrow. */
class StoredJsonTest {

    private static final CalendarItem CALENDAR = new CalendarItem(Samples.token(), 2, Optional.of(Samples.NOON));

    private static final Confidential TEXT = new Confidential("text");

    static List<Letter> letters() {
        Finding finding = Finding.of(Finding.Kind.LETTER_BOUNCED, "a@b.example", "Receipt", "5.1.1");
        return List.of(
                new ReporterLetter.Receipt(
                        Samples.caseId(), Samples.PLAIN, Samples.NOON, Samples.token(), Optional.of(Samples.KEY), true),
                new ReporterLetter.CreditNoted(
                        Samples.caseId(),
                        CreditWish.Result.TAKEN,
                        Optional.of(new Confidential("Rita")),
                        Optional.of(Samples.token()),
                        Optional.of(Samples.KEY)),
                new PostLetter.PublicRelease(Samples.caseId(), TEXT, TEXT),
                new PostLetter.PublicPost(Samples.caseId(), TEXT, TEXT, "digest", true),
                new PostLetter.PostCopy(
                        Samples.caseId(),
                        TEXT,
                        TEXT,
                        "digest",
                        false,
                        Optional.of(Samples.token()),
                        Optional.of(Samples.KEY)),
                new PostLetter.RecipientCopy(Samples.caseId(), Samples.token(), TEXT, TEXT, "digest", true),
                new PostLetter.TeamCall(Samples.caseId(), PostLetter.TeamCall.Call.POSTED, List.of(finding)),
                new StrangerLetter.UnprovenNote(),
                new StrangerLetter.KeyAnswer(),
                new TeamLetter.TeamMail(
                        Samples.caseId(),
                        Samples.mailAt(Samples.NOON),
                        TeamLetter.TeamMail.Occasion.FOLLOW_UP,
                        List.of(finding, Finding.of(Finding.Kind.NOT_SIGNED)),
                        Optional.empty()),
                new TeamLetter.TeamProblem(Samples.caseId(), List.of(finding)),
                new TeamLetter.NewCases(List.of(Samples.caseId(), Samples.caseId())),
                new ReporterLetter.Reply(
                        Samples.caseId(),
                        ReporterLetter.Reply.Tenor.ACCEPTED,
                        new Confidential("words"),
                        Optional.of(Samples.mailAt(Samples.NOON)),
                        Optional.of(Samples.token()),
                        Optional.of(Samples.KEY)),
                new ReporterLetter.AddressChanged(Samples.caseId(), Optional.empty()),
                new MemberLetter.Transcript(
                        Optional.of(Samples.caseId()),
                        MemberLetter.Transcript.Result.DONE,
                        List.of(
                                MemberLetter.Transcript.Line.done(
                                        3, new Confidential("/hold"), List.of(Remark.of(Remark.Kind.HELD))),
                                MemberLetter.Transcript.Line.refused(
                                        4, new Confidential("/resume"), Refusal.of(Refusal.Reason.NOT_HELD))),
                        List.of(Remark.of(Remark.Kind.STANDS_AT, "reported")),
                        List.of(new MemberLetter.Transcript.Step("answer", Samples.NOON)),
                        Samples.NOON),
                new ClockLetter.Reminder(
                        Samples.caseId(),
                        CaseClock.ACKNOWLEDGEMENT,
                        Samples.NOON,
                        Samples.NOON,
                        Samples.NOON,
                        Optional.of(Samples.NOON),
                        List.of(finding)),
                new ClockLetter.Digest(
                        Samples.NOON,
                        Samples.NOON,
                        List.of(new DigestCase(
                                Samples.caseId(),
                                Optional.of(CaseState.ACCEPTED),
                                Optional.of(Samples.NOON),
                                Optional.of(CaseClock.KEEP_IN_TOUCH),
                                Optional.of(Samples.NOON))),
                        3,
                        new DigestMails(
                                Samples.NOON,
                                1,
                                2,
                                3,
                                4,
                                List.of(new DigestMails.SetAside(Samples.NOON, Optional.of(Samples.caseId())))),
                        4711,
                        "mac"),
                new ClockLetter.CertificatesEnd(
                        List.of(new EndingCertificate(
                                EndingCertificate.Owner.MEMBER,
                                new Confidential("alice@project.example"),
                                Samples.KEY,
                                Optional.of(Samples.NOON))),
                        Samples.NOON),
                new ClockLetter.WaitingCases(List.of(Samples.caseId()), 7),
                new TeamLetter.DeskProblem(List.of(finding)),
                new BookLetter.KeyWarning(
                        Samples.caseId(), Samples.KEY, Optional.of(Samples.NOON), Optional.of(Samples.KEY)),
                new BookLetter.DeskKeyNews(Samples.KEY, Samples.KEY, Samples.NOON, 3),
                new BookLetter.DeskKeyChanged(
                        Samples.caseId(),
                        Samples.KEY,
                        Samples.KEY,
                        Samples.NOON,
                        Optional.of(Samples.token()),
                        Optional.of(Samples.KEY)),
                new BookLetter.GuestWelcome(Samples.caseId(), Samples.token(), Optional.of(Samples.KEY)),
                new BookLetter.GuestMail(
                        Samples.caseId(),
                        Samples.mailAt(Samples.NOON),
                        List.of(finding),
                        Samples.token(),
                        Optional.of(Samples.KEY)),
                new BookLetter.GuestNote(
                        Samples.caseId(),
                        List.of(finding),
                        new Confidential("words"),
                        Samples.token(),
                        Optional.of(Samples.KEY)),
                new BookLetter.DeskMail(Samples.mailAt(Samples.NOON), List.of(finding)),
                new NoticeLetter.AdvanceNotice(
                        Samples.caseId(),
                        Samples.token(),
                        new Confidential("title"),
                        new Confidential("text"),
                        "digest",
                        List.of(new PatchFile("main.patch", new Confidential("packed"))),
                        Optional.of(Samples.NOON),
                        1,
                        CALENDAR),
                new NoticeLetter.DateMoved(
                        Samples.caseId(),
                        Samples.token(),
                        Optional.of(Samples.NOON),
                        Optional.empty(),
                        Urgency.LEAKED,
                        CALENDAR),
                new NoticeLetter.ConfirmationRequest(Samples.caseId(), Samples.token(), Optional.of(Samples.NOON)),
                new NoticeLetter.DateNotice(
                        Samples.caseId(),
                        new Confidential("text"),
                        new Confidential("Robin"),
                        "digest",
                        Optional.of(Samples.NOON),
                        0,
                        CALENDAR,
                        Optional.of(Samples.token()),
                        Optional.of(Samples.KEY)),
                new NoticeLetter.DateMovedForReporter(
                        Samples.caseId(),
                        Optional.of(Samples.NOON),
                        Optional.empty(),
                        Urgency.NONE,
                        CALENDAR,
                        Optional.empty(),
                        Optional.empty()),
                new MemberLetter.News());
    }

    static List<DeskRole> roles() {
        return List.of(
                new DeskRole.Front(),
                new DeskRole.Key(),
                new DeskRole.CaseAddress(Samples.caseId()),
                new DeskRole.Reporter(Samples.token()),
                new DeskRole.Recipient(Samples.token()),
                new DeskRole.Guest(Samples.token()),
                new DeskRole.Bounce(Samples.token()),
                new DeskRole.Upstream(),
                new DeskRole.PublicList());
    }

    @ParameterizedTest
    @MethodSource("letters")
    void letterShouldBeReadAsItWasWritten(Letter letter) {
        assertThat(StoredJson.read(StoredJson.write(letter), Letter.class)).isEqualTo(letter);
    }

    @ParameterizedTest
    @MethodSource("roles")
    void roleShouldBeReadAsItWasWritten(DeskRole role) {
        assertThat(StoredJson.read(StoredJson.write(role), DeskRole.class)).isEqualTo(role);
    }

    @Test
    void everyLetterAndRoleShouldBeTried() {
        assertThat(Stream.concat(letters().stream(), roles().stream()).map(Object::getClass))
                .containsAll(ClosedSets.members(Letter.class))
                .containsAll(ClosedSets.members(DeskRole.class));
    }

    static List<BookEvent> bookEvents() {
        Address address = new Address("security@vendor.example");
        return List.of(
                new BookEvent.RecipientAdded(new Confidential("A Vendor"), address, Samples.KEY),
                new BookEvent.RecipientRemoved(address, true),
                new BookEvent.RecipientPaused(address),
                new BookEvent.RecipientResumed(address),
                new BookEvent.RecipientCertificateSet(address, Samples.KEY),
                new BookEvent.MemberCertificateSet(address, Samples.KEY, Samples.KEY, Samples.NOON),
                new BookEvent.CertificateRevoked(Samples.KEY, Samples.mailAt(Samples.NOON)),
                new BookEvent.MemberLeft(address),
                new BookEvent.MemberReturned(address),
                new BookEvent.DeskKeyTaken(Samples.KEY),
                new BookEvent.ReleasesSeen(
                        List.of(ReleaseVersion.parse("45.0.2").orElseThrow())));
    }

    @ParameterizedTest
    @MethodSource("bookEvents")
    void eventOfTheBookShouldBeReadAsItWasWritten(BookEvent event) {
        assertThat(StoredJson.read(StoredJson.write(event), CaseEvent.class)).isEqualTo(event);
    }

    @Test
    void everyEventOfTheBookShouldBeTried() {
        assertThat(bookEvents().stream().map(Object::getClass)).containsAll(ClosedSets.members(BookEvent.class));
    }

    @Test
    void namesOfEventsShouldBeOneSpace() {
        assertThat(ClosedSets.members(CaseEvent.class))
                .extracting(Class::getSimpleName)
                .doesNotHaveDuplicates();
    }

    @Test
    void eventShouldHaveThisForm() {
        byte[] stored =
                StoredJson.write(new MailEvent.LetterBounced(new LetterId("abcdefghijklmnopqrstuvwxyz"), "5.1.1"));

        assertThat(new String(stored, StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"kind\":\"LetterBounced\",\"letter\":\"abcdefghijklmnopqrstuvwxyz\",\"status\":\"5.1.1\"}");
    }

    @Test
    void refusedLineShouldHaveTheFormOfADoneOne() {
        MemberLetter.Transcript.Line line = MemberLetter.Transcript.Line.refused(
                4,
                new Confidential("/duplicate PYCA-2019-1234"),
                Refusal.of(Refusal.Reason.NO_SUCH_CASE, "PYCA-2019-1234"));

        assertThat(new String(StoredJson.write(line), StandardCharsets.UTF_8))
                .isEqualTo("{\"number\":4,\"command\":\"/duplicate PYCA-2019-1234\",\"remarks\":[{\"kind\":"
                        + "\"NO_SUCH_CASE\",\"values\":[\"PYCA-2019-1234\"]}]}");
    }

    @Test
    void namesOfRefusalsAndRemarksShouldBeOneSpace() {
        assertThat(Refusal.Reason.values())
                .extracting(Enum::name)
                .doesNotContainAnyElementsOf(
                        Stream.of(Remark.Kind.values()).map(Enum::name).toList());
    }

    @Test
    void whatCannotBeReadShouldNotBeQuoted() {
        byte[] unknown = "{\"kind\":\"Plantedkind\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> StoredJson.read(unknown, Letter.class))
                .isInstanceOf(StoreException.class)
                .hasStackTraceContaining("can't read a stored Letter")
                .satisfies(failure ->
                        assertThat(String.valueOf(failure.getCause())).doesNotContain("Plantedkind"));
    }
}
