package org.embargo.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.model.DeskName;

/**
 * Saw the end of each desk's journal, outside the database, so that a cut-off end shows. Safe for use by many threads.
 *
 * <p>It is written after the commit: after a crash in between the journal is longer than the witness says, which is no
 * damage; it is never shorter. A desk's witness begins before its first line is committed, so that a missing one shows.
 */
final class Witness {
    private static final Logger LOGGER = LogManager.getLogger(Witness.class);
    private static final String CLOCK = "clock";

    private final Path folder;
    private final Sealer sealer;
    private final Map<DeskName, WitnessFile> files = new ConcurrentHashMap<>();
    private final Set<DeskName> frozen = ConcurrentHashMap.newKeySet();
    private final boolean joins;

    /** @param joins whether other nodes write to the database too, so that this one may have seen nothing of a desk */
    Witness(Path folder, Sealer sealer, boolean joins) {
        this.folder = folder;
        this.sealer = sealer;
        this.joins = joins;
    }

    /** What was seen of the desk's journal; empty where there is no readable witness. */
    Optional<JournalEnd> seen(DeskName desk) {
        try {
            return Files.exists(pathOf(desk)) ? file(desk).newest() : Optional.empty();
        } catch (IOException e) {
            throw new StoreException("the witness of " + desk + " can't be read", e);
        }
    }

    /** As {@link #seen}; a node that joins others begins with the journal as it finds it. */
    Optional<JournalEnd> seenOrJoined(DeskName desk, JournalEnd found) {
        if (joins && found.number() > 0) {
            begin(desk, found);
        }
        return seen(desk);
    }

    /** Begins to watch a desk whose journal ends at {@code end}; a witness that is there stays as it is. */
    void begin(DeskName desk, JournalEnd end) {
        try {
            if (Files.notExists(pathOf(desk))) {
                file(desk).saw(end);
                DurableFiles.syncFolder(folder);
            }
        } catch (IOException e) {
            throw new StoreException("the witness of " + desk + " can't be written", e);
        }
    }

    /** As {@link #begin}, where it was kept as it is because there was none. */
    void beginAnew(DeskName desk, JournalEnd end) {
        begin(desk, end);
        frozen.remove(desk);
    }

    /**
     * Sees a committed end. The commit can't be taken back, so a failure is told and the next end makes up for it.
     */
    void saw(DeskName desk, JournalEnd end) {
        if (!frozen.contains(desk)) {
            try {
                file(desk).saw(end);
            } catch (IOException e) {
                LOGGER.error("the witness of {} can't be written, line {} is not witnessed", desk, end.number(), e);
            }
        }
    }

    /** Keeps what was seen of a damaged journal as evidence: nothing written on to it replaces that any more. */
    void freeze(DeskName desk) {
        if (frozen.add(desk)) {
            LOGGER.error("the journal of {} is damaged at its end; its witness is kept as it is", desk);
        }
    }

    void recordTime(Instant now) {
        String time = Long.toString(now.toEpochMilli());
        String mac = sealer.witnessMac(new Fields().add(CLOCK).add(time));
        try {
            DurableFiles.write(folder.resolve(CLOCK), (time + " " + mac + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new StoreException("the time can't be recorded", e);
        }
    }

    /** Empty where none was recorded, or somebody else wrote it. */
    Optional<Instant> recordedTime() {
        try {
            Path clock = folder.resolve(CLOCK);
            String[] parts = Files.exists(clock)
                    ? Files.readString(clock, StandardCharsets.ISO_8859_1)
                            .trim()
                            .split(" ", 2)
                    : new String[0];
            boolean ours = parts.length == 2
                    && sealer.witnessMac(new Fields().add(CLOCK).add(parts[0])).equals(parts[1]);
            return ours ? Optional.of(Instant.ofEpochMilli(Long.parseLong(parts[0]))) : Optional.empty();
        } catch (IOException e) {
            throw new StoreException("the recorded time can't be read", e);
        }
    }

    /** A slot that is being written may be torn in the copy; the one before it is then the newest. */
    void copyTo(Path copy) throws IOException {
        DurableFiles.makePrivateFolder(copy);
        try (DirectoryStream<Path> all =
                Files.newDirectoryStream(folder, file -> !file.toString().endsWith(".new"))) {
            for (Path file : all) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
    }

    private WitnessFile file(DeskName desk) {
        return files.computeIfAbsent(desk, name -> new WitnessFile(pathOf(name), name, sealer));
    }

    private Path pathOf(DeskName desk) {
        return folder.resolve(desk + ".seen");
    }
}
