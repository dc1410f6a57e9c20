package org.embargo.patches;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A series as one mbox for {@code git am}: no name, time or word of the patches' own mails is in it. */
final class CanonicalMailbox {

    static final String SUBJECT = "patch-";

    private CanonicalMailbox() {}

    /** @param windows whether to take the form whose lines end in CR, where a patch has one */
    static byte[] of(List<Patch> patches, boolean windows) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < patches.size(); i++) {
            Patch patch = patches.get(i);
            text.append("From ").append("0".repeat(40)).append(" Mon Sep 17 00:00:00 2001\n");
            text.append("From: rehearsal <rehearsal@localhost>\nDate: Thu, 1 Jan 2026 00:00:00 +0000\n");
            text.append("Subject: ").append(SUBJECT).append(i + 1).append('\n');
            text.append("Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\n---\n");
            text.append(
                    windows
                            ? patch.windows().orElse(patch.diff()).text()
                            : patch.diff().text());
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
