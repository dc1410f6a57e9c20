package org.embargo.backup;

import java.util.List;

/** What an archive holds: everything but the secrets, or they alone, so that the two can be kept in different places. */
public enum BackupKind {
    // mails after the database, and from where they lie at first to where they end: what it speaks of must be there
    DATA("conf hold witness database intake archive quarantine"),
    SECRETS("secrets example");

    private final String folders;

    BackupKind(String folders) {
        this.folders = folders;
    }

    /** The folders of the home that it may hold, in order; nothing else is ever taken out of it. */
    List<String> folders() {
        return List.of(folders.split(" "));
    }
}
