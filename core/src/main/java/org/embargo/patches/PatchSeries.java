package org.embargo.patches;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.embargo.content.Content;
import org.embargo.model.Confidential;
import org.embargo.patches.PatchFormatException.Reason;

/**
 * Patches in the order in which they are applied, checked for form and size. That they apply is for {@link Rehearsal} to
 * say, and what they change is then git's word; here stands what they claim.
 */
public record PatchSeries(List<Patch> patches) {

    public PatchSeries {
        patches = List.copyOf(patches);
        if (patches.isEmpty()) {
            throw new IllegalArgumentException("a series has a patch at least");
        }
    }

    /**
     * Reads attachments in their order, each a file of {@code git format-patch}, a mbox of several, or a plain diff.
     *
     * @throws PatchFormatException with the number of the attachment that is to blame
     * @throws IOException          when content can't be read
     */
    public static PatchSeries read(List<Content> attachments, PatchLimits limits)
            throws PatchFormatException, IOException {
        if (attachments.stream().mapToLong(Content::sizeBytes).sum() > limits.bytes()) {
            throw new PatchFormatException(Reason.TOO_LARGE);
        }
        List<Patch> patches = new ArrayList<>();
        for (int i = 0; i < attachments.size(); i++) {
            try {
                patches.addAll(read(attachments.get(i), limits));
            } catch (PatchFormatException e) {
                throw e.inAttachment(i + 1);
            }
            if (patches.size() > limits.patches()) {
                throw new PatchFormatException(Reason.TOO_MANY_PATCHES);
            }
        }
        if (patches.isEmpty()) {
            throw new PatchFormatException(Reason.NO_PATCH);
        }
        return new PatchSeries(patches);
    }

    /** Everything in it that needs a member's word, as far as the patches say; the rehearsal knows better. */
    public List<UnusualContent> unusual() {
        return UnusualContent.in(
                patches.stream().flatMap(patch -> patch.changes().stream()).toList());
    }

    /** A patch file without a diff, such as a cover letter, is left out; an attachment must hold one at least. */
    private static List<Patch> read(Content attachment, PatchLimits limits) throws PatchFormatException, IOException {
        List<Patch> patches = new ArrayList<>();
        List<String> mails = PatchMails.split(new String(attachment.bytes(), StandardCharsets.ISO_8859_1));
        for (String mail : mails) {
            readOne(mail, mails.size() > 1, limits).ifPresent(patches::add);
            if (patches.size() > limits.patches()) {
                throw new PatchFormatException(Reason.TOO_MANY_PATCHES);
            }
        }
        return patches;
    }

    private static Optional<Patch> readOne(String text, boolean ofMailbox, PatchLimits limits)
            throws PatchFormatException {
        if (ofMailbox || PatchMails.isMail(text)) {
            MailedPatch mail = MailedPatch.read(text);
            return new DiffReader(mail.text(), limits).read(mail.author());
        }
        return new DiffReader(text, limits).read(Optional.<Confidential>empty());
    }
}
