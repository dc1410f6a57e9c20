package org.embargo.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.embargo.letters.SampleLetters.ALICE;
import static org.embargo.letters.SampleLetters.CASE;
import static org.embargo.letters.SampleLetters.NOW;
import static org.embargo.letters.SampleLetters.REPORTER;
import static org.embargo.letters.SampleLetters.REPORTER_KEY;
import static org.embargo.letters.SampleLetters.token;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.embargo.content.SpoolFolder;
import org.embargo.mail.OpenedMail;
import org.embargo.model.Address;
import org.embargo.model.CaseClock;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.Fingerprint;
import org.embargo.model.Randomness;
import org.embargo.openpgp.Certificate;
import org.embargo.openpgp.UnusableCertificateException;
import org.embargo.process.course.ReleasePost;
import org.embargo.process.outcome.BookLetter;
import org.embargo.process.outcome.ClockLetter;
import org.embargo.process.outcome.CreditWish;
import org.embargo.process.outcome.DigestMails;
import org.embargo.process.outcome.Letter;
import org.embargo.process.outcome.MemberLetter;
import org.embargo.process.outcome.OutboxLetter;
import org.embargo.process.outcome.PostLetter;
import org.embargo.process.outcome.ReporterLetter;
import org.embargo.process.outcome.StrangerLetter;
import org.embargo.process.outcome.TeamLetter;
import org.embargo.process.outcome.TeamLetter.TeamMail.Occasion;
import org.embargo.process.words.Finding;
import org.embargo.process.words.Finding.Kind;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Refusal.Reason;
import org.embargo.process.words.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each letter as it goes out, compared with a file. Keys, ciphertexts and signatures are left out; of an encrypted letter
 * the signed part follows behind the mail. A missing file is written below {@code target/goldens} for a human to look at.
 */
class LetterGoldenTest {

    /** What the team is told with each call. */
    private static final Map<PostLetter.TeamCall.Call, List<Finding>> CALL_FINDINGS = Map.of(
            PostLetter.TeamCall.Call.LAST_CALL,
            List.of(Finding.of(Kind.HOUR_NEAR, "2026-12-01T15:00:00Z"), Finding.of(Kind.APPROVAL_WANTED)),
            PostLetter.TeamCall.Call.URGENT,
            List.of(Finding.of(Kind.URGENT, "EXPLOITED"), Finding.of(Kind.APPROVAL_WANTED)),
            PostLetter.TeamCall.Call.HOUR_MISSED,
            List.of(
                    Finding.of(Kind.HOUR_PASSED, "2026-12-01T15:00:00Z"),
                    Finding.of(Kind.NOT_DISCLOSED, "NOTICES_LATE")),
            PostLetter.TeamCall.Call.POST_MISSED,
            List.of(
                    Finding.of(Kind.POST_PASSED, "2026-12-01T15:00:00Z"),
                    Finding.of(Kind.NOT_DISCLOSED, "NOT_APPROVED")),
            PostLetter.TeamCall.Call.RELEASES,
            List.of(Finding.of(Kind.RELEASE_WANTED, "45.0.2"), Finding.of(Kind.RELEASE_WANTED, "44.0.4")),
            PostLetter.TeamCall.Call.POSTED,
            List.of(
                    Finding.of(Kind.POSTED_TO, "dev@lists.example"),
                    Finding.of(Kind.LATE_SINCE, "2026-12-01T15:00:00Z")),
            PostLetter.TeamCall.Call.RELEASE_POSTED,
            List.of(Finding.of(Kind.POSTED_TO, "dev@lists.example")),
            PostLetter.TeamCall.Call.RETURNED,
            List.of(Finding.of(Kind.POST_CONFIRMED, "dev@lists.example")),
            PostLetter.TeamCall.Call.NOT_RETURNED,
            List.of(Finding.of(Kind.POST_NOT_RETURNED, "dev@lists.example")),
            PostLetter.TeamCall.Call.LEAK,
            List.of(Finding.of(Kind.WORDS_ON_LIST, "0001772445600000-tmvadyu4t3zeby5r57ttxargln")));

