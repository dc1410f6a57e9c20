package org.embargo.patches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.embargo.content.Content;
import org.embargo.model.Confidential;
import org.embargo.model.PatchIdentity;
import org.embargo.model.RefName;
import org.embargo.patches.BranchRehearsal.Applies;
import org.embargo.patches.BranchRehearsal.FailedPlace;
import org.embargo.patches.BranchRehearsal.Fails;
import org.embargo.patches.BranchRehearsal.NoBranch;
import org.embargo.patches.BranchRehearsal.NothingLeft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RehearsalTest {

    private static final RefName MAIN = new RefName("main");
    private static final String LINES = numbers(40);

    @TempDir
    private Path folder;

    private ProjectRepository project;
    private WorkFolder work;
    private Rehearsal rehearsal;

    @BeforeEach
    void makeAProject() throws IOException {
        project = new ProjectRepository(folder);
        project.file("lib/parser.c", LINES).file("README", "hello\n").commit("Begin");
        project.push("main");
        work = new WorkFolder(folder.resolve("private"));
        rehearsal = new Rehearsal(GitSettings.USUAL, work);
    }

    @Test
    void patchShouldApplyAndYieldTheDiffThatGitMakes() throws Exception {
        String base = project.git("rev-parse", "main").strip();
        project.file("lib/parser.c", LINES.replace("line 7\n", "line seven\n")).commit("Fix the overflow");
        byte[] expected = ProjectRepository.run(project.work(), "diff", "--binary", "--full-index", base, "HEAD");

        Applies applies = applies(project.formatPatch(base));

        assertThat(applies.diff().bytes()).isEqualTo(expected);
        assertThat(applies.base()).isEqualTo(base);
        assertThat(applies.threeWay()).isFalse();
        assertThat(applies.unusual()).isEmpty();
    }

    @Test
    void rehearsalShouldLeaveNoTraceInTheRepositoryNorOnDisk() throws Exception {
        byte[] patch = fix("line 7", "line seven");
        String before = project.state();

        rehearsal.rehearse(project.uri(), Map.of(MAIN, ProjectRepository.series(patch)));

        assertThat(project.state()).isEqualTo(before);
        assertThat(filesIn(folder.resolve("private"))).isEmpty();
        assertThat(Files.getPosixFilePermissions(folder.resolve("private")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void patchShouldApplyThreeWayWhenTheBranchHasMovedNearby() throws Exception {
        byte[] patch = fix("line 7", "line seven");
        project.file("lib/parser.c", LINES.replace("line 9\n", "line nine\n").replace("line 5\n", "line five\n"))
                .commit("Move on");
        project.push("main");

        Applies applies = applies(patch);

        assertThat(applies.threeWay()).isTrue();
        assertThat(text(applies.diff())).contains("-line 7").contains("+line seven");
    }

    @Test
    void identityShouldStayWhenTheBranchMovesElsewhere() throws Exception {
        byte[] patch = fix("line 30", "line thirty");
        PatchIdentity before = applies(patch).identity();
        project.file("lib/parser.c", "a new line\n" + LINES).commit("Move on");
        project.push("main");

        PatchIdentity after = applies(patch).identity();

        assertThat(after).isEqualTo(before);
    }

    @Test
    void identityShouldDifferWhereBlanksDo() throws Exception {
        PatchIdentity one = applies(fix("line 7", "if x:")).identity();
        PatchIdentity other = applies(fix("line 7", "  if x:")).identity();

        assertThat(one.stable()).isEqualTo(other.stable());
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void failureShouldSayWhereThePatchFails() throws Exception {
        byte[] patch = fix("line 7", "line seven");
        project.file("lib/parser.c", LINES.replace("line 7\n", "something else\n"))
                .commit("Move on");
        project.push("main");

        Fails fails = (Fails) rehearse(patch);

        assertThat(fails.patch()).isEqualTo(1);
        assertThat(fails.places()).extracting(place -> place.path().text()).containsOnly("lib/parser.c");
        assertThat(fails.conflict().text()).contains("line seven").contains("something else");
        assertThat(fails.toString()).doesNotContain("parser").doesNotContain("seven");
    }

    @Test
    void failureShouldNameTheHunkWhenThereIsNothingToMerge() throws Exception {
        String diff = """
                --- a/lib/parser.c
                +++ b/lib/parser.c
                @@ -6,3 +6,3 @@
                 line 5
                -line 6 as nobody wrote it
                +line six
                 line 7
                """;

        Fails fails = (Fails) rehearse(diff.getBytes(StandardCharsets.UTF_8));

        assertThat(fails.places()).contains(new FailedPlace(new Confidential("lib/parser.c"), 6));
    }

    @Test
    void failureShouldNameThePatchOfTheSeries() throws Exception {
        byte[] good = fix("line 30", "line thirty");
        byte[] bad = fix("line 7", "line seven");
        project.file("lib/parser.c", LINES.replace("line 7\n", "something else\n"))
                .commit("Move on");
        project.push("main");

        Fails fails = (Fails) rehearse(good, bad);

        assertThat(fails.patch()).isEqualTo(2);
    }

    @Test
    void branchesShouldBeReportedApart() throws Exception {
        byte[] patch = fix("line 7", "line seven");
        project.git("checkout", "--quiet", "-b", "45.x");
        project.file("lib/parser.c", "gone\n").commit("Rewrite");
        project.push("45.x");
        PatchSeries series = ProjectRepository.series(patch);

        List<BranchRehearsal> results = rehearsal.rehearse(
                project.uri(), Map.of(MAIN, series, new RefName("45.x"), series, new RefName("none"), series));

        assertThat(results).extracting(Object::getClass).isEqualTo(List.of(Fails.class, Applies.class, NoBranch.class));
        assertThat(results).extracting(each -> each.branch().value()).containsExactly("45.x", "main", "none");
    }

    @Test
    void patchThatIsInTheBranchShouldLeaveNothing() throws Exception {
        byte[] patch = fix("line 7", "line seven");
        project.file("lib/parser.c", LINES.replace("line 7\n", "line seven\n")).commit("Sneak it in");
        project.push("main");

        assertThat(rehearse(patch)).isInstanceOf(NothingLeft.class);
    }

    /** How patches arrive. */
    enum Way {
        AS_FILE,
        QUOTED_PRINTABLE,
        BASE64,
        CRLF,
        ATTACHED,
        INLINE,
        PLAIN_DIFF,
        PLAIN_DIFF_CRLF,
        NO_PREFIX
    }

    @ParameterizedTest
    @EnumSource
    void patchShouldApplyHoweverItArrives(Way way) throws Exception {
        String base = project.git("rev-parse", "main").strip();
        project.file("lib/parser.c", LINES.replace("line 7\n", "ligne n°=7 = sept\nFrom here on\n"))
                .file("dir/größe und ä.txt", "new = file\n")
                .commit("Fix it, größer");
        String expected = project.git("rev-parse", "HEAD^{tree}").strip();

        byte[] arrived = arrive(way, base);
        project.git("reset", "--quiet", "--hard", base);
        Applies applies = applies(arrived);

        assertThat(treeAfter(applies)).isEqualTo(expected);
    }

    @Test
    void renamesModesAndBinaryFilesShouldSurvive() throws Exception {
        byte[] image = new byte[5000];
        new Random(1).nextBytes(image);
        project.file("logo.png", image).commit("Add a logo");
        project.push("main");
        String base = project.git("rev-parse", "main").strip();
        image[17] ^= 1;
        project.file("logo.png", image).file("new.bin", new byte[] {0, 1, 2, (byte) 255});
        project.git("mv", "lib/parser.c", "lib/reader.c");
        project.git("rm", "--quiet", "README");
        project.commit("Change everything");
        String expected = project.git("rev-parse", "HEAD^{tree}").strip();

        Applies applies = applies(project.formatPatch(base));

        assertThat(treeAfter(applies)).isEqualTo(expected);
        assertThat(text(applies.diff())).contains("rename to lib/reader.c").contains("GIT binary patch");
    }

    @Test
    void fileWithWindowsLineEndsShouldKeepThem() throws Exception {
        project.file("windows.txt", "one\r\ntwo\r\nthree\r\n").commit("Add");
        project.push("main");
        String base = project.git("rev-parse", "main").strip();
        project.file("windows.txt", "one\r\nzwei\r\nthree\r\n").commit("Fix");
        String expected = project.git("rev-parse", "HEAD^{tree}").strip();
        byte[] patch = project.formatPatch(base);
        String toUnix = new String(patch, StandardCharsets.UTF_8).replace("\r\n", "\n");

        assertThat(treeAfter(applies(patch))).isEqualTo(expected);
        // a mail program made all line ends alike
        assertThat(treeAfter(applies(toUnix.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(expected);
    }

    @Test
    void attributesOfTheTreeShouldNotChangeBytes() throws Exception {
        project.file(".gitattributes", "* text eol=crlf ident filter=evil diff=evil merge=evil\n")
                .file("id.txt", "$Id$\n")
                .commit("Add attributes");
        project.push("main");
        String base = project.git("rev-parse", "main").strip();
        project.git("config", "core.attributesFile", "/dev/null");
        byte[] patch = """
                --- a/id.txt
                +++ b/id.txt
                @@ -1 +1,2 @@
                 $Id$
                +more
                """.getBytes(StandardCharsets.UTF_8);

        Applies applies = applies(patch);

        assertThat(applies.base()).isEqualTo(base);
        assertThat(text(applies.diff())).contains(" $Id$\n+more\n").doesNotContain("\r");
    }

    @Test
    void unusualContentShouldBeNamedAsGitSeesIt() throws Exception {
        String base = project.git("rev-parse", "main").strip();
        project.file(".github/workflows/build.yml", "on: push\n").file(".gitattributes", "* -text\n");
        project.file("ci/Jenkinsfile", "node {}\n");
        Files.createSymbolicLink(project.work().resolve("link"), Path.of("/etc/passwd"));
        Files.setPosixFilePermissions(project.work().resolve("README"), PosixFilePermissions.fromString("rwxr-xr-x"));
        project.commit("Slip things in");
        project.git("update-index", "--add", "--cacheinfo", "160000," + base + ",sub");
        project.git("commit", "--quiet", "-m", "Add a submodule");

        Applies applies = applies(project.formatPatch(base));

        assertThat(applies.unusual())
                .extracting(each -> each.kind() + " " + each.path().text())
                .containsExactlyInAnyOrder(
                        "CI_FILE .github/workflows/build.yml",
                        "GIT_FILE .gitattributes",
                        "CI_FILE ci/Jenkinsfile",
                        "LINK link",
                        "MODE_CHANGE README",
                        "SUBMODULE sub");
    }

    @Test
    void repositoryThatIsAwayShouldBeTold() throws Exception {
        byte[] patch = fix("line 7", "line seven");
        URI away = URI.create("file://" + folder + "/nowhere.git");

        assertThatThrownBy(() -> rehearsal.rehearse(away, Map.of(MAIN, ProjectRepository.series(patch))))
                .isInstanceOfSatisfying(
                        GitException.class, e -> assertThat(e.reason()).isEqualTo(GitException.Reason.REPOSITORY_AWAY));
        assertThat(filesIn(folder.resolve("private"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1/x.git", "git://localhost:1/x.git", "ext::sh -c true"})
    void otherTransportsShouldBeRefused(String address) throws Exception {
        byte[] patch = fix("line 7", "line seven");
        URI other = address.startsWith("ext") ? URI.create("ext::sh%20-c%20true") : URI.create(address);

        assertThatThrownBy(() -> rehearsal.rehearse(other, Map.of(MAIN, ProjectRepository.series(patch))))
                .isInstanceOfSatisfying(
                        GitException.class, e -> assertThat(e.printed().text())
                                .contains("transport")
                                .contains("not allowed"));
    }

    @Test
    void whatACrashLeftShouldBeRemovedAtTheNextStart() throws Exception {
        Path left = Files.createDirectories(folder.resolve("private/git-123/clone/.git/rebase-apply"));
        Files.writeString(left.resolve("patch"), "secret");
        Files.createSymbolicLink(left.resolve("link"), project.bare());

        work.empty();

        assertThat(filesIn(folder.resolve("private"))).isEmpty();
        assertThat(project.bare()).exists();
    }

    private BranchRehearsal rehearse(byte[]... attachments) throws Exception {
        return rehearsal
                .rehearse(project.uri(), Map.of(MAIN, ProjectRepository.series(attachments)))
                .get(0);
    }

    private Applies applies(byte[]... attachments) throws Exception {
        BranchRehearsal result = rehearse(attachments);
        assertThat(result).isInstanceOf(Applies.class);
        return (Applies) result;
    }

    private byte[] fix(String line, String better) throws IOException {
        project.file("lib/parser.c", LINES.replace(line + "\n", better + "\n")).commit("Fix the overflow");
        return project.formatPatch("HEAD~1");
    }

    /** The tree that the diff makes out of the developer's own branch. */
    private String treeAfter(Applies applies) throws IOException {
        Path diff = Files.write(folder.resolve("result.diff"), applies.diff().bytes());
        project.git("checkout", "--quiet", "--force", "--detach", applies.base());
        project.git("apply", "--index", "--whitespace=nowarn", diff.toString());
        String tree = project.git("write-tree").strip();
        project.git("checkout", "--quiet", "--force", "main");
        return tree;
    }

    private byte[] arrive(Way way, String base) throws IOException {
        byte[] file = ProjectRepository.run(project.work(), "format-patch", "--stdout", base);
        String text = new String(file, StandardCharsets.UTF_8);
        return switch (way) {
            case AS_FILE -> file;
            case QUOTED_PRINTABLE -> encoded(text, "quoted-printable", RehearsalTest::quotedPrintable);
            case BASE64 ->
                encoded(text, "base64", body -> Base64.getMimeEncoder()
                        .encodeToString(body.getBytes(StandardCharsets.UTF_8)));
            case CRLF -> text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            case ATTACHED -> ProjectRepository.run(project.work(), "format-patch", "--attach", "--stdout", base);
            case INLINE -> ProjectRepository.run(project.work(), "format-patch", "--inline", "--stdout", base);
            case PLAIN_DIFF -> ProjectRepository.run(project.work(), "diff", base);
            case PLAIN_DIFF_CRLF ->
                ProjectRepository.git(project.work(), "diff", base)
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.UTF_8);
            case NO_PREFIX -> ProjectRepository.run(project.work(), "diff", "--no-prefix", base);
        };
    }

    /** As a mail program saves it: the same fields, another transfer encoding. */
    private static byte[] encoded(String mail, String encoding, UnaryOperator<String> code) {
        int blank = mail.indexOf("\n\n");
        String head = mail.substring(mail.indexOf('\n') + 1, blank)
                .replaceAll("(?m)^(?:MIME-Version|Content-).*\n?", "")
                .strip();
        return (head + "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: "
                        + encoding + "\n\n" + code.apply(mail.substring(blank + 2)))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String quotedPrintable(String text) {
        StringBuilder coded = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            StringBuilder one = new StringBuilder();
            for (byte each : line.getBytes(StandardCharsets.UTF_8)) {
                String next = each > ' ' && each < 127 && each != '='
                        ? String.valueOf((char) each)
                        : String.format("=%02X", each & 0xff);
                if (one.length() - one.lastIndexOf("\n") + next.length() > 74) {
                    one.append("=\n");
                }
                one.append(next);
            }
            coded.append(one).append('\n');
        }
        return coded.toString();
    }

    private static String text(Content content) throws IOException {
        return new String(content.bytes(), StandardCharsets.UTF_8);
    }

    private static List<Path> filesIn(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.toList();
        }
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    }
}
