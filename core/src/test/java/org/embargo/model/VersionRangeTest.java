package org.embargo.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ">=44.0,<44.0.4      | >= 44.0, < 44.0.4",
                "< 44.0.4, >= 44.0   | >= 44.0, < 44.0.4",
                "44.0 to 44.0.3      | >= 44.0, <= 44.0.3",
                "44.0 - 44.0.3       | >= 44.0, <= 44.0.3",
                "before 45.0.2       | < 45.0.2",
                "v44.0.1             | 44.0.1",
                "= 44.0.1            | 44.0.1",
                "44.0.1 to 44.0.1    | 44.0.1",
                "all                 | all",
                "> 3.4.0-beta1       | > 3.4.0-beta1",
            })
    void rangeShouldBePrintedInOneForm(String written, String printed) {
        assertThat(VersionRange.parse(written).map(VersionRange::print)).contains(printed);
        assertThat(VersionRange.parse(printed).map(VersionRange::print)).contains(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<",
                "< x",
                ">= 2, < 1",
                "> 1, < 1",
                "> 1, <= 1.0",
                "< 1, < 2",
                "> 1, > 2",
                "1, 2",
                "1,",
                "1 2",
                "=< 1",
                "< 1 || > 2",
                "none"
            })
    void whatHoldsNoVersionOrIsUnclearShouldBeNoRange(String written) {
        assertThat(VersionRange.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ">= 44.0, < 44.0.4 | 44.0       | true",
                ">= 44.0, < 44.0.4 | 44.0.3     | true",
                ">= 44.0, < 44.0.4 | 44.0.4     | false",
                ">= 44.0, < 44.0.4 | 44.0.4rc1  | true",
                ">= 44.0, < 44.0.4 | 43.9       | false",
                "44.0              | 44.0.0     | true",
                "> 44.0            | 44.0.0     | false",
                "all               | 0.1        | true",
            })
    void boundsShouldCountAsTheyAreWritten(String range, String version, boolean contained) {
        assertThat(VersionRange.parse(range).orElseThrow().contains(new ReleaseVersion(version)))
                .isEqualTo(contained);
    }

    @Property(tries = 2000)
    void whatIsReadShouldBePrintedAsItself(
            @ForAll
                    @Chars({'<', '>', '=', ',', ' ', '.', 'v', '-', 't', 'o', 'a'})
                    @CharRange(from = '0', to = '3')
                    @StringLength(max = 14)
                    String text) {
        Optional<VersionRange> range = VersionRange.parse(text);

        assertThat(range.flatMap(each -> VersionRange.parse(each.print()))).isEqualTo(range);
    }
}
