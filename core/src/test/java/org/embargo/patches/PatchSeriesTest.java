package org.embargo.patches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.embargo.content.Content;
import org.embargo.patches.PatchFormatException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PatchSeriesTest {

    private static final String HUNK = "@@ -1 +1 @@\n-old\n+new\n";

    @Test
    void severalAttachmentsShouldMakeOneSeriesInTheirOrder() throws Exception {
        PatchSeries series = read(diff("one.c"), mail("Ann <ann@x.example>", diff("two.c")), diff("three.c"));

        assertThat(series.patches())
                .extracting(patch -> patch.changes().get(0).newPath().text())
                .containsExactly("one.c", "two.c", "three.c");
    }

    @Test
    void mailboxShouldMakeAPatchOfEachMailThatHoldsADiff() throws Exception {
        String from = "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\n";
        String mailbox = from
                + mail("Ann <ann@x.example>", "The series below fixes it.\n")
                + from
                + mail("=?UTF-8?q?Bj=C3=B6rn?= <bjorn@x.example>", "From here on it works.\n\n---\n" + diff("one.c"))
                + from
                + mail("Someone <else@x.example>", "From: Cy <cy@x.example>\n\nText\n---\n" + diff("two.c"));

        PatchSeries series = read(mailbox);

        assertThat(series.patches())
                .extracting(patch -> patch.author().orElseThrow().text())
                .containsExactly("Björn <bjorn@x.example>", "Cy <cy@x.example>");
    }

    @Test
    void whatStandsBetweenDiffsShouldBeLeftOut() throws Exception {
        String text = "Fixes CVE-2026-4711\n" + diff("one.c") + "\n-- \n2.39.5\nsome secret words\n" + diff("two.c");

        Patch patch = read(text).patches().get(0);

        assertThat(patch.diff().text())
                .doesNotContain("CVE")
                .doesNotContain("secret")
                .doesNotContain("2.39.5");
        assertThat(patch.changes()).hasSize(2);
    }

    @Test
    void seriesShouldPrintNothingOfItsContent() throws Exception {
        PatchSeries series = read(mail("Ann <ann@x.example>", diff("parser.c")));

        assertThat(series.toString()).doesNotContain("parser").doesNotContain("Ann");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "a/../../b",
                "/etc/passwd",
                "a//b",
                "./b",
                "C:/windows",
                "dir\\\\..\\\\..\\\\file"
            })
    void pathThatLeavesTheTreeShouldBeRefused(String path) {
        assertRefused(Reason.PATH_LEAVES_THE_TREE, "--- \"a/" + path + "\"\n+++ \"b/" + path + "\"\n" + HUNK);
        assertRefused(Reason.PATH_LEAVES_THE_TREE, renaming(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".git/hooks/pre-commit", "sub/.GIT/config", "git~1/config", ".git /config", ".git::$INDEX/x"})
    void pathIntoGitsOwnFolderShouldBeRefused(String path) {
        assertRefused(Reason.PATH_INTO_GIT, renaming(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\033[2J", "\\342\\200\\256", "\\357\\273\\277", "\\000"})
    void pathThatNobodySeesAsItIsShouldBeRefused(String escaped) {
        assertRefused(Reason.PATH_WITH_CONTROL_CHARACTERS, renaming("x" + escaped + "y"));
    }

    @Test
    void pathInAnotherCharsetShouldBeRefused() {
        assertRefused(Reason.PATH_NOT_UTF8, renaming("gr\\374n"));
    }

    @Test
    void pathInUtf8ShouldBeTakenQuotedAndBare() throws Exception {
        assertThat(pathOf(renaming("gr\\303\\274n.c"))).isEqualTo("grün.c");
        assertThat(pathOf(renaming("grün \"and\" blue.c").replace("\"and\"", "\\\"and\\\"")))
                .isEqualTo("grün \"and\" blue.c");
        assertThat(pathOf("diff --git a/grün b.c b/grün b.c\n--- a/grün b.c\n+++ b/grün b.c\n" + HUNK))
                .isEqualTo("grün b.c");
    }

    @ParameterizedTest
    @CsvSource({
        "'--- proj-1.0/src/a.c\t2026-01-01\n+++ proj/src/a.c\t2026-01-02\n', src/a.c",
        "'--- src/a.c\n+++ src/a.c\n', src/a.c",
        "'--- a.c.orig\n+++ a.c\n', a.c",
        "'--- /dev/null\n+++ b/src/a.c\n', src/a.c"
    })
    void plainDiffShouldNameTheFileThatIsMeant(String head, String path) throws Exception {
        assertThat(pathOf(head + HUNK)).isEqualTo(path);
    }

    @Test
    void patchShouldBeRefusedWhenItsFormIsBroken() {
        assertRefused(Reason.NO_PATCH, "Please find the patch attached.\n");
        assertRefused(Reason.NO_PATCH, "");
        assertRefused(Reason.CUT_SHORT, "--- a/x\n+++ b/x\n@@ -1,5 +1,5 @@\n one\n-two\n");
        assertRefused(Reason.BAD_HUNK, "--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n one\n*two\n");
        assertRefused(Reason.BAD_HUNK, "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-o\0ld\n+new\n");
        assertRefused(Reason.BAD_HUNK, diff("x") + "@@ -5 @@ and more\n@@ -7 +7 @@\n-lost\n");
        assertRefused(Reason.PATHS_DIFFER, "--- a/x\n+++ b/y\n" + HUNK);
        assertRefused(Reason.PATHS_DIFFER, "diff --git a/x b/x\n--- a/x\n+++ b/y\n" + HUNK);
        assertRefused(Reason.BAD_HEADER, "diff --git a/x b/x\nnew file mode 040000\n");
        assertRefused(Reason.BAD_HEADER, "diff --git a/x b/x\nnothing here\n");
        assertRefused(Reason.COMBINED_DIFF, "diff --cc x\nindex 1,2..3\n--- a/x\n+++ b/x\n@@@ -1 -1 +1 @@@\n");
        assertRefused(Reason.BINARY_WITHOUT_CONTENT, "Binary files a/x and b/x differ\n" + diff("y"));
        assertRefused(Reason.PART_IS_MISSING, diff("y") + "Only in new/src: extra.c\n");
        assertRefused(Reason.CUT_SHORT, "diff --git a/x b/x\nGIT binary patch\n");
    }

    @Test
    void refusalShouldNameTheAttachmentAndTheLineAlone() {
        String broken = "--- a/secret.c\n+++ b/secret.c\n@@ -1 +1 @@\n-secret\n*\n";

        assertThatThrownBy(() -> read(diff("x"), broken))
                .isInstanceOf(PatchFormatException.class)
                .hasMessageContaining("attachment 2")
                .hasMessageContaining("line")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void eachLimitShouldHoldOnBothSides() throws Exception {
        String two = diff("abc") + diff("abd");
        int size = two.length();
        PatchLimits exact = new PatchLimits(size, 1, 2, 3, 16);

        assertThat(read(exact, two).patches()).hasSize(1);
        assertRefused(Reason.TOO_LARGE, new PatchLimits(size - 1, 1, 2, 3, 16), two);
        assertRefused(Reason.TOO_MANY_FILES, new PatchLimits(size, 1, 1, 3, 16), two);
        assertRefused(Reason.PATH_TOO_LONG, new PatchLimits(size, 1, 2, 2, 16), two);
        assertRefused(Reason.LINE_TOO_LONG, new PatchLimits(size, 1, 2, 3, 10), two);
        assertThat(read(new PatchLimits(2 * size, 2, 2, 3, 16), two, two).patches())
                .hasSize(2);
        assertRefused(Reason.TOO_MANY_PATCHES, new PatchLimits(2 * size, 1, 2, 3, 16), two, two);
    }

    @Test
    void mailThatNestsTooDeepShouldBeRefused() {
        StringBuilder mail = new StringBuilder("From: a <a@x.example>\nSubject: x\n");
        for (int i = 0; i < 20; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }

        assertRefused(Reason.BAD_MAIL, mail.toString());
    }

    @Test
    void unusualContentShouldBeSeenInThePatchItself() throws Exception {
        PatchSeries series = read(diff(".gitlab-ci.yml")
                + "diff --git a/link b/link\nnew file mode 120000\nindex 0000000..1234567\n--- /dev/null\n"
                + "+++ b/link\n@@ -0,0 +1 @@\n+/etc/passwd\n\\ No newline at end of file\n"
                + "diff --git a/run.sh b/run.sh\nold mode 100644\nnew mode 100755\n");

        assertThat(series.unusual())
                .extracting(UnusualContent::kind)
                .containsExactly(
                        UnusualContent.Kind.CI_FILE, UnusualContent.Kind.LINK, UnusualContent.Kind.MODE_CHANGE);
    }

    /** Whatever comes: a series, or the one exception. */
    @Property(tries = 300)
    void anyBytesShouldBeReadOrRefused(@ForAll @Size(max = 300) byte[] bytes) throws Exception {
        try {
            PatchSeries.read(List.of(Content.of(bytes)), PatchLimits.USUAL);
        } catch (PatchFormatException refused) {
            assertThat(refused.reason()).isNotNull();
        }
    }

    /** A patch cut or changed anywhere. */
    @Property(tries = 300)
    void damagedPatchShouldBeReadOrRefused(@ForAll int at, @ForAll byte by) throws Exception {
        byte[] bytes = mail("Ann <ann@x.example>", renaming("x\\303\\274") + diff("one.c") + diff("two.c"))
                .getBytes(StandardCharsets.UTF_8);
        bytes[Math.floorMod(at, bytes.length)] = by;
        anyBytesShouldBeReadOrRefused(bytes);
        anyBytesShouldBeReadOrRefused(Arrays.copyOf(bytes, Math.floorMod(at, bytes.length)));
    }

    private static void assertRefused(Reason reason, String... attachments) {
        assertRefused(reason, PatchLimits.USUAL, attachments);
    }

    private static void assertRefused(Reason reason, PatchLimits limits, String... attachments) {
        assertThatThrownBy(() -> read(limits, attachments))
                .isInstanceOfSatisfying(
                        PatchFormatException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static PatchSeries read(String... attachments) throws Exception {
        return read(PatchLimits.USUAL, attachments);
    }

    private static PatchSeries read(PatchLimits limits, String... attachments) throws Exception {
        return PatchSeries.read(
                Arrays.stream(attachments)
                        .map(text -> Content.of(text.getBytes(StandardCharsets.UTF_8)))
                        .toList(),
                limits);
    }

    private static String pathOf(String text) throws Exception {
        return read(text).patches().get(0).changes().get(0).newPath().text();
    }

    private static String diff(String path) {
        return "--- a/" + path + "\n+++ b/" + path + "\n" + HUNK;
    }

    private static String renaming(String to) {
        return "diff --git a/from \"b/" + to + "\"\nsimilarity index 100%\nrename from from\nrename to \"" + to
                + "\"\n";
    }

    private static String mail(String from, String text) {
        return "From: " + from + "\nDate: Thu, 1 Jan 2026 00:00:00 +0000\nSubject: [PATCH] Fix it\n\n" + text;
    }
}
