package org.embargo.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestWordTest {

    @Property
    void distanceShouldBeTheSameBothWays(
            @ForAll @AlphaChars @StringLength(max = 12) String one,
            @ForAll @AlphaChars @StringLength(max = 12) String other) {
        int distance = NearestWord.distance(one, other);

        assertThat(distance).isEqualTo(NearestWord.distance(other, one));
        assertThat(distance == 0).isEqualTo(one.equals(other));
        assertThat(distance).isBetween(Math.abs(one.length() - other.length()), Math.max(one.length(), other.length()));
    }

    @Test
    void distanceShouldCountEdits() {
        assertThat(NearestWord.distance("kitten", "sitting")).isEqualTo(3);
    }

    @Test
    void wordTooFarAwayShouldNotBeSuggested() {
        assertThat(NearestWord.of("projct", List.of("address", "project"))).contains("project");
        assertThat(NearestWord.of("ab", List.of("cd"))).isEmpty();
        assertThat(NearestWord.of("receipts", List.of("repository"))).isEmpty();
    }
}
