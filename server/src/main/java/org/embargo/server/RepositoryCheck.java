package org.embargo.server;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.embargo.config.DeskConfig;
import org.embargo.config.SshConfig;
import org.embargo.desk.check.CheckFinding;
import org.embargo.desk.check.CheckFinding.Level;

/** Asks the repository of a desk for its main branch, and for nothing else. */
final class RepositoryCheck {
    private static final long PATIENCE_SECONDS = 20;

    private final DeskConfig desk;
    private final SshConfig ssh;

    RepositoryCheck(DeskConfig desk, SshConfig ssh) {
        this.desk = desk;
        this.ssh = ssh;
    }

    /** Empty where none is configured. */
    Optional<CheckFinding> finding() {
        return desk.releases().repository().map(this::finding);
    }

    private CheckFinding finding(URI repository) {
        String branch = desk.releases().mainBranch();
        try {
            int status = lsRemote(repository.toString(), branch);
            if (status == 0) {
                return found(Level.OK, repository + " has the branch " + branch);
            }
            return status == 2
                    ? found(Level.ERROR, repository + " has no branch " + branch + ", which main-branch names")
                    : found(Level.ERROR, repository + " can't be read: git ls-remote ends with status " + status);
        } catch (IOException e) {
            return found(Level.ERROR, "git can't be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return found(Level.ERROR, repository + " was not asked to the end");
        }
    }

    /** Status 2 says that there is no such branch. */
    private int lsRemote(String repository, String branch) throws IOException, InterruptedException {
        ProcessBuilder git = new ProcessBuilder(
                List.of("git", "ls-remote", "--exit-code", "--heads", "--", repository, "refs/heads/" + branch));
        Map<String, String> environment = git.environment();
        environment.keySet().retainAll(List.of("PATH", "HOME", "SSH_AUTH_SOCK"));
        environment.putAll(Map.of(
                "GIT_TERMINAL_PROMPT", "0",
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_ALLOW_PROTOCOL", "file:ssh",
                "GIT_SSH_COMMAND", "ssh -F /dev/null -o BatchMode=yes -o StrictHostKeyChecking=yes" + sshFiles()));
        git.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = git.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("it did not answer within " + PATIENCE_SECONDS + " seconds");
        }
        return process.exitValue();
    }

    /** git hands them to a shell: they hold no quotation marks, see {@link SshConfig#isPlain}. */
    private String sshFiles() {
        return ssh.key().map(file -> " -o IdentitiesOnly=yes -i '" + file + "'").orElse("")
                + ssh.knownHosts()
                        .map(file -> " -o UserKnownHostsFile='\"" + file + "\"'")
                        .orElse("");
    }

    private CheckFinding found(Level level, String text) {
        return new CheckFinding(level, "desk " + desk.name() + ": repository " + text);
    }
}
