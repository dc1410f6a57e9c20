package org.embargo.server;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says what went wrong with a file in an operator's words: Java's exceptions name the file alone. */
final class FileTrouble {
    private FileTrouble() {}

    static String words(Exception trouble) {
        if (trouble instanceof AccessDeniedException denied) {
            return "user " + System.getProperty("user.name") + " may not use " + denied.getFile();
        }
        if (trouble instanceof NoSuchFileException missing) {
            return missing.getFile() + " is missing and can't be made";
        }
        if (trouble instanceof FileAlreadyExistsException file) {
            return file.getFile() + " is a file, not a folder";
        }
        return trouble instanceof FileSystemException || !(trouble instanceof IOException)
                ? String.valueOf(trouble.getMessage())
                : trouble.toString();
    }
}
