package org.embargo.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TagPatternTest {

    @Test
    void patternShouldLeadFromVersionToTagAndBack() {
        TagPattern pattern = TagPattern.parse("openssl-*-final").orElseThrow();

        assertThat(pattern.tag(new ReleaseVersion("3.4.1"))).isEqualTo(new RefName("openssl-3.4.1-final"));
        assertThat(pattern.version("openssl-3.4.1-final")).contains(new ReleaseVersion("3.4.1"));
        assertThat(pattern.version("openssl-final")).isEmpty();
        assertThat(pattern.version("openssl-x-final")).isEmpty();
        assertThat(pattern.version("v3.4.1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v", "v*.*", "v..*", "-*", "* x", ""})
    void textShouldBeNoPatternWhenNoTagComesOfIt(String text) {
        assertThat(TagPattern.parse(text)).isEmpty();
    }
}
