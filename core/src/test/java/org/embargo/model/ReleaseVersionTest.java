package org.embargo.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReleaseVersionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "44.0.3 45.0.0.dev1 45.0.0a1 45.0.0b2 45.0.0rc1 45.0.0 45.0.0.post1 45.0.1 45.0.2 45.0.10 46.0.0",
                "1.1.1 1.1.1a 1.1.1w 3.0.0 3.0.16",
                "3.4.0-alpha1 3.4.0-alpha2 3.4.0-beta1 3.4.0-pre2 3.4.0-rc3 3.4.0 3.4.1",
                "2024.1 2024.10 2025.1",
                "v9.0 v10.0-rc.1 v10.0 v10.1"
            })
    void versionsShouldComeInTheOrderOfTheirReleases(String line) {
        List<ReleaseVersion> versions =
                Arrays.stream(line.split(" ")).map(ReleaseVersion::new).toList();

        List<ReleaseVersion> sorted = versions.stream().sorted().toList();

        assertThat(sorted).extracting(ReleaseVersion::text).isEqualTo(List.of(line.split(" ")));
    }

    @Test
    void versionsShouldBeEqualWhereOnlyTheWritingDiffers() {
        ReleaseVersion one = new ReleaseVersion("1.0");

        assertThat(one).isEqualTo(new ReleaseVersion("v1.0.0")).hasSameHashCodeAs(new ReleaseVersion("1.0.0"));
    }

    @ParameterizedTest
    @CsvSource({"45.0.1, false", "3.4.0-alpha1, true", "45.0.0rc1, true", "45.0.0.dev3, true", "1.1.1w, false"})
    void versionShouldKnowWhetherItComesBeforeItsRelease(String text, boolean before) {
        assertThat(new ReleaseVersion(text).isPreRelease()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"45.0.1, 45.0, 45", "v45, 45.0, 45", "3.4.0-beta1, 3.4, 3"})
    void seriesShouldBeTheLeadingNumbers(String text, String two, String one) {
        ReleaseVersion version = new ReleaseVersion(text);

        assertThat(version.series(SeriesRule.MAJOR_MINOR)).isEqualTo(two);
        assertThat(version.series(SeriesRule.MAJOR)).isEqualTo(one);
        assertThat(version.series(SeriesRule.EVERY)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "main", "45 0", "45;0", "-1", "v", "45.0\n1"})
    void textShouldBeNoVersionWhenItHasAnotherForm(String text) {
        assertThat(ReleaseVersion.parse(text)).isEmpty();
    }
}
