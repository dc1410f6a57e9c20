package org.embargo.origin;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** A name server on 127.0.0.1, over UDP and TCP, that knows what it was told; it can be slow, silent or failing. */
public final class NameServer implements AutoCloseable {

    private static final int LARGEST_DATAGRAM_BYTES = 1200;
    private static final int TTL = 60;

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Map<Name, List<Record>> zone = new ConcurrentHashMap<>();
    private final AtomicInteger questions = new AtomicInteger();
    private volatile Duration delay = Duration.ZERO;
    private volatile int rcode = Rcode.NOERROR;
    private volatile boolean silent;

    private NameServer(DatagramSocket udp, ServerSocket tcp) {
        this.udp = udp;
        this.tcp = tcp;
    }

    public static NameServer start() {
        try {
            DatagramSocket udp = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            ServerSocket tcp = new ServerSocket(udp.getLocalPort(), 10, InetAddress.getLoopbackAddress());
            NameServer server = new NameServer(udp, tcp);
            start(server::serveUdp);
            start(server::serveTcp);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(udp.getLocalAddress(), udp.getLocalPort());
    }

    /** How often it was asked. */
    public int questions() {
        return questions.get();
    }

    public NameServer text(String name, String text) {
        List<String> strings = Arrays.asList(text.split("(?<=\\G.{250})"));
        return record(new TXTRecord(name(name), DClass.IN, TTL, strings));
    }

    public NameServer record(Record record) {
        zone.computeIfAbsent(record.getName(), unused -> new CopyOnWriteArrayList<>())
                .add(record);
        return this;
    }

    public NameServer slow(Duration by) {
        delay = by;
        return this;
    }

    public NameServer silent() {
        silent = true;
        return this;
    }

    public NameServer failing() {
        rcode = Rcode.SERVFAIL;
        return this;
    }

    public static Name name(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (org.xbill.DNS.TextParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "name-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serveUdp() {
        while (!udp.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
                udp.receive(packet);
                start(() -> answerUdp(packet));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answerUdp(DatagramPacket packet) {
        try {
            byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()), true);
            if (answer.length > 0) {
                udp.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (IOException gone) {
            // the test is over
        }
    }

    private void serveTcp() {
        while (!tcp.isClosed()) {
            try (Socket socket = tcp.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                byte[] answer = answer(in.readNBytes(in.readUnsignedShort()), false);
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                out.writeShort(answer.length);
                out.write(answer);
            } catch (IOException closed) {
                // or a client that went away
            }
        }
    }

    private byte[] answer(byte[] question, boolean mayTruncate) throws IOException {
        questions.incrementAndGet();
        Message query = new Message(question);
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.getHeader().setRcode(rcode);
        answer.addRecord(query.getQuestion(), Section.QUESTION);
        List<Record> known = zone.getOrDefault(query.getQuestion().getName(), List.of());
        known.stream()
                .filter(record -> record.getType() == query.getQuestion().getType())
                .forEach(record -> answer.addRecord(record, Section.ANSWER));
        if (known.isEmpty() && rcode == Rcode.NOERROR) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        pause();
        if (silent) {
            return new byte[0];
        }
        byte[] wire = answer.toWire();
        if (mayTruncate && wire.length > LARGEST_DATAGRAM_BYTES) {
            answer.removeAllRecords(Section.ANSWER);
            answer.getHeader().setFlag(Flags.TC);
            return answer.toWire();
        }
        return wire;
    }

    private void pause() {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            udp.close();
            tcp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
