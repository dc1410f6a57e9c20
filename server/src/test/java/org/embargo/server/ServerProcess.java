package org.embargo.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server as people run it: the launcher, in a process of its own, from what {@code package} has made.
 *
 * <pre>{@code
 * try (Relay relay = Relay.open();
 *         ServerProcess server = ServerProcess.in(home).relay(relay.port()).start()) {
 *     server.smtp().send("reporter@sender.example", "security@project.example", mail);
 *     relay.awaitMails(1);
 * }
 * }</pre>
 */
public final class ServerProcess implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(4);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(30);

    private final Process process;
    private final int smtpPort;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final CountDownLatch readyOrEnded = new CountDownLatch(1);

    private ServerProcess(Process process, int smtpPort) {
        this.process = process;
        this.smtpPort = smtpPort;
        Thread reader = new Thread(this::readOutput, "server-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** A server on this home, not started yet. */
    public static Builder in(Path home) {
        return new Builder(home);
    }

    /** Where the project lies, whichever folder the tests run in. */
    static Path installation() {
        Path folder = Path.of("").toAbsolutePath();
        while (Files.notExists(folder.resolve("embargo"))) {
            folder = Objects.requireNonNull(folder.getParent(), "the project is not above this folder");
        }
        return folder;
    }

    public long pid() {
        return process.pid();
    }

    /** Where it keeps mails as they come in; to be asked while it runs, there to be looked at afterwards too. */
    Path temporaryFolder() throws IOException {
        String commandLine = Files.readString(Path.of("/proc/" + pid() + "/cmdline"));
        Matcher option = Pattern.compile("-Djava\\.io\\.tmpdir=([^\0]+)").matcher(commandLine);
        if (!option.find()) {
            throw new IllegalStateException("no temporary folder is named");
        }
        return Path.of(option.group(1));
    }

    public int smtpPort() {
        return smtpPort;
    }

    /** A new connection to the server's door, greeting read and EHLO said. */
    public SmtpClient smtp() throws IOException {
        return SmtpClient.connect(smtpPort);
    }

    /** What the process has printed, both streams. */
    public List<String> output() {
        return List.copyOf(output);
    }

    public boolean isReady() {
        return output.stream().anyMatch(line -> line.startsWith("Embargo is ready"));
    }

    /** SIGTERM, as a service manager does it. Returns the exit status. */
    public int stop() {
        process.destroy();
        return awaitEnd(STOPPED_WITHIN);
    }

    /** kill -9. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(STOPPED_WITHIN);
    }

    /** For a start that is expected to fail. Returns the exit status. */
    public int awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        "the server did not end within " + patience + ":\n" + String.join("\n", output));
            }
            // the last words of a process may come after its end
            readyOrEnded.await(1, TimeUnit.SECONDS);
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }

    private void readOutput() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                output.add(line);
                if (isReady()) {
                    readyOrEnded.countDown();
                }
            }
        } catch (IOException e) {
            output.add("output ended: " + e);
        } finally {
            readyOrEnded.countDown();
        }
    }

    private ServerProcess awaitReady() {
        try {
            readyOrEnded.await(READY_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!isReady()) {
            close();
            throw new AssertionError("the server is not ready:\n" + String.join("\n", output));
        }
        return this;
    }

    /** How a server is started. */
    public static final class Builder {
        private final Path home;
        private final List<String> further = new ArrayList<>();
        private final List<String> within = new ArrayList<>();
        // servers of tests live for seconds: the second compiler would cost more than it gives
        private final List<String> javaOptions = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1"));
        private int smtpPort = freePort();
        private int relayPort = 1;

        private Builder(Path home) {
            this.home = home;
        }

        public Builder smtp(int port) {
            this.smtpPort = port;
            return this;
        }

        /** Where outgoing mail goes; without it, to a port where nobody listens. */
        public Builder relay(int port) {
            this.relayPort = port;
            return this;
        }

        /** Another word on the command line. */
        public Builder with(String option) {
            further.add(option);
            return this;
        }

        /** A program that becomes the launcher, whose words follow these. */
        public Builder within(List<String> program) {
            within.addAll(program);
            return this;
        }

        /** An option for java itself, such as {@code -Dname=value}. */
        public Builder java(String option) {
            javaOptions.add(option);
            return this;
        }

        /** Starts the server and waits until it is ready. */
        public ServerProcess start() throws IOException {
            return launch().awaitReady();
        }

        /** Starts the server and waits for nothing. */
        public ServerProcess launch() throws IOException {
            List<String> command = new ArrayList<>(within);
            command.addAll(List.of(
                    installation().resolve("embargo").toString(),
                    "serve",
                    "--home",
                    home.toString(),
                    "--smtp",
                    "127.0.0.1:" + smtpPort,
                    "--relay",
                    "127.0.0.1:" + relayPort));
            command.addAll(further);
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("EMBARGO_BUILT", "yes");
            builder.environment().put("EMBARGO_JAVA_OPTIONS", String.join(" ", javaOptions));
            return new ServerProcess(builder.start(), smtpPort);
        }
    }

    /** A port that was free a moment ago. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
