package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a new user runs it. It checks every step itself; here it is seen that it does so, and what it leaves. */
class DemoTest {
    @TempDir
    private Path folder;

    @Test
    void demoShouldHoldStepByStepAndLeaveTheMails() throws Exception {
        Path mails = folder.resolve("mails");
        Path home = folder.resolve("home");

        CommandLine demo = CommandLine.run("demo", "--home", home.toString(), "--mails", mails.toString());

        assertThat(demo.status()).as(demo.everything()).isZero();
        assertThat(demo.output())
                .contains("[ok] the receipt is encrypted to Robin")
                .contains("[ok] Alice's key does not open Bob's copy")
                .contains("[ok] Bob reads Alice's note")
                .contains("[ok] Robin gets nothing of it")
                .contains("[ok] outside, not even the case id tells what it is")
                .contains("[ok] gpg: good signature by the desk, over all of the post")
                .contains("[ok] Bob reads that the post has appeared")
                .contains("nothing else has come for anybody: the report is there once")
                .contains("files under the home holds a word of them")
                .contains("Every step held")
                .contains(mails.toString());
        assertThat(demo.output().lines()).allMatch(line -> line.length() <= 80 || line.contains("/"));
        try (Stream<Path> left = Files.list(mails)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .contains("03-report-by-robin.eml", "04-receipt-to-robin.eml", "04-receipt-to-robin.txt");
        }
        assertThat(mails.resolve("05-report-to-alice.txt")).content().contains("parse_bag_attributes");
        assertThat(mails.resolve("05-report-to-alice.eml")).content().doesNotContain("parse_bag_attributes");
    }

    @Test
    void homeWithSomethingInItShouldBeRefused() throws Exception {
        Files.writeString(folder.resolve("precious"), "of worth");

        CommandLine demo = CommandLine.run("demo", "--home", folder.toString());

        assertThat(demo.status()).isEqualTo(2);
        assertThat(demo.errors()).contains("an empty or missing folder for --home");
    }

    @Test
    void missingGpgShouldBeNamed() throws Exception {
        CommandLine demo = CommandLine.runWithoutGpg(folder.resolve("path"), "demo");

        assertThat(demo.status()).isEqualTo(1);
        assertThat(demo.output()).contains("needs gpg");
    }
}