    private static final Map<PostLetter.TeamCall.Call, List<Finding>> PATCH_FINDINGS = Map.of(
            PostLetter.TeamCall.Call.PATCHES,
            List.of(
                    Finding.of(Kind.PATCH_STATE, "APPLIES", "main", ""),
                    Finding.of(Kind.PATCH_STATE, "THREE_WAY", "release/45.0", "")),
            PostLetter.TeamCall.Call.PATCHES_FAIL,
            List.of(
                    Finding.of(Kind.PATCH_STATE, "FAILS", "main", "src/parser.c:17"),
                    Finding.of(Kind.PATCH_UNUSUAL, "ci file", "release/45.0", ".github/workflows/ci.yml")),
            PostLetter.TeamCall.Call.PATCHES_PUSHED,
            List.of(
                    Finding.of(Kind.PUSHED, "refs/heads/main", "0123456789012345678901234567890123456789"),
                    Finding.of(Kind.RELEASE_WANTED, "45.0.2")),
            PostLetter.TeamCall.Call.PATCHES_STOPPED,
            List.of(Finding.of(Kind.PUSH_STOPPED, "REFUSED", "the branch is frozen")),
            PostLetter.TeamCall.Call.HOOK_FAILED,
            List.of(Finding.of(Kind.HOOK_FAILED, "45.0.2", "release/45.0", "status 3")));

    private static final Pattern ARMOR =
            Pattern.compile("-----BEGIN PGP ([A-Z ]+)-----.*?-----END PGP \\1-----", Pattern.DOTALL);
    private static final Pattern KEYDATA = Pattern.compile("(keydata=)\\s+(?:\\S+\\s\\n? )*\\S+(?=\\nMIME-Version)");

    private static final Pattern PADDING = Pattern.compile("[ \\n]{100,}\\z");

    private static final Fingerprint FORMER_KEY = new Fingerprint("0123456789ABCDEF0123456789ABCDEF01234567");

    private static final Address LIST = new Address("project-dev@lists.example");

    private final LetterWriter writer;

    LetterGoldenTest(@TempDir Path folder) throws IOException {
        writer = new LetterWriter(Templates.shipped(), new SpoolFolder(folder), new Randomness(new Random(7310)));
    }

    @Test
    void receiptEncrypted() throws Exception {
        encrypted("receipt-encrypted", REPORTER, SampleLetters.receipt(true, true, Optional.of(REPORTER_KEY)));
    }

    @Test
    void receiptInClear() throws Exception {
        inClear("receipt-in-clear", REPORTER, SampleLetters.receipt(false, true, Optional.empty()));
    }

    @Test
    void receiptBare() throws Exception {
        inClear("receipt-bare", REPORTER, SampleLetters.receipt(true, true, Optional.empty()));
    }

    @Test
    void receiptUnreadable() throws Exception {
        inClear("receipt-unreadable", REPORTER, SampleLetters.receipt(true, false, Optional.empty()));
    }

    @Test
    void unprovenNote() throws Exception {
        inClear("unproven-note", REPORTER, new StrangerLetter.UnprovenNote());
    }

    @Test
    void keyAnswer() throws Exception {
        inClear("key-answer", REPORTER, new StrangerLetter.KeyAnswer());
    }

    @Test
    void news() throws Exception {
        inClear("news", ALICE, new MemberLetter.News());
    }

    @Test
    void newCases() throws Exception {
        encrypted("new-cases", ALICE, new TeamLetter.NewCases(List.of(CASE, new CaseId("PYCA", 2026, 81234))));
    }

    @Test
    void reminderAnswer() throws Exception {
        encrypted("reminder-answer", ALICE, SampleLetters.reminder(CaseClock.ACKNOWLEDGEMENT, Duration.ofHours(6)));
    }

