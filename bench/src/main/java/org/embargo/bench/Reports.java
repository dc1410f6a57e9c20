package org.embargo.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends plain reports of about 2 KB over one connection, each from another address. */
final class Reports {

    private static final String LINE = "It reads past the end of the buffer when the length is not checked.\r\n";

    private final int port;
    private final String recipient;
    private final String run;

    /** @param run tells the mails of one run from those of another, since a server takes each content once */
    Reports(int port, String recipient, String run) {
        this.port = port;
        this.recipient = recipient;
        this.run = run;
    }

    void send(int connection, int count) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = socket.getOutputStream()) {
            expect(in, "220");
            command(in, out, "HELO bench.example", "250");
            for (int i = 0; i < count; i++) {
                String author = "reporter-" + i + "@host-" + connection + ".example";
                command(in, out, "MAIL FROM:<" + author + ">", "250");
                command(in, out, "RCPT TO:<" + recipient + ">", "250");
                command(in, out, "DATA", "354");
                command(in, out, mail(author) + ".", "250");
            }
            command(in, out, "QUIT", "221");
        }
    }

    private String mail(String author) {
        return "From: " + author + "\r\nTo: " + recipient + "\r\nSubject: load " + run
                + "\r\nDate: Sun, 22 Nov 2026 10:00:00 +0000\r\nMessage-ID: <" + run + "." + author + ">\r\n\r\n"
                + LINE.repeat(30);
    }

    private static void command(BufferedReader in, OutputStream out, String text, String code) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        expect(in, code);
    }

    private static void expect(BufferedReader in, String code) throws IOException {
        String line = in.readLine();
        if (line == null || !line.startsWith(code)) {
            throw new IOException("expected " + code + " and got " + line);
        }
    }
}
