package org.embargo.mail;

import java.io.IOException;
import java.io.InputStream;
import org.embargo.content.Content;
import org.embargo.content.Spool;
import org.embargo.content.SpoolFolder;
import org.embargo.content.SpoolLimitException;

/**
 * What is left of the {@link MailLimits} while one mail is read: parts inside decrypted parts count like all others, so
 * that wrapping gains nothing. One thread.
 */
final class Allowance {

    /** Hundreds of parts, each small enough to be kept in memory, would be too much together. */
    private static final long IN_MEMORY_BYTES = 16L << 20;

    private final MailLimits limits;
    private final SpoolFolder spools;
    private int parts;
    private int fields;
    private int encryptedMessages;
    private int blocks;
    private int textBytes;
    private long decodedBytes;
    private long inMemoryBytes = IN_MEMORY_BYTES;
    private boolean exceeded;

    Allowance(MailLimits limits, SpoolFolder spools) {
        this.limits = limits;
        this.spools = spools;
        this.parts = limits.parts();
        this.fields = limits.fields();
        this.encryptedMessages = limits.encryptedMessages();
        this.textBytes = limits.textBytes();
        this.blocks = limits.cleartextBlocks();
        this.decodedBytes = limits.decodedBytes();
    }

    MailLimits limits() {
        return limits;
    }

    /** Whether something of the mail was left out because of a limit. */
    boolean isExceeded() {
        return exceeded;
    }

    void exceed() {
        exceeded = true;
    }

    void takePart() throws MailLimitException {
        if (--parts < 0) {
            throw exceeded("parts");
        }
    }

    boolean takeField() {
        exceeded |= --fields < 0;
        return fields >= 0;
    }

    /** Whether a text of this size can still be shown as a whole. */
    boolean fits(Content text) {
        return text.sizeBytes() <= textBytes;
    }

    /** As much of a text as can still be shown. */
    byte[] takeText(Content text) throws IOException {
        try (InputStream in = text.open()) {
            byte[] start = in.readNBytes(textBytes);
            textBytes -= start.length;
            return start;
        }
    }

    boolean takeBlock() {
        exceeded |= --blocks < 0;
        return blocks >= 0;
    }

    void takeEncryptedMessage() throws MailLimitException {
        if (--encryptedMessages < 0) {
            throw exceeded("encrypted messages");
        }
    }

    /** For bytes that somebody else has written. */
    void takeBytes(long count) throws MailLimitException {
        decodedBytes -= count;
        if (decodedBytes < 0) {
            throw exceeded("decoded bytes");
        }
    }

    /** Reads {@code in} to its end. */
    Content spool(InputStream in) throws IOException, MailLimitException {
        try (Spool spool = spools.spool(Math.max(decodedBytes, 0), inMemoryBytes)) {
            in.transferTo(spool);
            Content content = spool.finish();
            inMemoryBytes -= spool.keptInMemoryBytes();
            takeBytes(content.sizeBytes());
            return content;
        } catch (SpoolLimitException e) {
            throw exceeded("decoded bytes");
        }
    }

    private MailLimitException exceeded(String limit) {
        exceeded = true;
        return new MailLimitException(limit);
    }
}