    @Test
    void reminderAnswerLate() throws Exception {
        encrypted(
                "reminder-answer-late",
                ALICE,
                SampleLetters.reminder(
                        CaseClock.ACKNOWLEDGEMENT,
                        Duration.ofHours(-2),
                        Finding.of(Kind.MEMBER_UNREACHABLE, "bob@project.example")));
    }

    @Test
    void reminderKeepInTouch() throws Exception {
        encrypted("reminder-keep-in-touch", ALICE, SampleLetters.reminder(CaseClock.KEEP_IN_TOUCH, Duration.ZERO));
    }

    @Test
    void reminderNotice() throws Exception {
        encrypted(
                "reminder-notice",
                ALICE,
                SampleLetters.reminder(
                        CaseClock.ADVANCE_NOTICE,
                        Duration.ofHours(6),
                        Finding.of(Kind.NOTICE_LACKS_CONTENT, "/remedy"),
                        Finding.of(Kind.NOTICE_LACKS_APPROVAL, "1", "2")));
    }

    @Test
    void reminderNoticeOverdue() throws Exception {
        encrypted(
                "reminder-notice-overdue",
                ALICE,
                SampleLetters.reminder(
                        CaseClock.ADVANCE_NOTICE, Duration.ofHours(-2), Finding.of(Kind.NOTICE_NOT_APPROVED)));
    }

    @Test
    void advanceNotice() throws Exception {
        encrypted("advance-notice", REPORTER, SampleNotices.advanceNotice("the text, as approved\n", 0));
    }

    @Test
    void dateMoved() throws Exception {
        encrypted("date-moved", REPORTER, SampleNotices.dateMoved(Optional.of(NOW.plus(Duration.ofDays(2)))));
    }

    @Test
    void dateMovedToNone() throws Exception {
        encrypted("date-moved-to-none", REPORTER, SampleNotices.dateMoved(Optional.empty()));
    }

    @Test
    void confirmationRequest() throws Exception {
        encrypted("confirmation-request", REPORTER, SampleNotices.confirmationRequest());
    }

    @Test
    void dateNoticeInClear() throws Exception {
        inClear("date-notice-in-clear", REPORTER, SampleNotices.dateNotice(Optional.empty()));
    }

    @Test
    void dateMovedForReporter() throws Exception {
        encrypted("date-moved-reporter", REPORTER, SampleNotices.dateMovedForReporter(Optional.of(REPORTER_KEY)));
    }

    @Test
    void publicPost() throws Exception {
        inClear(
                "public-post",
                new Address("dev@lists.example"),
                new PostLetter.PublicPost(
                        CASE,
                        new Confidential("Overflow in the parser"),
                        new Confidential("Overflow in the parser\n\nUpgrade.\n"),
                        "digest",
                        true));
    }

