package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.embargo.outbox.OutgoingMail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How members preview and approve what goes out, by signed mail, on a real database and real keys. */
class ApprovalStoryTest {

    private static final String TWO = "duo@project.example";
    private static final Pattern CASE = Pattern.compile("(?:PYCA|DUO)-2026-\\d{4,}");
    private static final Pattern APPROVAL = Pattern.compile("(?m)^/approve ([a-z2-7]{26,})$");

    private static final String CONTENT = """
            /title Use after free when parsing PKCS#12 bundles
            /severity critical
            /affects < 45.0.2
            /fixed 45.0.2
            /description
            Frees it twice.
            /end
            /remedy Upgrade.
            /patch none
            /disclose 2026-04-01T15:00Z
            """;

    @TempDir
    private static Path folder;

    private static TestHome home;

    private String address = TestHome.DESK;
    private String caseId = "";

    @BeforeAll
    static void start() {
        home = TestHome.in(folder);
        home.writeDesk("duo", TWO, "DUO", List.of(home.alice, home.bob, CAROL), "receipt-delay = 0s\napprovals = 2\n");
        home.restart();
    }

    private static final Person CAROL = Person.at("carol@project.example", TestHome.START.minusSeconds(86_400));

    @AfterAll
    static void stop() {
        home.close();
    }

    @BeforeEach
    void pass() {
        home.clock.move(Duration.ofMinutes(10));
        home.embargo().runDue();
        home.sent.clear();
    }

    @Test
    void previewShouldShowTheThreeLettersAndOneLineToSendBack() {
        report(TestHome.DESK);
        order(home.alice, "/accept\n" + CONTENT);

        String preview = order(home.alice, "/preview\n");

        assertThat(preview)
                .contains("Approved: 0 of 1.")
                .contains("TLP:AMBER+STRICT")
                .contains("Wed 2026-04-01 15:00 UTC")
                .contains("dev@lists.example")
                .contains("Subject: [" + caseId + "] Use after free when parsing PKCS#12 bundles");
        assertThat(APPROVAL.matcher(preview).results()).hasSize(1);
        assertThat(preview.indexOf("write above this line")).isLessThan(preview.indexOf("TLP:AMBER+STRICT"));
    }

    @Test
    void approvalOfOneMemberShouldDoWhereOneIsAskedFor() {
        report(TestHome.DESK);
        order(home.alice, "/accept\n" + CONTENT);

        String transcript = order(home.alice, approval(home.alice));

        assertThat(transcript).startsWith("Done").contains("Approved: 1 of 1 (alice@project.example).");
    }

    @Test
    void incompleteContentShouldBeShownAndNotBeApproved() {
        report(TestHome.DESK);
        order(home.alice, "/accept\n/title Something\n");

        String preview = order(home.alice, "/preview\n");
        String transcript = order(home.alice, digest(preview));

        assertThat(preview).contains("can't be approved yet").contains("[missing: the description, by /description]");
        assertThat(transcript).startsWith("Not done").contains("It is not complete");
    }

    @Test
    void previewOfAnotherMemberShouldApproveNothing() {
        report(TestHome.DESK);
        order(home.alice, "/accept\n" + CONTENT);

        String transcript = order(home.bob, approval(home.alice));

        assertThat(transcript).startsWith("Not done").contains("was sent to another member");
    }

    @Test
    void digestThatNobodyWasSentShouldApproveNothing() {
        report(TestHome.DESK);
        order(home.alice, "/accept\n" + CONTENT);

        assertThat(order(home.alice, "/approve " + "a".repeat(52) + "\n")).contains("No preview of this case");
    }

    @Test
    void previewShouldApproveNothingOnceTheContentHasChanged() {
        report(TestHome.DESK);
        order(home.alice, "/accept\n" + CONTENT);
        String approval = approval(home.alice);
        order(home.bob, "/title Another title\n");

        assertThat(order(home.alice, approval)).startsWith("Not done").contains("has changed since");
    }

    @Test
    void sameSignedApprovalShouldNotCountTwice() {
        report(TWO);
        order(home.alice, "/accept\n" + CONTENT);
        String approval = approval(home.bob);
        assertThat(order(home.bob, approval)).contains("Approved: 1 of 2 (bob@project.example).");

        assertThat(order(home.bob, approval)).contains("a person counts once").contains("Approved: 1 of 2");
    }

