package org.embargo.server.demo;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * A name server that knows no name (RFC 1035, section 4.1.1): the domains of these people do not exist, and nobody outside
 * is asked about them.
 */
final class NoNames implements AutoCloseable {
    private static final int LARGEST_QUESTION = 4096;
    private static final int FLAGS = 2;
    private static final byte ANSWER = (byte) 0x81;
    private static final byte NO_SUCH_NAME = (byte) 0x83;

    private final DatagramSocket socket;

    NoNames() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread server = new Thread(this::serve, "name-server");
        server.setDaemon(true);
        server.start();
    }

    String address() {
        return socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                DatagramPacket question = new DatagramPacket(new byte[LARGEST_QUESTION], LARGEST_QUESTION);
                socket.receive(question);
                byte[] answer = Arrays.copyOf(question.getData(), question.getLength());
                if (answer.length > FLAGS + 1) {
                    answer[FLAGS] = ANSWER;
                    answer[FLAGS + 1] = NO_SUCH_NAME;
                    socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
                }
            } catch (IOException closed) {
                // the demo is over, or an asker went away
            }
        }
    }
}
