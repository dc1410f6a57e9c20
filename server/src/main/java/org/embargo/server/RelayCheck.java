package org.embargo.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.embargo.desk.check.CheckFinding;
import org.embargo.desk.check.CheckFinding.Level;

/** Greets the relay and takes leave of it. */
final class RelayCheck {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int MOST_LINES = 100;

    private final Endpoint relay;

    RelayCheck(Endpoint relay) {
        this.relay = relay;
    }

    CheckFinding finding() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(relay.host(), relay.port()), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            List<String> greeting = answer(in);
            say(socket, "EHLO " + System.getProperty("embargo.host", "localhost"));
            List<String> offered = answer(in);
            say(socket, "QUIT");
            return judged(greeting, offered);
        } catch (IOException e) {
            return new CheckFinding(
                    Level.ERROR,
                    "relay: " + relay + " can't be reached (" + e.getClass().getSimpleName()
                            + "); letters wait until it can. Name yours by --relay, as for serve");
        }
    }

    private CheckFinding judged(List<String> greeting, List<String> offered) {
        if (!isYes(greeting, "220") || !isYes(offered, "250")) {
            return new CheckFinding(
                    Level.ERROR, "relay: " + relay + " answers, and not as a mail server that takes mail");
        }
        boolean tls =
                offered.stream().anyMatch(line -> line.toUpperCase(Locale.ROOT).startsWith("STARTTLS", 4));
        return tls
                ? new CheckFinding(Level.OK, "relay: " + relay + " answers, and offers STARTTLS")
                : new CheckFinding(
                        Level.WARN,
                        "relay: " + relay
                                + " answers, and offers no STARTTLS: whoever listens in between sees who gets mail");
    }

    private static boolean isYes(List<String> answer, String code) {
        return !answer.isEmpty() && answer.get(0).startsWith(code);
    }

    private static void say(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static List<String> answer(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = in.readLine();
        while (line != null && lines.size() < MOST_LINES) {
            lines.add(line);
            if (line.length() < 4 || line.charAt(3) != '-') {
                return lines;
            }
            line = in.readLine();
        }
        return lines;
    }
}
