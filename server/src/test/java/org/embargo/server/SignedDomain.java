package org.embargo.server;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A domain that signs its mail by DKIM, with a name server on 127.0.0.1 that gives its key to whatever it is asked. Written
 * from the RFCs, without any library of the server's.
 */
final class SignedDomain implements AutoCloseable {
    private static final List<String> FIELDS = List.of("from", "to", "subject", "date", "message-id", "in-reply-to");
    private static final int HEADER_BYTES = 12;

    private final String name;
    private final KeyPair key;
    private final DatagramSocket socket;

    private SignedDomain(String name, KeyPair key, DatagramSocket socket) {
        this.name = name;
        this.key = key;
        this.socket = socket;
    }

    static SignedDomain start(String name) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(1024);
            DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            SignedDomain domain = new SignedDomain(name, generator.generateKeyPair(), socket);
            Thread server = new Thread(domain::serve, "name-server");
            server.setDaemon(true);
            server.start();
            return domain;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The mail with a signature on top, relaxed for the header and simple for the body. */
    String sign(String mail) throws IOException {
        String wire = mail.replace("\r\n", "\n").replace("\n", "\r\n");
        int end = wire.indexOf("\r\n\r\n");
        byte[] body = wire.substring(end + 4).getBytes(StandardCharsets.UTF_8);
        try {
            String stub = "v=1; a=rsa-sha256; c=relaxed/simple; d=" + name + "; s=s; h=" + String.join(":", FIELDS)
                    + "; bh=" + base64(MessageDigest.getInstance("SHA-256").digest(body)) + "; b=";
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(canonical(wire.substring(0, end)).getBytes(StandardCharsets.UTF_8));
            signature.update(("dkim-signature:" + stub).getBytes(StandardCharsets.UTF_8));
            return "DKIM-Signature: " + stub + base64(signature.sign()) + "\n" + mail;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String canonical(String header) {
        StringBuilder canonical = new StringBuilder();
        for (String field : FIELDS) {
            Arrays.stream(header.split("\r\n(?![ \t])"))
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(field + ":"))
                    .map(line -> line.substring(field.length() + 1)
                            .replaceAll("\\s+", " ")
                            .strip())
                    .forEach(value ->
                            canonical.append(field).append(':').append(value).append("\r\n"));
        }
        return canonical.toString();
    }

    /** The key as an operator keeps it, in PKCS#8 and PEM. */
    String pem() {
        String base64 = Base64.getMimeEncoder().encodeToString(key.getPrivate().getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
    }

    /** Whether the mail bears a signature on top that this key made, relaxed for header and body, over all of it. */
    boolean hasSigned(String mail) {
        int end = mail.indexOf("\r\n\r\n");
        List<String> fields = new ArrayList<>(List.of(mail.substring(0, end).split("\r\n(?![ \t])")));
        int at = 0;
        while (!fields.get(at).startsWith("DKIM-Signature:")) {
            at++;
        }
        String field = fields.remove(at);
        StringBuilder signed = new StringBuilder();
        for (String name : tag(field, "h").split(":", -1)) {
            for (int i = fields.size() - 1; i >= 0; i--) {
                if (fields.get(i).toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                    signed.append(relaxed(fields.remove(i))).append("\r\n");
                    break;
                }
            }
        }
        signed.append(relaxed(field).replaceFirst("([:;] ?b=)[^;]*", "$1"));
        String body = mail.substring(end + 4).replaceAll("[ \t]+", " ").replace(" \r\n", "\r\n");
        byte[] bytes = body.replaceFirst("(?:\r\n)*\\z", "\r\n").getBytes(StandardCharsets.UTF_8);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key.getPublic());
            signature.update(signed.toString().getBytes(StandardCharsets.UTF_8));
            return base64(MessageDigest.getInstance("SHA-256").digest(bytes)).equals(tag(field, "bh"))
                    && signature.verify(Base64.getDecoder().decode(tag(field, "b")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String tag(String field, String tag) {
        return Arrays.stream(field.substring(field.indexOf(':') + 1).split(";", -1))
                .map(each -> each.replaceAll("\\s", ""))
                .filter(each -> each.startsWith(tag + "="))
                .map(each -> each.substring(tag.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static String relaxed(String field) {
        int colon = field.indexOf(':');
        String value = field.substring(colon + 1).replace("\r\n", "").replaceAll("[ \t]+", " ");
        return field.substring(0, colon).toLowerCase(Locale.ROOT) + ":" + value.strip();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                DatagramPacket question = new DatagramPacket(new byte[1024], 1024);
                socket.receive(question);
                byte[] answer = answer(Arrays.copyOf(question.getData(), question.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
            } catch (IOException closed) {
                // the test is over
            }
        }
    }

    /** RFC 1035 section 4: the question again, and one TXT record. */
    private byte[] answer(byte[] question) {
        int end = HEADER_BYTES;
        while (question[end] != 0) {
            end += question[end] + 1;
        }
        end += 5;
        byte[] text = ("v=DKIM1; p=" + base64(key.getPublic().getEncoded())).getBytes(StandardCharsets.US_ASCII);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.write(question, 0, 2);
            for (int each : new int[] {0x8180, 1, 1, 0, 0}) {
                out.writeShort(each);
            }
            out.write(question, HEADER_BYTES, end - HEADER_BYTES);
            for (int each : new int[] {0xc000 | HEADER_BYTES, 16, 1, 0, 60, text.length + 2}) {
                out.writeShort(each);
            }
            int half = text.length / 2;
            out.writeByte(half);
            out.write(text, 0, half);
            out.writeByte(text.length - half);
            out.write(text, half, text.length - half);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void close() {
        socket.close();
    }
}
