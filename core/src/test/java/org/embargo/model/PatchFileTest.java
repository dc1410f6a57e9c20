package org.embargo.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PatchFileTest {

    private static final IntakeId MAIL = IntakeId.of(Instant.EPOCH, new Token("a".repeat(26)));

    @Test
    void branchesShouldGiveTheirFilesTheirNames() {
        assertThat(names("main", "release/45.0")).containsExactly("main.patch", "release-45.0.patch");
    }

    @Test
    void branchesThatDifferInASlashAloneShouldNotShareAFile() {
        assertThat(names("a-b", "a/b", "a-b-2")).containsExactly("a-b.patch", "a-b-3.patch", "a-b-2.patch");
        assertThat(names("x/a/b", "x/a-b", "x-a/b")).containsExactly("x-a-b-3.patch", "x-a-b-2.patch", "x-a-b.patch");
    }

    private static List<String> names(String... branches) {
        List<RefName> all = Stream.of(branches).map(RefName::new).toList();
        Patches patches = Patches.NONE.given(all, MAIL);
        return all.stream().map(branch -> PatchFile.name(patches, branch)).toList();
    }
}
