package org.embargo.store;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.embargo.content.Content;
import org.embargo.mail.Envelope;
import org.embargo.mail.RawMail;
import org.embargo.model.IntakeId;
import org.embargo.model.Randomness;

/**
 * Mails as they came, each in a sealed file of its own, from before the 250 on. Safe for use by many threads.
 *
 * <p>The envelope lies inside the seal, and the seal is bound to the id, so that no file passes for another.
 */
public final class IntakeFiles {
    private static final Logger LOGGER = LogManager.getLogger(IntakeFiles.class);
    private static final String UNFINISHED = ".part";
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy-MM").withZone(ZoneOffset.UTC);

    private final Path intake;
    private final Path archive;
    private final Path quarantine;
    private final SealedFile form;
    private final Randomness randomness = Randomness.secure();

    private IntakeFiles(Path home, Sealer sealer) {
        intake = home.resolve("intake");
        archive = home.resolve("archive");
        quarantine = home.resolve("quarantine");
        form = new SealedFile(sealer);
    }

    /** Removes what an earlier run left unfinished: no 250 was ever given for it. */
    static IntakeFiles begin(Path home, Sealer sealer) throws IOException {
        IntakeFiles files = new IntakeFiles(home, sealer);
        for (Path folder : List.of(files.intake, files.archive, files.quarantine)) {
            DurableFiles.makePrivateFolder(folder);
        }
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(files.intake, "*" + UNFINISHED)) {
            for (Path file : unfinished) {
                Files.delete(file);
            }
        }
        return files;
    }

    /** To be looked at alone: a server that runs may be at work on them. */
    static IntakeFiles asTheyAre(Path home, Sealer sealer) {
        return new IntakeFiles(home, sealer);
    }

    /**
     * Seals a mail. When this returns, file and name survive a crash; when it throws, nothing is left behind.
     *
     * @throws IOException when it can't be kept (disk full): the mail must be refused for now
     */
    public IntakeId seal(Envelope envelope, InputStream mail) throws IOException {
        IntakeId id = IntakeId.of(envelope.received(), randomness.token());
        Path unfinished = intake.resolve(id + UNFINISHED);
        Path finished = intake.resolve(id.value());
        boolean kept = false;
        try {
            form.write(unfinished, id, envelope, mail);
            DurableFiles.move(unfinished, finished);
            kept = true;
            return id;
        } finally {
            if (!kept) {
                Files.deleteIfExists(unfinished);
                Files.deleteIfExists(finished);
            }
        }
    }

    /**
     * The mail of that id, waiting or archived; its seal was checked to the end.
     *
     * @throws IntakeDamagedException           when it is torn; the file was moved to the quarantine
     * @throws java.nio.file.NoSuchFileException when there is no such mail
     */
    public RawMail read(IntakeId id) throws IOException {
        try (DataInputStream content = open(id)) {
            byte[] head = SealedFile.readHead(content);
            Envelope envelope = StoredJson.read(head, Envelope.class);
            content.transferTo(OutputStream.nullOutputStream());
            long mailBytes = form.clearBytes(Files.size(locate(id))) - Integer.BYTES - head.length;
            return new RawMail(id, envelope, new SealedContent(id, mailBytes));
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException | StoreException e) {
            Path file = locate(id);
            if (form.isDamage(file, e)) {
                putAside(file);
                throw new IntakeDamagedException(id, e);
            }
            throw e;
        }
    }

    /** The mails that are not archived, in order of arrival. Files that are none of ours go to the quarantine. */
    public List<IntakeId> waiting() throws IOException {
        List<IntakeId> ids = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(intake)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (IntakeId.isValid(name)) {
                    ids.add(new IntakeId(name));
                } else if (!name.endsWith(UNFINISHED)) {
                    putAside(file);
                }
            }
        }
        Collections.sort(ids);
        return ids;
    }

    /** Moves a mail that a commit has taken to the archive; nothing happens where it is there already. */
    public void archive(IntakeId id) throws IOException {
        Path from = intake.resolve(id.value());
        Path to = archived(id);
        if (Files.exists(from)) {
            if (Files.notExists(to.resolveSibling(""))) {
                DurableFiles.makePrivateFolder(to.resolveSibling(""));
                DurableFiles.syncFolder(archive);
            }
            try {
                DurableFiles.move(from, to);
            } catch (NoSuchFileException e) {
                requireExists(to);
            }
        }
    }

    /** The damaged mails that a person must look at, in order of arrival. */
    public List<IntakeId> quarantined() throws IOException {
        List<IntakeId> ids = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(quarantine)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (IntakeId.isValid(name)) {
                    ids.add(new IntakeId(name));
                }
            }
        }
        Collections.sort(ids);
        return ids;
    }

    /** Looks where mails wait first: they only ever move from there to the archive. */
    private DataInputStream open(IntakeId id) throws IOException {
        InputStream file;
        try {
            file = Files.newInputStream(intake.resolve(id.value()));
        } catch (NoSuchFileException e) {
            file = Files.newInputStream(archived(id));
        }
        return form.open(file, id);
    }

    private Path locate(IntakeId id) {
        Path waiting = intake.resolve(id.value());
        return Files.exists(waiting) ? waiting : archived(id);
    }

    private Path archived(IntakeId id) {
        return archive.resolve(MONTH.format(id.arrival())).resolve(id.value());
    }

    /** Never over a file that is there already. */
    private void putAside(Path file) throws IOException {
        String name = file.getFileName().toString();
        Path to = quarantine.resolve(name);
        if (Files.exists(to)) {
            to = quarantine.resolve(name + "." + randomness.token().value());
        }
        DurableFiles.move(file, to);
        LOGGER.error("put a damaged or foreign file of the intake into {}", quarantine);
    }

    private static void requireExists(Path file) throws NoSuchFileException {
        if (Files.notExists(file)) {
            throw new NoSuchFileException(file.toString());
        }
    }

    /** Finds its file anew for each reading, for it may have been archived meanwhile. */
    private final class SealedContent implements Content {
        private final IntakeId id;
        private final long sizeBytes;

        SealedContent(IntakeId id, long sizeBytes) {
            this.id = id;
            this.sizeBytes = sizeBytes;
        }

        @Override
        public InputStream open() throws IOException {
            return SealedFile.afterHead(IntakeFiles.this.open(id));
        }

        @Override
        public long sizeBytes() {
            return sizeBytes;
        }

        @Override
        public String toString() {
            return "[withheld, " + sizeBytes + " bytes]";
        }
    }
}
