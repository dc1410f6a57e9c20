package org.embargo.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SupportedVersionsTest {

    private static final List<ReleaseVersion> KNOWN = versions("43.0.0 45.0.1 44.0.3 46.0.0rc1 45.1.0 44.0.10 45.0.1");

    @ParameterizedTest
    @CsvSource({
        "MAJOR_MINOR, 2, 45.1.0 45.0.1",
        "MAJOR_MINOR, 3, 45.1.0 45.0.1 44.0.10",
        "MAJOR, 2, 45.1.0 44.0.10",
        "EVERY, 3, 45.1.0 45.0.1 44.0.10",
        "MAJOR, 9, 45.1.0 44.0.10 43.0.0"
    })
    void mostRecentSeriesShouldBeSupportedByTheirNewestVersion(SeriesRule rule, int count, String expected) {
        SupportedVersions supported = SupportedVersions.of("main", rule, count, KNOWN);

        assertThat(supported.releases()).isEqualTo(versions(expected));
    }

    @Test
    void versionShouldBeSupportedWhenItsSeriesIs() {
        SupportedVersions supported = SupportedVersions.of("main", SeriesRule.MAJOR_MINOR, 2, KNOWN);

        assertThat(supported.series()).containsExactly("45.1", "45.0");
        assertThat(supported.supports(new ReleaseVersion("45.0.0"))).isTrue();
        assertThat(supported.supports(new ReleaseVersion("47.0.0"))).isTrue();
        assertThat(supported.supports(new ReleaseVersion("44.0.10"))).isFalse();
    }

    @Test
    void nothingButTheMainBranchShouldBeSupportedWhereNoReleaseIsKnown() {
        assertThat(SupportedVersions.of("main", SeriesRule.MAJOR, 2, List.of()).releases())
                .isEmpty();
    }

    private static List<ReleaseVersion> versions(String text) {
        return Arrays.stream(text.split(" ")).map(ReleaseVersion::new).toList();
    }
}
