package org.embargo.desk.orders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.embargo.content.Content;
import org.embargo.letters.FilesToPassOn;
import org.embargo.mail.Attachment;
import org.embargo.mail.OpenedMail;
import org.embargo.patches.PatchFormatException;
import org.embargo.patches.PatchLimits;
import org.embargo.patches.PatchSeries;
import org.embargo.process.words.Refusal;
import org.embargo.process.words.Refusal.Reason;

/** The patches that a member's mail holds: all its files but keys and signatures, in their order. */
public final class MailedPatches {

    private MailedPatches() {}

    public static PatchSeries read(OpenedMail mail) throws PatchFormatException, IOException {
        List<Content> files =
                FilesToPassOn.of(mail).stream().map(Attachment::content).toList();
        return PatchSeries.read(files, PatchLimits.USUAL);
    }

    /** Why they can't be used; empty where they can be read. */
    static Optional<Refusal> flaw(OpenedMail mail) {
        try {
            read(mail);
            return Optional.empty();
        } catch (PatchFormatException e) {
            return Optional.of(
                    Refusal.of(Reason.NOT_PATCHES, e.reason().text(), given(e.attachment()), given(e.line())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing where none in particular is to blame. */
    private static String given(int number) {
        return number == 0 ? "" : String.valueOf(number);
    }
}
