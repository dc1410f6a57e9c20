package org.embargo.patches;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A home for one run of git: its environment, and the only configuration that git and ssh read besides the command line. */
final class PrivateHome {

    private final Path folder;

    private PrivateHome(Path folder) {
        this.folder = folder;
    }

    /** Makes it in {@code folder}, which is private already. */
    static PrivateHome in(Path folder, GitSettings settings, URI repository) throws IOException {
        Files.createDirectories(folder.resolve("tmp"));
        Files.writeString(folder.resolve("gitconfig"), gitConfig(repository));
        Files.write(folder.resolve("ssh_config"), sshConfig(settings));
        return new PrivateHome(folder);
    }

    Map<String, String> environment() {
        Map<String, String> all = new HashMap<>();
        String path = System.getenv("PATH");
        all.put("PATH", path == null ? "/usr/local/bin:/usr/bin:/bin" : path);
        all.put("HOME", folder.toString());
        all.put("TMPDIR", folder.resolve("tmp").toString());
        all.put("LC_ALL", "C");
        all.put("TZ", "UTC");
        all.put("GIT_CONFIG_NOSYSTEM", "1");
        all.put("GIT_ATTR_NOSYSTEM", "1");
        all.put("GIT_CONFIG_GLOBAL", folder.resolve("gitconfig").toString());
        all.put("GIT_TERMINAL_PROMPT", "0");
        all.put("GIT_ASKPASS", "/bin/false");
        all.put("GIT_EDITOR", "/bin/false");
        all.put("GIT_PAGER", "cat");
        all.put("GIT_OPTIONAL_LOCKS", "0");
        all.put("GIT_NO_REPLACE_OBJECTS", "1");
        all.put("GIT_ALLOW_PROTOCOL", "file:ssh");
        all.put("GIT_SSH_VARIANT", "ssh");
        // git hands this to a shell: the path is ours, and quoted
        all.put("GIT_SSH_COMMAND", "ssh -F '" + folder.resolve("ssh_config") + "'");
        all.put("GIT_AUTHOR_NAME", "rehearsal");
        all.put("GIT_AUTHOR_EMAIL", "rehearsal@localhost");
        all.put("GIT_COMMITTER_NAME", "rehearsal");
        all.put("GIT_COMMITTER_EMAIL", "rehearsal@localhost");
        all.put("GIT_COMMITTER_DATE", "1767225600 +0000");
        return all;
    }

    /**
     * A repository on this machine may belong to another account; git uses it all the same only where this file, which
     * it reads on the other side too, says so. Nothing else stands here: the other side's hooks must run.
     */
    private static String gitConfig(URI repository) {
        return "file".equals(repository.getScheme())
                ? "[safe]\n\tdirectory = \"" + escaped(repository.getPath()) + "\"\n\tdirectory = \""
                        + escaped(repository.getPath().replaceFirst("/+$", "")) + "/.git\"\n"
                : "";
    }

    private static String escaped(String path) {
        return path.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static List<String> sshConfig(GitSettings settings) {
        Path account = Path.of(System.getProperty("user.home"), ".ssh");
        String known = settings.knownHosts()
                .map(file -> quoted(file))
                .orElseGet(() -> quoted(account.resolve("known_hosts")) + " /etc/ssh/ssh_known_hosts");
        String identity = settings.sshIdentity()
                .map(file -> "IdentityFile " + quoted(file) + "\n  IdentitiesOnly yes")
                .orElse("IdentitiesOnly no");
        return List.of(
                "Host *",
                "  BatchMode yes",
                "  StrictHostKeyChecking yes",
                "  UserKnownHostsFile " + known,
                "  GlobalKnownHostsFile /dev/null",
                "  " + identity,
                "  PasswordAuthentication no",
                "  KbdInteractiveAuthentication no",
                "  ConnectTimeout 30",
                "  ServerAliveInterval 15",
                "  ServerAliveCountMax 4",
                "  ForwardAgent no",
                "  ForwardX11 no",
                "  ClearAllForwardings yes",
                "  PermitLocalCommand no",
                "  ControlMaster no",
                "  ControlPath none",
                "  UpdateHostKeys no",
                "  EscapeChar none");
    }

    private static String quoted(Path file) {
        return "\"" + file + "\"";
    }
}
