package org.embargo.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The mail program mutt, as somebody at a terminal reads an mbox with it. */
final class Mutt {
    private static final int PATIENCE_SECONDS = 60;

    private Mutt() {}

    static boolean isInstalled() {
        return runs("mutt", "-v") && runs("script", "--version");
    }

    /**
     * What it shows of the first mails, one after the other.
     *
     * @param folder     a new one, for what it needs
     * @param ring       whose keys open what is encrypted
     * @param passphrase the file with that of these keys
     */
    static String show(Path mbox, int mails, Path folder, GpgHome ring, Path passphrase)
            throws IOException, InterruptedException {
        Path shown = folder.resolve("shown");
        StringBuilder keys = new StringBuilder();
        for (int mail = 1; mail <= mails; mail++) {
            keys.append(mail).append("<enter><display-message>");
        }
        Path settings = Files.writeString(
                folder.resolve("muttrc"),
                "set pager=\"cat >> " + shown + " < %s; : \"\nset wait_key=no prompt_after=no sort=mailbox-order\n"
                        + "set charset=utf-8 crypt_use_gpgme=no pgp_use_gpg_agent pgp_check_gpg_decrypt_status_fd\n"
                        + "set pgp_decrypt_command=\"gpg --homedir " + ring.folder() + " --status-fd=2 --batch --quiet"
                        + " --pinentry-mode loopback --passphrase-file " + passphrase + " --output - %f\"\n"
                        + "push \"" + keys + "<exit>\"\n");
        ProcessBuilder builder = new ProcessBuilder(
                        "script", "-qec", "mutt -n -F " + settings + " -R -f " + mbox, "/dev/null")
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("screen").toFile());
        builder.environment().put("TERM", "xterm");
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process mutt = builder.start();
        boolean ended = mutt.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        mutt.destroyForcibly();
        assertThat(ended && Files.exists(shown))
                .as(Files.readString(folder.resolve("screen"), StandardCharsets.ISO_8859_1))
                .isTrue();
        return Files.readString(shown);
    }

    private static boolean runs(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
