package org.embargo.server.demo;

/** A mail that somebody received and could open. */
record Received(Letter letter, Content content) {

    /** Outside, where everybody sees it. */
    String header(String name) {
        return letter.header(name);
    }

    /** Whether the real subject holds this. */
    boolean isAbout(String words) {
        return content.header("Subject").contains(words);
    }

    /** Whether these words stand in it, wherever its lines end. */
    boolean says(String words) throws StepFailedException {
        return text().replaceAll("\\s+", " ").contains(words);
    }

    String text() throws StepFailedException {
        return content.text();
    }
}
