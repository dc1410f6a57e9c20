package org.embargo.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** An SMTP client that says exactly what the test wants said. */
public final class SmtpClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private Socket socket;
    private InputStream in;
    private OutputStream out;

    private SmtpClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /** Connects, reads the greeting and says EHLO. */
    public static SmtpClient connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        SmtpClient client = new SmtpClient(socket);
        client.answer();
        client.command("EHLO client.example");
        return client;
    }

    /** Sends one line and returns the whole answer, lines parted by LF. */
    public String command(String line) throws IOException {
        write(line + "\r\n");
        return answer();
    }

    /** One whole mail, dot-stuffed; returns the answer to its end. Any refusal before that is returned at once. */
    public String send(String sender, String recipient, String message) throws IOException {
        for (String command : new String[] {"MAIL FROM:<" + sender + ">", "RCPT TO:<" + recipient + ">", "DATA"}) {
            String answer = command(command);
            if (!answer.startsWith("2") && !answer.startsWith("3")) {
                return answer;
            }
        }
        return content(message);
    }

    /** What follows DATA: the message with any line ends, dot-stuffed, and the final dot; returns the answer. */
    public String content(String message) throws IOException {
        String lines = message.replace("\r\n", "\n").replace("\n", "\r\n");
        String stuffed = lines.startsWith(".") ? "." + lines : lines;
        write(stuffed.replace("\r\n.", "\r\n..") + (lines.endsWith("\r\n") ? "" : "\r\n") + ".\r\n");
        return answer();
    }

    /** Bytes as they are. */
    public void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Reads one answer, all its lines; empty when the server has closed. */
    public String answer() throws IOException {
        StringBuilder answer = new StringBuilder();
        while (true) {
            String line = readLine();
            answer.append(answer.isEmpty() ? "" : "\n").append(line);
            if (line.length() < 4 || line.charAt(3) != '-') {
                return answer.toString();
            }
        }
    }

    /** STARTTLS, whoever signed the server's certificate, and EHLO again; returns the answer to that. */
    public String startTls() throws IOException, GeneralSecurityException {
        String answer = command("STARTTLS");
        if (!answer.startsWith("220")) {
            return answer;
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustsAnybody()}, new SecureRandom());
        SSLSocket secured =
                (SSLSocket) context.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
        secured.startHandshake();
        socket = secured;
        in = secured.getInputStream();
        out = secured.getOutputStream();
        return command("EHLO client.example");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            if (read != '\r') {
                line.write(read);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static final class TrustsAnybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