    @Test
    void postCopy() throws Exception {
        inClear(
                "post-copy",
                REPORTER,
                new PostLetter.PostCopy(
                        CASE,
                        new Confidential("Overflow in the parser"),
                        new Confidential("Overflow in the parser\n\nUpgrade.\n"),
                        "digest",
                        false,
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void recipientCopy() throws Exception {
        encrypted(
                "recipient-copy",
                REPORTER,
                new PostLetter.RecipientCopy(
                        CASE,
                        token('n'),
                        new Confidential("Overflow in the parser"),
                        new Confidential("Overflow in the parser\n\nUpgrade.\n"),
                        "digest",
                        true));
    }

    @ParameterizedTest
    @EnumSource(PostLetter.TeamCall.Call.class)
    void teamCall(PostLetter.TeamCall.Call call) throws Exception {
        encrypted(
                "team-call-" + call.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                ALICE,
                new PostLetter.TeamCall(
                        CASE, call, CALL_FINDINGS.getOrDefault(call, PATCH_FINDINGS.getOrDefault(call, List.of()))));
    }

    @Test
    void teamNoticeAnswered() throws Exception {
        about(
                "team-notice-answered",
                SampleLetters.clearMail("Vic", "Re: notice", "we got it"),
                SampleLetters.teamMail(
                        Occasion.NOTICE_ANSWERED,
                        Finding.of(Kind.ANSWERS_NOTICE, "vendor@distro.example"),
                        Finding.of(Kind.NOTICE_ANSWERED_IN_CLEAR)));
    }

    @Test
    void waitingCases() throws Exception {
        encrypted(
                "waiting-cases",
                ALICE,
                new ClockLetter.WaitingCases(List.of(CASE, new CaseId("PYCA", 2026, 81234)), 5));
    }

    @Test
    void digest() throws Exception {
        encrypted("digest", ALICE, SampleLetters.digest());
    }

    @Test
    void digestOfNothing() throws Exception {
        encrypted(
                "digest-of-nothing",
                ALICE,
                new ClockLetter.Digest(
                        NOW,
                        NOW,
                        List.of(),
                        0,
                        new DigestMails(NOW.minus(Duration.ofDays(7)), 0, 0, 0, 0, List.of()),
                        0,
                        ""));
    }

    @Test
    void certificatesEnd() throws Exception {
        encrypted("certificates-end", ALICE, SampleLetters.certificatesEnd());
    }

    @Test
    void deskKeyChangedForTheTeam() throws Exception {
        encrypted("desk-key-changed-team", ALICE, new BookLetter.DeskKeyNews(FORMER_KEY, REPORTER_KEY, NOW, 3));
    }

    @Test
    void deskKeyChangedForAReporter() throws Exception {
        encrypted(
                "desk-key-changed",
                REPORTER,
                new BookLetter.DeskKeyChanged(
                        CASE, FORMER_KEY, REPORTER_KEY, NOW, Optional.of(token('r')), Optional.of(REPORTER_KEY)));
    }

    @Test
    void deskProblem() throws Exception {
        encrypted(
                "desk-problem",
                ALICE,
                new TeamLetter.DeskProblem(List.of(Finding.of(Kind.STEP_FAILS, "digest", "8", "StoreException"))));
    }

    @Test
    void teamProblem() throws Exception {
        encrypted(
                "team-problem",
                ALICE,
                new TeamLetter.TeamProblem(
                        CASE, List.of(Finding.of(Kind.LETTER_BOUNCED, "robin@finder.example", "receipt", "5.1.1"))));
    }

    @Test
    void teamReport() throws Exception {
        OpenedMail mail = SampleLetters.encryptedMail(
                "Überlauf beim Lesen von CRLs", """
                Hello,

                this crashes when the list is empty, and I believe that it can be used to read memory beyond it.
                \u202Ereversed
                --- PYCA-2026-7310: write above this line ---
                /publish

                    indented code stays as it is
                """, SampleLetters.attachment("poc.py", "print('hello')\n", true));
        about(
                "team-report",
                mail,
                SampleLetters.teamMail(
                        Occasion.NEW_REPORT,
                        Finding.of(Kind.WROTE, "robin@finder.example", "Robin Reporter"),
                        Finding.of(Kind.CAME_ENCRYPTED),
                        Finding.of(Kind.SIGNED_BY_BROUGHT_KEY, REPORTER_KEY.spaced()),
                        Finding.of(Kind.CERTIFICATE_TAKEN, REPORTER_KEY.hex())));
    }

    @Test
    void teamReportUnreadable() throws Exception {
        about(
                "team-report-unreadable",
                SampleLetters.unreadableMail(),
                SampleLetters.teamMail(
                        Occasion.NEW_REPORT,
                        Finding.of(Kind.WROTE, "robin@finder.example", "Robin"),
                        Finding.of(Kind.NOT_READABLE, "NO_SECRET_KEY"),
                        Finding.of(Kind.NOT_SIGNED)));
    }

    @Test
    void teamFollowUp() throws Exception {
        about(
                "team-follow-up",
                SampleLetters.clearMail("Robin", "Re: [PYCA-2026-7310] Your report has arrived", "One more thing."),
                SampleLetters.teamMail(
                        Occasion.FOLLOW_UP,
                        Finding.of(Kind.WROTE, "robin@finder.example", "Robin"),
                        Finding.of(Kind.CAME_IN_CLEAR),
                        Finding.of(Kind.SIGNATURE_PROVES_NOTHING, "UNKNOWN_KEY")));
    }

    @Test
    void teamMemberWrote() throws Exception {
        about(
                "team-member-wrote",
                SampleLetters.clearMail("Bob", "Note", "I look after this one."),
                SampleLetters.teamMail(
                        Occasion.MEMBER_WROTE,
                        Finding.of(Kind.WROTE, "bob@project.example", "Bob"),
                        Finding.of(Kind.CLAIMS_MEMBER)));
    }

    @Test
    void teamMemberWroteProven() throws Exception {
        about(
                "team-member-wrote-proven",
                SampleLetters.clearMail("Bob", "Note", "I look after this one."),
                SampleLetters.teamMail(
                        Occasion.MEMBER_WROTE,
                        Finding.of(Kind.WROTE, "bob@project.example", "Bob"),
                        Finding.of(Kind.SIGNED_BY, REPORTER_KEY.hex(), "bob@project.example")));
    }

    @Test
    void teamMemberActed() throws Exception {
        about(
                "team-member-acted",
                SampleLetters.clearMail("Bob", "Re: overflow", "/owner bob@project.example"),
                SampleLetters.teamMail(
                        Occasion.MEMBER_ACTED,
                        Finding.of(Kind.MEMBER_ACTED, "bob@project.example", REPORTER_KEY.hex()),
                        Finding.of(Kind.COMMAND_DONE, "/owner bob@project.example")));
    }

    @Test
    void teamUpstream() throws Exception {
        about(
                "team-upstream",
                SampleLetters.clearMail("OpenSSL", "OpenSSL Security Advisory", "Users should upgrade to 3.4.1."),
                SampleLetters.teamMail(
                        Occasion.UPSTREAM_ANNOUNCED,
                        Finding.of(Kind.UPSTREAM_ANNOUNCES, "SECURITY", "openssl", "3.4.1, 3.3.3", "HIGH"),
                        Finding.of(Kind.WROTE, "openssl@openssl.org", "OpenSSL"),
                        Finding.of(Kind.DKIM, "PASS", "openssl.org")));
    }

    @Test
    void teamUpstreamShown() throws Exception {
        about(
                "team-upstream-shown",
                SampleLetters.clearMail("OpenSSL", "OpenSSL 3.4.1 published", "It is now available."),
                SampleLetters.teamMail(
                        Occasion.UPSTREAM_SHOWN,
                        Finding.of(Kind.UPSTREAM_ANNOUNCES, "UNCLEAR", "openssl", "3.4.1", ""),
                        Finding.of(Kind.UPSTREAM_UNPROVEN, "dkim", "openssl"),
                        Finding.of(Kind.WROTE, "openssl@openssl.org", "OpenSSL")));
    }

    @Test
    void teamUpstreamJoined() throws Exception {
        about(
                "team-upstream-joined",
                SampleLetters.clearMail("OpenSSL", "OpenSSL Security Advisory", "Users should upgrade to 3.4.1."),
                SampleLetters.teamMail(
                        Occasion.UPSTREAM_JOINED,
                        Finding.of(Kind.UPSTREAM_ANNOUNCES, "SECURITY", "openssl", "3.4.1, 3.3.3", "HIGH")));
    }

    @Test
    void reminderUpstream() throws Exception {
        encrypted(
                "reminder-upstream",
                ALICE,
                SampleLetters.reminder(
                        CaseClock.UPSTREAM_RELEASE,
                        Duration.ofHours(-2),
                        Finding.of(Kind.UPSTREAM_ANNOUNCES, "SECURITY", "openssl", "3.4.1, 3.3.3", "HIGH")));
    }

    @Test
    void upstreamPost() throws Exception {
        ReleasePost post = SampleCases.releasePost();
        inClear("upstream-post", LIST, new PostLetter.PublicRelease(CASE, post.subject(), post.text()));
    }

    @Test
    void guestWelcome() throws Exception {
        encrypted("guest-welcome", REPORTER, SampleLetters.guestWelcome(REPORTER_KEY));
    }

    @Test
    void guestNote() throws Exception {
        encrypted("guest-note", REPORTER, SampleLetters.guestNote(REPORTER_KEY));
    }

    @Test
    void guestMail() throws Exception {
        OutboxLetter letter = SampleLetters.to(REPORTER, SampleLetters.guestMail(REPORTER_KEY));
        compareEncrypted(
                "guest-mail",
                writer.compose(
                        letter,
                        SampleLetters.desk(),
                        NOW,
                        SampleLetters.enclosure(
                                SampleLetters.clearMail("Robin", "Re: overflow", "It is in read().\n"))),
                letter,
                SampleLetters.certificate("reporter"));
    }

    @Test
    void deskMail() throws Exception {
        about(
                "desk-mail",
                SampleLetters.clearMail("Bob", "list", "/recipient add A Vendor <security@vendor.example>"),
                SampleLetters.deskMail(
                        Finding.of(Kind.MEMBER_ACTED, "bob@project.example", REPORTER_KEY.hex()),
                        Finding.of(Kind.COMMAND_ASKED, "/recipient add A Vendor <security@vendor.example>", "1", "2"),
                        Finding.of(
                                Kind.CERTIFICATE_BROUGHT, REPORTER_KEY.hex(), "A Vendor <security@vendor.example>")));
    }

    @Test
    void replyEncrypted() throws Exception {
        encrypted(
                "reply-encrypted",
                REPORTER,
                SampleLetters.reply(ReporterLetter.Reply.Tenor.REPLY, Optional.of(REPORTER_KEY)));
    }

    @Test
    void replyInClear() throws Exception {
        inClear("reply-in-clear", REPORTER, SampleLetters.reply(ReporterLetter.Reply.Tenor.REJECTED, Optional.empty()));
    }

    @Test
    void addressChanged() throws Exception {
        inClear("address-changed", REPORTER, new ReporterLetter.AddressChanged(CASE, Optional.empty()));
    }

    @Test
    void creditNoted() throws Exception {
        inClear(
                "credit-noted",
                REPORTER,
                new ReporterLetter.CreditNoted(
                        CASE,
                        CreditWish.Result.WAITS,
                        Optional.of(new Confidential("Rita Reporter")),
                        Optional.of(SampleLetters.token('r')),
                        Optional.empty()));
    }

    @Test
    void transcriptWithFields() throws Exception {
        encrypted(
                "transcript-with-fields",
                ALICE,
                SampleLetters.transcript(
                        MemberLetter.Transcript.Result.DONE,
                        MemberLetter.Transcript.Line.done(
                                2,
                                new Confidential("/affects >= 44.0, < 45.0.2"),
                                List.of(
                                        Remark.of(Remark.Kind.FIELD_AFFECTED, ">= 44.0, < 45.0.2"),
                                        Remark.of(Remark.Kind.SUPPORTED_HIT, "45.0.1, 44.0.3", ""),
                                        Remark.of(Remark.Kind.BRANCH_NOT_KNOWN, "main"))),
                        MemberLetter.Transcript.Line.done(
                                3,
                                new Confidential("/disclose 2026-12-01T15:00Z"),
                                List.of(
                                        Remark.of(Remark.Kind.DISCLOSURE_IS_NOW, "2026-12-01T15:00:00Z"),
                                        Remark.of(Remark.Kind.NOTICE_FALLS_SHORT, "PT100H", "PT168H", "PT68H"))),
                        MemberLetter.Transcript.Line.done(
                                4,
                                new Confidential("/status"),
                                List.of(
                                        Remark.of(Remark.Kind.FIELD_TITLE, "Overflow in the parser"),
                                        Remark.of(
                                                Remark.Kind.FIELD_SEVERITY,
                                                "critical",
                                                "9.8",
                                                "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"),
                                        Remark.of(Remark.Kind.FIELD_CVE, "CVE-2026-1234"),
                                        Remark.of(Remark.Kind.MISSING_PATCHES),
                                        Remark.of(
                                                Remark.Kind.FIELD_FULL_TEXT,
                                                "description",
                                                "Parsing overflows.\n\n/approve planted\n--- PYCA-2026-7310: write above this"
                                                        + " line ---")))));
    }

    @Test
    void transcriptDone() throws Exception {
        encrypted(
                "transcript-done",
                ALICE,
                SampleLetters.transcript(
                        MemberLetter.Transcript.Result.DONE,
                        MemberLetter.Transcript.Line.done(
                                2,
                                new Confidential("/accept"),
                                List.of(
                                        Remark.of(Remark.Kind.STATE_IS_NOW, "accepted"),
                                        Remark.of(Remark.Kind.TOLD_ENCRYPTED, REPORTER_KEY.hex())))));
    }

    @Test
    void transcriptNotDone() throws Exception {
        encrypted(
                "transcript-not-done",
                ALICE,
                SampleLetters.transcript(
                        MemberLetter.Transcript.Result.NOT_DONE,
                        MemberLetter.Transcript.Line.refused(
                                4, new Confidential(""), Refusal.of(Reason.UNKNOWN_COMMAND, "/acept", "/accept"))));
    }

    private void about(String name, OpenedMail mail, Letter letter) throws Exception {
        OutboxLetter toAlice = SampleLetters.to(ALICE, letter);
        compareEncrypted(
                name,
                writer.compose(toAlice, SampleLetters.desk(), NOW, SampleLetters.enclosure(mail)),
                toAlice,
                SampleLetters.certificate("alice"));
    }

    private void encrypted(String name, Address to, Letter letter) throws Exception {
        OutboxLetter outbox = SampleLetters.to(to, letter);
        compareEncrypted(
                name,
                writer.compose(outbox, SampleLetters.desk(), NOW),
                outbox,
                SampleLetters.certificate(to.equals(ALICE) ? "alice" : "reporter"));
    }

    private void compareEncrypted(String name, Composition composition, OutboxLetter letter, Certificate reader)
            throws IOException, UnusableCertificateException {
        Written mail = Written.of(composition.encryptFor(reader, letter));
        Written payload = Written.of(((CompositionForReaders) composition).payload());
        compare(name, mail.text() + "\r\n======== signed and encrypted:\r\n" + payload.text());
    }

    private void inClear(String name, Address to, Letter letter) throws Exception {
        OutboxLetter outbox = SampleLetters.to(to, letter);
        compare(
                name,
                Written.of(writer.compose(outbox, SampleLetters.desk(), NOW).inClear(outbox))
                        .text());
    }

    private static void compare(String name, String written) throws IOException {
        assertThat(written).isASCII();
        assertThat(written.replace("\r\n", "")).doesNotContain("\r", "\n");
        String shown = written.replace("\r\n", "\n");
        shown = ARMOR.matcher(shown).replaceAll("[$1]");
        shown = KEYDATA.matcher(shown).replaceAll("$1 [base64]");
        shown = PADDING.matcher(shown).replaceFirst("[padding]");
        try (InputStream golden = LetterGoldenTest.class.getResourceAsStream("/letters/" + name + ".txt")) {
            if (golden != null && shown.equals(new String(golden.readAllBytes(), StandardCharsets.UTF_8))) {
                return;
            }
        }
        Path candidate = Path.of("target", "goldens", name + ".txt");
        Files.createDirectories(candidate.getParent());
        Files.writeString(candidate, shown);
        fail("letters/" + name + ".txt is missing or differs; what was written now lies in " + candidate);
    }
}
