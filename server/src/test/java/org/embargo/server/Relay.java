package org.embargo.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** The outside mail world: an SMTP server that takes, or refuses, everything, and shows what came. */
public final class Relay implements AutoCloseable {

    /**
     * A mail that came.
     *
     * @param message as it crossed the wire, dots unstuffed, CRLF
     * @param tls     whether it came over TLS
     */
    public record Received(String sender, String recipient, String message, boolean tls) {}

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerSocket server;
    private final List<Received> mails = new CopyOnWriteArrayList<>();
    private volatile Function<Received, String> judge = mail -> "250 taken";
    private volatile Optional<SSLContext> tls = Optional.empty();

    private Relay(ServerSocket server) {
        this.server = server;
        Thread acceptor = new Thread(this::acceptAll, "relay");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    public static Relay open() throws IOException {
        return on(0);
    }

    /** On a given port, for a relay that comes back. */
    public static Relay on(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return new Relay(socket);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** From now on the end of each mail is answered so, such as {@code "451 later"}; only with 250 it is kept. */
    public void answer(Function<Received, String> answers) {
        this.judge = answers;
    }

    /** From now on STARTTLS is offered, with the key of this PKCS#12 file. */
    public void offerStartTls(Path keyStore, String password) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            keys.load(in, password.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), new TrustManager[0], new SecureRandom());
        tls = Optional.of(context);
    }

    /** All mails taken so far, in order. */
    public List<Received> mails() {
        return List.copyOf(mails);
    }

    public List<Received> mailsTo(String recipient) {
        return mails.stream()
                .filter(mail -> mail.recipient().equalsIgnoreCase(recipient))
                .toList();
    }

    /** Waits until so many mails have come, and returns all. */
    public List<Received> awaitMails(int count) {
        return await(count, mail -> true);
    }

    /** Waits until so many mails for this recipient have come, and returns those. */
    public List<Received> awaitMailsTo(String recipient, int count) {
        return await(count, mail -> mail.recipient().equalsIgnoreCase(recipient));
    }

    private List<Received> await(int count, Predicate<Received> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            List<Received> found = mails.stream().filter(wanted).toList();
            if (found.size() >= count) {
                return found;
            }
            sleepBriefly();
        }
        throw new AssertionError("waited for " + count + " mails, came: " + mails);
    }

    private static void sleepBriefly() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread session = new Thread(() -> serve(socket), "relay-session");
                session.setDaemon(true);
                session.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            say(socket, "220 relay.example");
            new Session(socket, false).run();
        } catch (IOException e) {
            // the client went away; what it sent to the end is kept
        }
    }

    private final class Session {
        private final Socket socket;
        private final boolean secured;
        private final BufferedReader in;
        private final List<String> recipients = new ArrayList<>();
        private String sender = "";

        Session(Socket socket, boolean secured) throws IOException {
            this.socket = socket;
            this.secured = secured;
            this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        void run() throws IOException {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "EHLO" -> say(socket, "250-relay.example\r\n" + startTls() + "250 8BITMIME");
                    case "STAR" -> {
                        secured().run();
                        return;
                    }
                    case "MAIL" -> {
                        sender = address(line);
                        recipients.clear();
                        say(socket, "250 sender fine");
                    }
                    case "RCPT" -> {
                        recipients.add(address(line));
                        say(socket, "250 recipient fine");
                    }
                    case "DATA" -> {
                        say(socket, "354 go on");
                        say(socket, take(message(in)));
                    }
                    case "QUIT" -> {
                        say(socket, "221 bye");
                        return;
                    }
                    default -> say(socket, "250 fine");
                }
            }
        }

        private String startTls() {
            return tls.isPresent() && !secured ? "250-STARTTLS\r\n" : "";
        }

        private Session secured() throws IOException {
            say(socket, "220 go ahead");
            SSLSocket upgraded = (SSLSocket)
                    tls.orElseThrow().getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
            upgraded.setUseClientMode(false);
            upgraded.startHandshake();
            return new Session(upgraded, true);
        }

        private String take(String message) {
            String answer = "250 taken";
            for (String recipient : recipients) {
                Received mail = new Received(sender, recipient, message, secured);
                answer = judge.apply(mail);
                if (answer.startsWith("250")) {
                    mails.add(mail);
                }
            }
            return answer;
        }
    }

    private static String message(BufferedReader in) throws IOException {
        StringBuilder message = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return message.toString();
    }

    private static String address(String command) {
        return command.substring(command.indexOf('<') + 1, command.indexOf('>'));
    }

    private static void say(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
