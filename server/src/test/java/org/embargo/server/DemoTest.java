package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
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
                .contains("nothing else has come for anybody: the report is there once")
                .contains("files under the home holds a word of them")
                .contains("Every step held")
                .contains(mails.toString());
        assertThat(demo.output().lines()).allMatch(line -> line.length() <= 80 || line.contains("/"));
        try (Stream<Path> left = Files.list(mails)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .contains("003-report-by-robin.eml", "004-receipt-to-robin.eml", "004-receipt-to-robin.txt");
        }
        assertThat(mails.resolve("005-report-to-alice.txt")).content().contains("parse_bag_attributes");
        assertThat(mails.resolve("005-report-to-alice.eml")).content().doesNotContain("parse_bag_attributes");
        checkWayToThePost(mails, demo.output());
        checkUpstream(mails);
    }

    /** What vendors, reporter, team and public read from the decision on. */
    private static void checkWayToThePost(Path mails, String told) throws IOException {
        for (String vendor : List.of("vera", "walt")) {
            assertThat(read(mails, "advance-notice-to-" + vendor + ".txt"))
                    .startsWith("TLP:AMBER+STRICT")
                    .contains("return up to 64 KB of memory", "44.0.x.patch, for 44.0.x:", "45.0.2");
            assertThat(read(mails, "advance-notice-to-" + vendor + ".eml")).doesNotContain("64 KB", "PYCA-");
        }
        assertThat(read(mails, "date-notice-to-robin.txt")).contains("going to be", "Robin of Finder Labs");
        assertThat(told)
                .contains("vera@distribution.example: confirmed since", "walt@appliances.example: sent since")
                .contains("44.0.x: the patches apply by a three-way merge")
                .contains("[ok] the public repository has not changed")
                .contains("(tag: v45.0.2, 45.0.x)", "Author: cryptography security", "    Security fix")
                .contains("[ok] no message, author, branch or tag names the issue, the case or Robin")
                .contains("[ok] nothing else comes to the list: it is posted once");
        assertThat(mails.resolve("project.git/refs/heads/main")).exists();
        assertThat(read(mails, "post-to-the-list.txt"))
                .contains("Robin of Finder Labs", "https://project.example/releases/44.0.4", "made public");
        for (String reader : List.of("robin", "vera", "walt")) {
            assertThat(read(mails, "-post-to-" + reader + ".txt")).contains("Robin of Finder Labs");
        }
        assertThat(read(mails, "confirmed-to-bob.txt").replaceAll("\\s+", " "))
                .contains("with our signature unchanged and proof that the list sent it");
        assertThat(read(mails, "update-to-the-list.txt")).contains("CVE-2026-1234", "this update");
    }

    private static void checkUpstream(Path mails) throws IOException {
        assertThat(read(mails, "upstream-to-bob.txt"))
                .contains("openssl announces 3.4.1, which fixes security issues", "Our own release is due by");
        assertThat(read(mails, "upstream-post-to-the-list.txt"))
                .contains("built against openssl 3.4.1", "https://project.example/releases/45.0.3")
                .contains("strongly recommend that everybody upgrades");
    }

    /** The first mail of this name. */
    private static String read(Path mails, String name) throws IOException {
        try (Stream<Path> left = Files.list(mails)) {
            Path first = left.filter(file -> file.getFileName().toString().endsWith(name))
                    .min(Comparator.naturalOrder())
                    .orElseThrow(() -> new AssertionError("no mail " + name));
            return Files.readString(first);
        }
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
