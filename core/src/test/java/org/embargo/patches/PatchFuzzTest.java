package org.embargo.patches;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.embargo.content.Content;
import org.embargo.hostile.Seeds;
import org.junit.jupiter.params.provider.MethodSource;

/** Patches, before git sees a byte of them. */
class PatchFuzzTest {

    private static final String DIFF =
            "diff --git a/parser.c b/parser.c\nindex 0123456..89abcde 100644\n--- a/parser.c\n"
                    + "+++ b/parser.c\n@@ -1,2 +1,2 @@ int main\n a\n-b\n+c\n";

    static Stream<byte[]> patches() {
        return Seeds.withMutants(Seeds.of(
                DIFF,
                DIFF.replace("\n", "\r\n"),
                "--- a/../../etc/passwd\n+++ b/../../etc/passwd\n@@ -1 +1 @@\n-a\n+b\n",
                "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\nFrom: Ann <ann@x.example>\n"
                        + "Subject: [PATCH 1/2] =?UTF-8?q?Bj=C3=B6rn?=\nContent-Transfer-Encoding: quoted-printable\n\n"
                        + "From: Cy <cy@x.example>\n\nText\n---\n parser.c | 2 +-\n\n" + DIFF + "-- \n2.39.5\n",
                "diff --git \"a/gr\\303\\274n.c\" \"b/../x\"\nsimilarity index 90%\nrename from \"gr\\303\\274n.c\"\n"
                        + "rename to \"x\\n\"\nold mode 100644\nnew mode 120000\n",
                "diff --git a/bin b/bin\nnew file mode 100755\nindex 0000000..1111111\nGIT binary patch\nliteral 10\n"
                        + "RcmYdfVqgI0@BH=u00N=_0RR91\n\nliteral 0\nHcmV?d00001\n\n",
                "--- /dev/null\n+++ b/.git/hooks/pre-commit\n@@ -0,0 +1 @@\n+x\n\\ No newline at end of file\n"));
    }

    @MethodSource("patches")
    @FuzzTest
    void anyPatchShouldBeReadOrRefused(byte[] input) throws IOException {
        try {
            PatchSeries series = PatchSeries.read(List.of(Content.of(input)), PatchLimits.USUAL);

            series.patches().stream().flatMap(patch -> patch.changes().stream()).forEach(change -> assertThat(
                            change.newPath().text().split("/"))
                    .doesNotContain("..", ".git", ""));
            assertThat(series.unusual()).isNotNull();
        } catch (PatchFormatException refused) {
            assertThat(refused.reason()).isNotNull();
        }
    }
}
