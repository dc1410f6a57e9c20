package org.embargo.patches;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.embargo.model.CaseId;
import org.embargo.model.Confidential;
import org.embargo.model.RefName;
import org.embargo.model.ReleaseVersion;
import org.embargo.model.TagPattern;
import org.embargo.patches.BranchRehearsal.Applies;
import org.embargo.patches.EarlyMention.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublicWatchTest {

    private static final CaseSecrets SECRETS = new CaseSecrets(
            new CaseId("PYCA", 2026, 7310),
            List.of(new Confidential("CVE-2026-4711")),
            new Confidential("Buffer overflow in the certificate parser"),
            List.of());

    @TempDir
    private Path folder;

    private ProjectRepository project;
    private WorkFolder work;
    private PublicWatch watch;

    @BeforeEach
    void makeAProject() throws Exception {
        project = new ProjectRepository(folder);
        project.file("parser.c", "one\ntwo\nthree\n").commit("Begin, unlike CVE-2026-4711");
        project.push("main");
        work = new WorkFolder(folder.resolve("private"));
        watch = new PublicWatch(GitSettings.USUAL, work);
    }

    @Test
    void commitsSinceTheLastLookShouldBeReadAlone() throws Exception {
        Set<String> tips = look(Set.of()).tips();
        project.file("x", "x\n").commit("Harden something");
        project.git("checkout", "--quiet", "-b", "topic");
        String telling = project.file("y", "y\n").commit("Avoid overflow of the buffer in Certificate Parser");
        project.push("main", "topic");

        PublicWatch.Sight sight = look(tips);

        assertThat(sight.mentions()).extracting(EarlyMention::kind).containsExactly(Kind.TITLE);
        assertThat(sight.mentions().get(0).where().text()).isEqualTo(telling);
        assertThat(sight.mentions().get(0).ref().text()).isEqualTo("refs/heads/topic");
        assertThat(look(sight.tips()).mentions()).isEmpty();
        assertThat(sight.mentions().toString()).doesNotContain("topic");
    }

    @Test
    void cveShouldBeFoundInMessagesBranchesAndTags() throws Exception {
        Set<String> tips = look(Set.of()).tips();
        project.file("x", "x\n").commit("Fix cve-2026-4711");
        project.git("branch", "fix-CVE-2026-4711");
        project.git("tag", "-a", "-m", "With CVE-2026-4711 fixed", "v1");
        project.push("main", "fix-CVE-2026-4711", "v1");

        PublicWatch.Sight sight = look(tips);

        assertThat(sight.mentions()).extracting(EarlyMention::kind).containsExactly(Kind.CVE, Kind.CVE, Kind.CVE);
    }

    @Test
    void patchShouldBeFoundUnderAnotherMessage() throws Exception {
        project.file("parser.c", "one\nzwei\nthree\n").commit("Fix");
        PatchSeries series = ProjectRepository.series(project.formatPatch("HEAD~1"));
        Applies applies = (Applies) new Rehearsal(GitSettings.USUAL, work)
                .rehearse(project.uri(), Map.of(new RefName("main"), series))
                .get(0);
        Set<String> tips = look(Set.of()).tips();
        project.file("parser.c", "zero\none\ntwo\nthree\n").commit("Move on");
        project.file("parser.c", "zero\none\nzwei\nthree\n").commit("Clean up");
        project.push("main");

        PublicWatch.Sight sight = watch.look(project.uri(), tips, SECRETS, applies.patchIds());

        // the context differs by a line at the start of the file, which is beyond what git shows
        assertThat(sight.tips()).isNotEqualTo(tips);
        project.git("reset", "--quiet", "--hard", tips.iterator().next());
        project.file("parser.c", "one\nzwei\nthree\n").commit("Clean up");
        project.push("main:refs/heads/other");
        assertThat(watch.look(project.uri(), tips, SECRETS, applies.patchIds()).mentions())
                .extracting(EarlyMention::kind)
                .containsExactly(Kind.PATCH);
    }

    @Test
    void branchThatWasRewrittenShouldBeLookedAtAllTheSame() throws Exception {
        Set<String> tips = look(Set.of("0".repeat(39) + "1")).tips();
        project.git("commit", "--quiet", "--amend", "-m", "Begin, see PYCA-2026-7310");
        project.push("+main");

        assertThat(look(tips).mentions()).extracting(EarlyMention::kind).containsExactly(Kind.CASE_ID);
    }

    @Test
    void lookingShouldChangeNothing() throws Exception {
        String before = project.state();

        look(Set.of("0".repeat(39) + "1"));

        assertThat(project.state()).isEqualTo(before);
    }

    @Test
    void releasesShouldBeReadFromTags() throws Exception {
        for (String tag : List.of("v45.0.1", "v44.0.3", "v45.0.10", "nightly", "v46.0.0rc1")) {
            project.git("tag", tag);
        }
        project.push("--tags");

        assertThat(new ReleaseTags(GitSettings.USUAL, work)
                        .versions(project.uri(), TagPattern.parse("v*").orElseThrow()))
                .extracting(ReleaseVersion::text)
                .containsExactly("44.0.3", "45.0.1", "45.0.10", "46.0.0rc1");
    }

    private PublicWatch.Sight look(Set<String> since) {
        return watch.look(project.uri(), since, SECRETS, Set.of());
    }
}
