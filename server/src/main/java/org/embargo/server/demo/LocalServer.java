package org.embargo.server.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server, in a process of its own that can be killed. */
final class LocalServer implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(30);
    private static final String READY = "Embargo is ready";

    private final Process process;
    private final int port;
    private final List<String> output = new CopyOnWriteArrayList<>();
    /** The line that says so; cancelled when the process ends without it. */
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private LocalServer(Process process, int port) {
        this.process = process;
        this.port = port;
        Thread reader = new Thread(this::readOutput, "server-output");
        reader.setDaemon(true);
        reader.start();
    }

    static LocalServer launch(Launcher launcher, Path home, int relayPort) throws IOException {
        int port = freePort();
        Process process = launcher.start(
                "serve",
                "--home",
                home.toString(),
                "--smtp",
                "127.0.0.1:" + port,
                "--relay",
                "127.0.0.1:" + relayPort,
                // the desk is there already
                "--existing");
        return new LocalServer(process, port);
    }

    /** Returns the line that says so. */
    String awaitReady() throws StepFailedException, InterruptedException {
        try {
            return ready.get(READY_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | CancellationException e) {
            throw new StepFailedException("the server is not ready:\n" + String.join("\n", output), e);
        }
    }

    Door door() {
        return new Door(port);
    }

    /** kill -9; returns when the process is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM; returns the exit status. */
    int stop() throws InterruptedException, StepFailedException {
        process.destroy();
        if (!process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            throw new StepFailedException("the server does not stop");
        }
        return process.exitValue();
    }

    /** In order where possible, by force where not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void readOutput() {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                output.add(line);
                if (line.startsWith(READY)) {
                    ready.complete(line);
                }
            }
        } catch (IOException e) {
            output.add("its output ended: " + e);
        } finally {
            ready.cancel(false);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
