package org.embargo.server.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The server's door, as a mail server of somebody else sees it. */
final class Door {
    private static final int PATIENCE_MILLIS = 30_000;

    private final int port;

    Door(int port) {
        this.port = port;
    }

    /** Hands one mail over, and returns as soon as the server has answered its end with 250. */
    void send(Person sender, Written mail, String message) throws IOException, StepFailedException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = socket.getOutputStream();
            expect("220", in);
            say("EHLO mail.example", out);
            expect("250", in);
            say("MAIL FROM:<" + sender.address() + ">", out);
            expect("250", in);
            say("RCPT TO:<" + mail.recipient() + ">", out);
            expect("250", in);
            say("DATA", out);
            expect("354", in);
            say(message.replace("\n.", "\n..").replace("\n", "\r\n") + ".", out);
            expect("250", in);
        }
    }

    private static void say(String line, OutputStream out) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void expect(String code, BufferedReader in) throws IOException, StepFailedException {
        String line = String.valueOf(in.readLine());
        while (line.startsWith(code + "-")) {
            line = String.valueOf(in.readLine());
        }
        if (!line.startsWith(code)) {
            throw new StepFailedException(
                    String.format(Locale.ROOT, "the server answered \"%s\" where %s was expected", line, code));
        }
    }
}
