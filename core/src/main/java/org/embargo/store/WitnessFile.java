package org.embargo.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.embargo.model.DeskName;

/**
 * One desk's witness: two slots, written in turn, so that a torn write leaves the one before. Threads that commit at the
 * same time share a sync.
 */
final class WitnessFile {
    /** A page apart, so that no write of one touches the other. */
    private static final int SLOT_BYTES = 4096;

    private static final int SLOTS = 2;

    private final Path file;
    private final DeskName desk;
    private final Sealer sealer;
    private final Object arrivals = new Object();
    private JournalEnd latest = JournalEnd.EMPTY;
    private Optional<JournalEnd> synced = Optional.empty();
    private boolean wasRead;
    private int nextSlot;

    WitnessFile(Path file, DeskName desk, Sealer sealer) {
        this.file = file;
        this.desk = desk;
        this.sealer = sealer;
    }

    /** Returns once {@code end}, or a later one, survives a crash. */
    void saw(JournalEnd end) throws IOException {
        arrive(end);
        synchronized (this) {
            Optional<JournalEnd> before = newest();
            if (before.isEmpty() || before.get().number() < end.number()) {
                JournalEnd now = arrived();
                write(now);
                synced = Optional.of(now);
            }
        }
    }

    synchronized Optional<JournalEnd> newest() throws IOException {
        if (!wasRead) {
            for (int slot = 0; slot < SLOTS; slot++) {
                Optional<JournalEnd> read = read(slot);
                if (read.isPresent()
                        && (synced.isEmpty()
                                || read.get().number() > synced.get().number())) {
                    synced = read;
                    nextSlot = (slot + 1) % SLOTS;
                }
            }
            wasRead = true;
        }
        return synced;
    }

    private void arrive(JournalEnd end) {
        synchronized (arrivals) {
            latest = latest.later(end);
        }
    }

    private JournalEnd arrived() {
        synchronized (arrivals) {
            return latest;
        }
    }

    private void write(JournalEnd end) throws IOException {
        byte[] line = line(end).getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(line), (long) nextSlot * SLOT_BYTES);
            channel.force(false);
        }
        nextSlot = (nextSlot + 1) % SLOTS;
    }

    private Optional<JournalEnd> read(int slot) throws IOException {
        if (!file.toFile().exists()) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.allocate(SLOT_BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.read(read, (long) slot * SLOT_BYTES);
        }
        String text = new String(read.array(), 0, read.position(), StandardCharsets.ISO_8859_1);
        String[] parts = text.split("\n", 2)[0].split(" ", -1);
        if (parts.length != 3 || !parts[0].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        JournalEnd end = new JournalEnd(Long.parseLong(parts[0]), parts[1]);
        return mac(end).equals(parts[2]) ? Optional.of(end) : Optional.empty();
    }

    private String line(JournalEnd end) {
        return end.number() + " " + end.mac() + " " + mac(end) + "\n";
    }

    private String mac(JournalEnd end) {
        return sealer.witnessMac(
                new Fields().add(desk.value()).add(end.number()).add(end.mac()));
    }
}
