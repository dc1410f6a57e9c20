package org.embargo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.embargo.mail.Attachment;
import org.embargo.mail.OpenedMail;
import org.embargo.patches.ProjectRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The patches that recipients get with their advance notice. */
class PatchNoticeTest {

    @TempDir
    private Path folder;

    @Test
    void noticeShouldCarryTheRehearsedPatchOfEachBranch() throws IOException {
        ProjectRepository project = new ProjectRepository(Files.createDirectories(folder.resolve("git")));
        String base = project.file("parser.c", "one\ntwo\nthree\n").commit("Begin");
        project.push("main", "main:refs/heads/release/45.0");
        project.file("parser.c", "one\nchecked\nthree\n").commit("Secret words of a developer");
        byte[] patch = project.formatPatch(base);
        Person carol = BookMails.person("carol@vendor.example");
        try (NoticeDesk desk = new NoticeDesk(
                folder.resolve("home"), "repository = " + project.uri() + "\nnotice-spread = 0s\n", carol)) {
            desk.home.sent.clear();
            String mail = desk.home.alice.encryptedWithFile(
                    desk.mails.desk(),
                    TestHome.fields(desk.home.alice.address().value(), "patch"),
                    desk.caseId + "\n/patch main release/45.0\n",
                    patch,
                    desk.now());
            desk.home.receive(desk.home.alice.address().value(), desk.caseAddress(), mail);
            desk.approve();

            desk.runOverTheNotice();

            OpenedMail notice = desk.opened(carol, desk.onlyTo(carol));
            assertThat(notice.body()).contains("release-45.0.patch, for release/45.0:");
            assertThat(notice.attachments().stream()
                            .filter(file -> file.name().text().endsWith(".patch"))
                            .map(PatchNoticeTest::text))
                    .hasSize(2)
                    .allSatisfy(diff -> assertThat(diff).contains("+checked").doesNotContain("Secret words"));
        }
    }

    private static String text(Attachment file) {
        try {
            return new String(file.content().bytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
