package org.embargo.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.embargo.hostile.Seeds;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails of announcement lists, which anybody may write to. */
class AnnouncementFuzzTest {

    static Stream<byte[]> mails() {
        return Seeds.withMutants(Seeds.of(
                "OpenSSL version 3.5.1 published\nOpenSSL 3.5.1 is a security patch release. The most severe CVE fixed in"
                        + " this release is High.",
                "OpenSSL Security Advisory [1st June 2026]\nSeverity: High\n\nOpenSSL 3.5 users should upgrade to OpenSSL"
                        + " 3.5.1\nOpenSSL 3.4 users should upgrade to OpenSSL 3.4.9",
                "Re: OpenSSL 4.0.0-beta1 released\nOpenSSL 4.0 beta 1 is now available",
                "Forthcoming OpenSSL releases\nThe OpenSSL project would like to announce the forthcoming release"));
    }

    @MethodSource("mails")
    @FuzzTest
    void anyAnnouncementShouldBeRead(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        int end = Math.max(0, text.indexOf('\n'));

        Announcement read = new AnnouncementReader("openssl").read(text.substring(0, end), text.substring(end));

        assertThat(read.releases()).allMatch(version -> version.matches("[0-9A-Za-z.+_-]+"));
    }
}
