package org.embargo.server;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A member of a team, who orders by mail, signed and encrypted by gpg, and reads what comes.
 *
 * @param desk its address
 * @param key  the fingerprint of the desk's key
 */
record Member(World world, GpgHome gpg, String desk, String key) {
    private static final Pattern APPROVE = Pattern.compile("(?m)^/approve [a-z2-7]{26,}");

    /** Orders something about a case; returns the transcript, with its line ends. */
    String order(String caseId, String commands) throws IOException {
        return transcript(
                caseAddress(caseId), "Content-Type: text/plain; charset=utf-8\n\n" + caseId + "\n" + commands);
    }

    /** Orders something about no case. */
    String orderDesk(String commands) throws IOException {
        return transcript(desk, "Content-Type: text/plain; charset=utf-8\n\n" + desk + "\n" + commands + "\n");
    }

    /** Orders something about no case, with somebody's certificate attached. */
    String orderWithKey(String command, String certificate) throws IOException {
        return transcript(desk, Mails.textAndKey(desk + "\n" + command + "\n", certificate));
    }

    /** Orders something about a case, with a file. */
    String orderWithFile(String caseId, String commands, String name, byte[] file) throws IOException {
        return transcript(caseAddress(caseId), Mails.textAndFile(caseId + "\n" + commands, name, file));
    }

    /** Has shown what would go out, and approves it; returns the preview. */
    String approve(String caseId) throws IOException {
        String preview = order(caseId, "/preview\n");
        Matcher line = APPROVE.matcher(preview);
        if (!line.find()) {
            throw new AssertionError("nothing to approve in:\n" + preview);
        }
        String transcript = order(caseId, line.group() + "\n");
        if (!transcript.startsWith("Done")) {
            throw new AssertionError(transcript);
        }
        return preview;
    }

    /** Waits for a letter to him with these words in its text, which is returned on one line. */
    String told(String words) {
        return world.teamLetter(gpg, key, words).text().replaceAll("\\s+", " ");
    }

    /** Waits for so many letters to him with these words. */
    void awaitTold(String words, int times) {
        world.teamLettersWith(gpg, key, words, times);
    }

    String caseAddress(String caseId) {
        return desk.replace("@", "+" + caseId.toLowerCase(Locale.ROOT) + "@");
    }

    private String transcript(String to, String part) throws IOException {
        String id = Mails.messageId();
        String head = Mails.head(gpg.address(), to, id, "about it");
        String sealed = gpg.signedAndEncrypted(part.replace("\r\n", "\n").replace("\n", "\r\n"), key);
        world.send(gpg.address(), to, Mails.pgpMime(head, sealed));
        return gpg.open(world.letter(gpg.address(), id), key)
                .first("text/plain")
                .text();
    }
}
