package org.embargo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "poc.py, poc.py",
        "../../etc/passwd, passwd",
        "C:\\Windows\\evil.exe, evil.exe",
        "'a\u0000b\u001b[31m.txt', 'ab[31m.txt'",
        "'gpj\u202Eexe.txt', 'gpjexe.txt'",
        "'two\r\nlines', 'twolines'",
        "'..', ''",
        "'.', ''",
        "'dir/', ''",
        ".profile, .profile"
    })
    void nameShouldBeALastSegmentWithoutControls(String given, String name) {
        assertThat(FileName.of(Optional.of(given))).isEqualTo(name);
    }

    @Test
    void nameShouldBeBlankWhenThereIsNone() {
        assertThat(FileName.of(Optional.empty())).isEmpty();
    }

    @Test
    void longNameShouldKeepItsEnd() {
        assertThat(FileName.of(Optional.of("a".repeat(120)))).hasSize(120);
        assertThat(FileName.of(Optional.of("a".repeat(200) + ".exe")))
                .hasSize(120)
                .endsWith(".exe");
    }

    @Test
    void openPgpEndingShouldGoAway() {
        assertThat(FileName.withoutOpenPgp("server.log.ASC")).isEqualTo("server.log");
        assertThat(FileName.isOpenPgp("asc")).isFalse();
    }
}