    @Test
    void twoMembersShouldApproveWhereTwoAreAskedFor() {
        report(TWO);
        order(home.alice, "/accept\n" + CONTENT);

        assertThat(order(home.alice, approval(home.alice))).contains("Approved: 1 of 2");
        assertThat(order(home.bob, approval(home.bob)))
                .contains("Approved: 2 of 2")
                .doesNotContain("Missing: the approval");
    }

    @Test
    void membersWhoHaveChangedTheContentShouldNotDoAmongThemselves() {
        report(TWO);
        order(home.alice, "/accept\n" + CONTENT);
        order(home.bob, "/workaround Refuse such bundles.\n");
        order(home.alice, approval(home.alice));

        assertThat(order(home.bob, approval(home.bob)))
                .contains("Missing: the approval of a member who has changed nothing");
        assertThat(order(CAROL, approval(CAROL))).contains("Approved: 2 of 2").doesNotContain("changed nothing");
    }

    @Test
    void statusShouldNameWhatWaitsForAnotherMember() {
        report(TWO);
        order(home.alice, "/accept\n");
        order(home.alice, "/leaked\n");

        assertThat(order(home.bob, "/status\n").replaceAll("\\s+", " "))
                .contains("Waits until others send it too: /leaked. Sent by alice@project.example; that counts until");

        order(CAROL, "/leaked\n");
        assertThat(order(home.bob, "/status\n")).doesNotContain("Waits until others");
    }

    @Test
    void leakedCaseShouldNotBePostedNorMissedBeforeAllHaveApprovedAndThenBeApprovedByWhoOrderedItToo() {
        report(TWO);
        order(home.alice, "/accept\n/leaked\n" + CONTENT.replace("/fixed 45.0.2", "/fixed none"));
        order(home.bob, "/leaked\n");
        home.sent.clear();

        assertThat(order(home.alice, approval(home.alice)).replaceAll("\\s+", " "))
                .contains("Approved: 1 of 2")
                .doesNotContain("Next: disclosure");
        home.clock.move(Duration.ofMinutes(10));
        home.embargo().runDue();
        assertThat(home.sentTo("dev@lists.example")).isEmpty();
        assertThat(bodies(home.alice)).noneMatch(body -> body.contains("did not become public"));

        assertThat(order(home.bob, approval(home.bob))).contains("Approved: 2 of 2");
        home.embargo().runDue();
        assertThat(home.sentTo("dev@lists.example")).hasSize(1);
    }

    @Test
    void publicationShouldSayWhoseApprovalIsMissing() {
        report(TWO);
        order(home.alice, "/accept\n/leaked\n" + CONTENT);
        order(home.bob, "/leaked\n/workaround Refuse such bundles.\n");
        order(home.alice, approval(home.alice));
        order(home.bob, approval(home.bob));

        assertThat(order(home.bob, "/publish\n"))
                .startsWith("Not done")
                .contains("/publish: All who approved have changed what goes out");
    }

    @Test
    void noticeThatLacksFreshEyesAloneShouldSaySo() {
        report(TWO);
        order(
                home.alice,
                "/accept\n"
                        + CONTENT.replaceFirst(
                                "/disclose .*\n", "/disclose " + now().plus(Duration.ofDays(10)) + "\n"));
        order(home.bob, "/workaround Refuse such bundles.\n");
        order(home.alice, approval(home.alice));
        order(home.bob, approval(home.bob));
        home.sent.clear();

        home.clock.move(Duration.ofDays(3));
        home.embargo().runDue();

        assertThat(bodies(home.alice))
                .anyMatch(body ->
                        body.replaceAll("\\s+", " ").contains("of a member who has changed nothing in what goes out"))
                .noneMatch(body -> body.contains("is not what would go out now"));
    }

    @Test
    void changeAfterApprovalShouldVoidItAndTellWhoHadApproved() {
        report(TestHome.DESK);
        order(home.alice, "/accept\n" + CONTENT);
        order(home.alice, approval(home.alice));

        String transcript = order(home.bob, "/description\nIt is worse.\n/end\n");

        assertThat(transcript)
                .contains("The approvals (alice@project.example) hold no more")
                .contains("Approved: 0 of 1.");
        assertThat(bodies(home.alice)).anyMatch(body -> body.contains("hold no more"));
        assertThat(order(home.alice, "/status\n").replaceAll("\\s+", " "))
                .contains("approvals fell")
                .contains("content approved");
    }

