package org.embargo.desk.intake;

import java.io.BufferedReader;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.embargo.content.Content;
import org.embargo.content.Spool;
import org.embargo.content.SpoolFolder;
import org.embargo.content.SpoolLimitException;
import org.embargo.mail.RawMail;
import org.embargo.model.CaseEvent;
import org.embargo.model.CaseId;
import org.embargo.model.GuestEvent;
import org.embargo.model.IntakeId;
import org.embargo.model.MailEvent;
import org.embargo.model.UpstreamEvent;
import org.embargo.store.JournalLine;
import org.embargo.store.JournalText;
import org.embargo.store.Store;

/**
 * A case as one archive, tar in gzip: its mails as they came (mbox, as {@code mboxrd} quotes it) and its journal, a line of
 * JSON each event. Tokens are withheld; mails of recipients, and bounces of letters to them, are left out: it holds the
 * mails alone of which the journal says that reporter, members, guests, upstreams or unknown people sent them, in the
 * order in which the case took them. Large ones go through the spool.
 */
public final class CaseArchive {

    /** What is left of a mail of 40 MB after it was encoded twice. */
    static final long MOST_BYTES = 20L << 20;

    private static final Pattern TOKEN = Pattern.compile("(?i)(\\+[rngb]\\.)[a-z0-9]{26}(?=@|%40|=40)");
    private static final Pattern FROM = Pattern.compile(">*From .*");
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length[ \\t]*:.*");
    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US).withZone(ZoneOffset.UTC);

    private final Store store;
    private final SpoolFolder spools;

    public CaseArchive(Store store, SpoolFolder spools) {
        this.store = store;
        this.spools = spools;
    }

    /** The archive of {@code id}; empty where it is too large for a mail. */
    public Optional<Content> of(CaseId id) throws IOException {
        List<JournalLine> lines = store.reading(tx -> tx.journal().lines(id));
        String folder = id.toString().toLowerCase(Locale.ROOT) + "/";
        Instant newest =
                lines.isEmpty() ? Instant.EPOCH : lines.get(lines.size() - 1).time();
        try (Spool mbox = spools.spool(MOST_BYTES);
                Spool journal = spools.spool(MOST_BYTES);
                Spool archive = spools.spool(MOST_BYTES)) {
            for (JournalLine line : lines) {
                Optional<IntakeId> mail = mailOf(line.event());
                if (mail.isPresent()) {
                    writeMail(store.intakeFiles().read(mail.get()), mbox);
                }
                writeLine(JournalText.of(line), journal);
            }
            try (TarArchiveOutputStream tar =
                    new TarArchiveOutputStream(new GZIPOutputStream(new KeptOpen(archive)), "UTF-8")) {
                put(tar, folder + "mails.mbox", mbox.finish(), newest);
                put(tar, folder + "journal.jsonl", journal.finish(), newest);
            }
            return Optional.of(archive.finish());
        } catch (SpoolLimitException tooLarge) {
            return Optional.empty();
        }
    }

    /** The mail that an event filed; empty for an answer of a recipient, whose name nobody outside may learn. */
    private static Optional<IntakeId> mailOf(CaseEvent event) {
        if (event instanceof MailEvent.ReportFiled filed) {
            return Optional.of(filed.mail());
        }
        if (event instanceof MailEvent.FollowUpFiled filed) {
            return Optional.of(filed.mail());
        }
        if (event instanceof MailEvent.MemberWrote wrote) {
            return Optional.of(wrote.mail());
        }
        if (event instanceof GuestEvent.GuestWrote wrote) {
            return Optional.of(wrote.mail());
        }
        if (event instanceof UpstreamEvent.AnnouncementFiled filed) {
            return Optional.of(filed.mail());
        }
        return event instanceof UpstreamEvent.AnnouncementJoined joined ? Optional.of(joined.mail()) : Optional.empty();
    }

    /**
     * Read byte by character, so that whatever charset stays as it is. Some programs believe {@code Content-Length} rather
     * than the lines that part mails: one that says too much would hide the mails after it.
     */
    private static void writeMail(RawMail mail, OutputStream mbox) throws IOException {
        String sender = mail.envelope()
                .sender()
                .map(address -> address.value().replace(' ', '_'))
                .orElse("MAILER-DAEMON");
        writeLine("From " + sender + " " + ASCTIME.format(mail.envelope().received()), mbox);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(mail.content().open(), StandardCharsets.ISO_8859_1))) {
            boolean inHeader = true;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                inHeader &= !line.isEmpty();
                boolean length = inHeader && LENGTH.matcher(line).matches();
                writeLine((FROM.matcher(line).matches() ? ">" : length ? "X-" : "") + line, mbox);
            }
        }
        writeLine("", mbox);
    }

    private static void writeLine(String line, OutputStream out) throws IOException {
        String withheld = TOKEN.matcher(line).replaceAll("$1withheld");
        out.write((withheld + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void put(TarArchiveOutputStream tar, String name, Content content, Instant time) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.sizeBytes());
        entry.setMode(0100600);
        entry.setModTime(FileTime.from(time));
        tar.putArchiveEntry(entry);
        try (InputStream in = content.open()) {
            in.transferTo(tar);
        }
        tar.closeArchiveEntry();
    }

    /** A spool that is closed before it is finished is gone. */
    private static final class KeptOpen extends FilterOutputStream {

        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