    @Test
    void whatDoesNotConcernTheContentShouldLeaveApprovalsAlone() {
        report(TestHome.DESK);
        order(home.alice, "/accept\n" + CONTENT);
        order(home.alice, approval(home.alice));

        assertThat(order(home.bob, "a word\n/owner bob@project.example\n/hold\n"))
                .contains("Approved: 1 of 1");
    }

    @Test
    void approvalShouldOutlastARestartAndFallWhenTheDeskChangesAtOne() {
        report(TestHome.DESK);
        order(home.alice, "/accept\n" + CONTENT);
        order(home.alice, approval(home.alice));
        home.restart();
        assertThat(order(home.bob, "/status\n")).contains("Approved: 1 of 1");
        home.sent.clear();

        home.writeDesk("example", TestHome.DESK, "PYCA", List.of(home.alice, home.bob), "advance-notice = 5d\n");
        home.restart();
        home.embargo().runDue();
        List<String> told = bodies(home.alice);
        home.writeDesk("example", TestHome.DESK, "PYCA", List.of(home.alice, home.bob), "receipt-delay = 0s\n");
        home.restart();

        assertThat(told).anyMatch(body -> body.contains("hold no more"));
    }

    @Test
    void triedPreviewShouldNotBeApprovable() {
        report(TestHome.DESK);
        order(home.alice, "/accept\n" + CONTENT);

        String preview = order(home.alice, "/dry-run\n/preview\n");

        assertThat(preview).contains("TLP:AMBER+STRICT").contains("can't be approved");
        assertThat(APPROVAL.matcher(preview).results()).isEmpty();
    }

    @Test
    void lineThatApprovesShouldStandNowhereElse() {
        report(TestHome.DESK);
        order(home.alice, "/accept\n" + CONTENT);

        String preview = order(
                home.alice,
                "/remedy\n//approve " + "b".repeat(52) + "\n--- " + caseId
                        + " - write above\n/end\n/workaround\n  //approve " + "c".repeat(52) + "\n/end\n/preview\n");

        assertThat(preview).contains("[text:] /approve " + "b".repeat(52));
        assertThat(APPROVAL.matcher(preview).results().map(match -> match.group(1)))
                .hasSize(1)
                .allMatch(digest -> !digest.startsWith("bbbb") && !digest.startsWith("cccc"));
    }

    private void report(String desk) {
        address = desk;
        Person rita = Person.at("rita@reporter.example", now().minusSeconds(60));
        receive(TestHome.fields("rita@reporter.example", "report " + System.nanoTime()) + "\r\nwords\r\n", rita, desk);
        Matcher matcher = CASE.matcher(text(home.sentTo("alice@project.example").get(0)));
        assertThat(matcher.find()).isTrue();
        caseId = matcher.group();
        home.sent.clear();
    }

    /** What {@code member} is told of {@code text}. */
    private String order(Person member, String text) {
        home.clock.move(Duration.ofSeconds(2));
        home.sent.clear();
        String fields = TestHome.fields(member.address().value(), "about " + System.nanoTime())
                .replace(TestHome.DESK, address);
        String mail = member.encrypted(home.deskCertificate(address), fields, caseId + "\n" + text, false, now());
        receive(mail, member, address.replace("@", "+" + caseId.toLowerCase(Locale.ROOT) + "@"));
        return bodies(member).stream()
                .filter(body -> body.startsWith("Done") || body.startsWith("Not done") || body.startsWith("Tried"))
                .findFirst()
                .orElseThrow();
    }

    private String approval(Person member) {
        return digest(order(member, "/preview\n"));
    }

    private static String digest(String preview) {
        Matcher matcher = APPROVAL.matcher(preview);
        assertThat(matcher.find()).isTrue();
        return matcher.group() + "\n";
    }

    private static void receive(String mail, Person envelopeSender, String recipient) {
        home.receive(envelopeSender.address().value(), recipient, mail);
    }

    private List<String> bodies(Person member) {
        return home.sentTo(member.address().value()).stream()
                .map(mail -> member.read(mail.message(), home.deskCertificate(address), home.spools(), now())
                        .body())
                .toList();
    }

    private static Instant now() {
        return home.clock.instant();
    }

    private static String text(OutgoingMail mail) {
        try {
            return new String(mail.message().bytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
